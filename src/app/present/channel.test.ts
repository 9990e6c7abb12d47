import { describe, expect, it } from 'vitest'
import { messageIn, type Report } from './channel.ts'

const report: Report = {
  at: 3,
  phase: 'ask',
  told: null,
  correct: null,
  answer: 'b',
  hands: { a: 11, b: 9 },
  tied: [],
  black: false,
  locked: true,
  stops: false,
  playing: false,
  speed: 0.5,
  since: 1_700_000_000_000,
  usable: ['hand-a', 'reveal'],
}

describe('a message between the two windows', () => {
  it.each([{ is: 'hello' }, { is: 'gone' }, { is: 'ask', action: 'lesson-next' }, { is: 'report', report }])(
    'is read: %j',
    (message) => expect(messageIn(message)).toEqual(message),
  )

  it.each([
    null,
    'hello',
    [],
    {},
    { is: 'bye' },
    { is: 'ask', action: 'kill' },
    { is: 'ask', action: ['lesson-next'] },
    { is: 'report' },
    ...[
      { at: -1 },
      { at: 1.5 },
      { phase: 'constructor' },
      { told: 7 },
      { correct: 'e' },
      { answer: 2 },
      { hands: { a: -1 } },
      { hands: { a: '<b>' } },
      { hands: { z: 1 } },
      { tied: 'a' },
      { black: 'yes' },
      { speed: Number.NaN },
      { since: Number.POSITIVE_INFINITY },
      { usable: ['kill'] },
    ].map((wrong) => ({ is: 'report', report: { ...report, ...wrong } })),
  ])('that means nothing is not heard: %j', (message) => expect(messageIn(message)).toBeNull())
})
