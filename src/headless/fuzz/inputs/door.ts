/**
 * Hands one input to its door. It loads, or one sentence says what is wrong: nothing is thrown, nothing hangs, nothing
 * is left behind in the objects that everybody shares; and what loads can be played like any run.
 */
import { createEngine } from '../../../engine/index.ts'
import { createPlayback } from '../../../playback/index.ts'
import { encodeRun, parseLink, parseRun, type Run, readFile, us, withIntervention } from '../../../run/index.ts'
import type { Dice } from '../draw/index.ts'
import { type Finding, finding } from '../finding.ts'
import { play } from '../playing.ts'
import type { Door, Input } from './input.ts'

/** Kernel events of a run that loads. */
const WORK = 1200
/** Wall time; a busy machine takes its time, too. */
const SLOW_MS = 20_000

export function tryInput(input: Input, dice: Dice): Finding | null {
  const began = Date.now()
  const before = Object.getOwnPropertyNames(Object.prototype).length
  let step = 'reading'
  try {
    const answer = DOORS[input.door](input, dice)
    if (Object.getOwnPropertyNames(Object.prototype).length !== before)
      return finding('input', 0, `Every object has gained a property.`)
    if (answer === null) return null
    if (typeof answer === 'string') return wrongSentence(answer)
    step = 'playing'
    const found = wrongRun(answer)
    if (found) return found
    const ms = Date.now() - began
    return ms < SLOW_MS ? null : finding('input', 0, `It took ${ms} ms.`)
  } catch (error) {
    const { message, stack = '' } = error as Error
    return finding('input', 0, `${step}: ${message} [${/\n\s+at ([^\n]+)/.exec(stack)?.[1] ?? ''}]`)
  }
}

/** The run, the sentence, or null where the input carries nothing. */
const DOORS: Record<Door, (input: Input, dice: Dice) => Run | string | null> = {
  file: ({ given }) => said(readFile(given as string)),
  value: ({ given }) => said(parseRun(given)),
  link: ({ given }) => {
    const answer = parseLink(given as string)
    return answer === null ? null : said(answer)
  },
  action: ({ given, run }, dice) => said(withIntervention(run, given as never, dice.below(2_000_000))),
  command: ({ given, run }) => {
    const playback = createPlayback({ seekWork: WORK })
    playback.do({ do: 'load', run })
    const problem = playback.do(given as never)
    return problem ?? playback.update()?.transport.run ?? null
  },
}

const said = (answer: { run: Run } | { problem: string }): Run | string =>
  'problem' in answer ? answer.problem : answer.run

/** One sentence: one line, short enough to read, with an end. */
function wrongSentence(sentence: string): Finding | null {
  // Half of a character (a lone surrogate) cannot be written down either.
  const isOne = /^[^\p{Cc}\p{Cs}\u2028\u2029]{8,700}[.?]$/u.test(sentence)
  return isOne ? null : finding('input', 0, `Not a sentence: ${JSON.stringify(sentence.slice(0, 900))}`)
}

function wrongRun(run: Run): Finding | null {
  const again = parseRun(JSON.parse(JSON.stringify(run)))
  if (!('run' in again) || JSON.stringify(again.run) !== JSON.stringify(run))
    return finding('input', 0, 'What was loaded is not loaded again.')
  encodeRun(run)
  const { found } = play(createEngine(run), us(run.scenario.untilMs), WORK, { at: 0 })
  // However much somebody asks for at once is no fault of the engine.
  return found?.name === 'endless' ? null : found
}
