import { expect, it } from 'vitest'
import { FACTS } from '../engine/index.ts'
import { problemsOf } from './check.ts'
import { small } from './fixtures/small.ts'
import type { Step, Walkthrough } from './walkthrough.ts'

const kinds = Object.keys(FACTS)
const quiet = (id: string): Step => ({ id, title: id, say: 'Nothing.', enter: 'here', gate: { is: 'read' } })
/** The small one, long enough. */
const whole = (change: Partial<Walkthrough> = {}): Walkthrough => ({
  ...small,
  run: small.run,
  steps: [...small.steps, quiet('fifth'), quiet('sixth')],
  ...change,
})
const changed = (at: number, change: Partial<Step>): Walkthrough =>
  whole({ steps: whole().steps.map((step, i) => (i === at ? { ...step, ...change } : step)) })
const option = (change: object) => ({
  predict: {
    ...small.steps[0]!.predict!,
    options: small.steps[0]!.predict!.options.map((one) => ({ ...one, ...change })),
  },
})
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
const state = { is: 'state', when: 'true', hint: '', solve: [], others: [[]] } as const

it('finds nothing in one that is as it must be', () => expect(problemsOf(whole(), kinds)).toEqual([]))

it.each<[string, Walkthrough]>([
  ['steps are 4, not 6 to 11', small],
  ['title has 51 characters', whole({ title: 'x'.repeat(51) })],
  ['steps ask for no prediction', whole({ steps: whole().steps.map(({ predict: _, ...step }) => step) })],
  ['steps have an id twice', changed(1, { id: 'third' })],
  ['the first step must begin', changed(0, { enter: 'here' })],
  ['a text has an exclamation mark: Now!', changed(1, { remember: 'Now!' })],
  ['step second, say has 61 words, at most 60', changed(1, { say: `One. ${words(60)}` })],
  ['step second, sayPresent (or the first sentence) has 26 words', changed(1, { say: `${words(26)}. More.` })],
  ['step second, enter cannot be played: ', changed(1, { enter: { atMs: 0, settings: { 'nodes.db2.applyMss': 4 } } })],
  ['step second, allow names no action: jump', changed(1, { allow: [{ action: 'jump' }] })],
  ['step second, allow names no setting: nodes.db7.applyMs', changed(1, { allow: [{ set: 'nodes.db7.applyMs' }] })],
  ['step second, told 1 must have a condition', changed(1, { told: [{ text: 'a' }, { text: 'b' }] })],
  ['step second, gate has no other way', changed(1, { gate: { ...state, others: [] } })],
  ['step second, gate asks lag(db9).ms', changed(1, { gate: { is: 'time', until: 'lag(db9).ms = 0' } })],
  ['step second, gate asks happened(lunch)', changed(1, { gate: { ...state, solve: [{ until: 'happened(lunch)' }] } })],
  ['step first, option a has 15 characters', changed(0, option({ text: 'x'.repeat(15) }))],
  ['step first, option d is the one with number 1', changed(0, option({ id: 'd' }))],
  ['step first, option a, reason has 9 words', changed(0, option({ reason: words(9) }))],
  ['step first, option a, because has 41 words', changed(0, option({ because: words(41) }))],
  ['step first, option a, world has a name of 41', changed(0, option({ world: { name: 'x'.repeat(41) } }))],
])('says that %s', (sentence, lesson) => {
  expect(problemsOf(lesson, kinds).join('\n')).toContain(`small: ${sentence}`)
})
