/**
 * How far somebody is, as a short text for storage or a link: `lost-writes.4.2b5a` is step 4 (counted from 1) of
 * `lost-writes`, with answers given at steps 2 and 5.
 */
import type { OptionId, Playing } from './playing.ts'
import type { Walkthrough } from './walkthrough.ts'

export interface Progress {
  readonly id: string
  /** Index of the step. */
  readonly step: number
  /** Index of a step, and what was answered there. */
  readonly answers: readonly (readonly [step: number, answer: OptionId])[]
}

export function progressOf({ lesson, at, answers }: Playing): Progress {
  const given = lesson.steps.flatMap(({ id }, i) => (answers[id] === undefined ? [] : [[i, answers[id]] as const]))
  return { id: lesson.id, step: at, answers: given }
}

export const encodeProgress = ({ id, step, answers }: Progress): string =>
  [id, step + 1, ...(answers.length > 0 ? [answers.map(([at, answer]) => `${at + 1}${answer}`).join('')] : [])].join(
    '.',
  )

/** Null: it says nothing that could be meant. */
export function decodeProgress(text: string): Progress | null {
  const found = /^([a-z][a-z0-9-]{0,59})\.([1-9]\d?)(?:\.((?:[1-9]\d?[a-d]){1,20}))?$/.exec(text)
  if (found === null) return null
  const answers = [...(found[3] ?? '').matchAll(/(\d+)([a-d])/g)].map(
    ([, at, answer]) => [Number(at) - 1, answer as OptionId] as const,
  )
  return { id: found[1]!, step: Number(found[2]) - 1, answers }
}

/** The answers as the player takes them; what this walkthrough does not ask (any more) is left out. */
export function answersIn({ answers }: Progress, { steps }: Walkthrough): Playing['answers'] {
  const known = answers.flatMap(([at, answer]) => {
    const step = steps[at]
    return step?.predict?.options.some(({ id }) => id === answer) ? [[step.id, answer] as const] : []
  })
  return Object.fromEntries(known)
}
