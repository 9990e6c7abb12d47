import fc from 'fast-check'
import { expect, it } from 'vitest'
import { small } from './fixtures/small.ts'
import { begin } from './player.ts'
import { answersIn, decodeProgress, encodeProgress, progressOf } from './progress.ts'

it('survives as a short text', () => {
  const progress = progressOf({ ...begin(small, { first: 'b' }), at: 2 })
  expect(encodeProgress(progress)).toBe('small.3.1b')
  expect(decodeProgress('small.3.1b')).toEqual(progress)
  expect(answersIn(progress, small)).toEqual({ first: 'b' })
  const answers = fc.array(fc.tuple(fc.integer({ min: 0, max: 98 }), fc.constantFrom('a', 'b', 'c', 'd')), {
    maxLength: 9,
  })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 98 }), answers, (step, given) => {
      const whole = { id: 'a-1', step, answers: given as [number, 'a'][] }
      expect(decodeProgress(encodeProgress(whole))).toEqual(whole)
    }),
  )
})

it('leaves out what is not asked, and is null where it says nothing', () => {
  expect(
    answersIn(
      {
        id: 'small',
        step: 0,
        answers: [
          [0, 'd'],
          [1, 'a'],
          [9, 'a'],
        ],
      },
      small,
    ),
  ).toEqual({})
  for (const text of [
    '',
    'small',
    'small.0',
    'small.x',
    'small.1.b',
    'Small.1',
    'small.1.2e',
    `small.1.${'1a'.repeat(21)}`,
  ])
    expect(decodeProgress(text)).toBe(null)
})
