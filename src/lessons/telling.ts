/** What is told of where somebody is in a walkthrough, whoever shows it: verdicts, notes, what is read out. */
import { inTerms, learning } from '../words/index.ts'
import type { Playing } from './playing.ts'
import type { Prediction, World } from './walkthrough.ts'

/** The world of the wrong answer that is being looked at. */
export function worldOf({ lesson, at, answers }: Playing): World | null {
  const step = lesson.steps[at]
  const answer = step && answers[step.id]
  return step?.predict?.options.find(({ id }) => id === answer)?.world ?? null
}

/** Of the answer `answer`, when `correct` is the right one. */
export function verdictOf(asked: Prediction, answer: string, correct: string): string {
  if (answer === correct) return learning.right
  return asked.options.find(({ id }) => id === answer)?.because ?? ''
}

/** Beside Back and Next: what is waited for. `last`: there is no further step. */
export function noteOf({ phase, lesson, at }: Playing, last: boolean): string {
  if (phase === 'ask') return learning.answerFirst
  if (phase === 'open') return last ? learning.done : ''
  return phase === 'do' && lesson.steps[at]?.gate.is === 'state' ? learning.doFirst : learning.playsOn
}

/** For screen readers: what has changed within a step; '' = nothing that is worth a word. */
export function saidOf({ lesson, at, phase, told, answers, correct, failed }: Playing): string {
  const step = lesson.steps[at]
  const option = step?.predict?.options.find(({ id }) => id === answers[step.id])
  if (!step) return ''
  if (phase === 'world') return plainly(`${learning.worldNamed(option?.world?.name ?? '')}. ${option?.because ?? ''}`)
  if (failed) return learning.failed
  if (phase !== 'open') return ''
  const right = option !== undefined && correct[step.id] === option.id ? `${learning.right} ` : ''
  return plainly(`${right}${told ?? ''}`)
}

/** A sentence of a walkthrough as it is read out, in the reader's vocabulary. */
export const plainly = (text: string): string => inTerms(text.replaceAll(/[*`]/g, ''))

/** The same as it is shown: with *stressed* words and `values` set as such. */
export function proseOf(text: string): { text: string; as: 'em' | 'code' | null }[] {
  return inTerms(text)
    .split(/(\*[^*]+\*|`[^`]+`)/)
    .map((part) => {
      const as = /^\*.+\*$/.test(part) ? 'em' : /^`.+`$/.test(part) ? 'code' : null
      return { text: as === null ? part : part.slice(1, -1), as }
    })
}
