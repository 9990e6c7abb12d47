/** A playback for a walkthrough without a screen: whatever takes time is there at once. */
import { createEngine } from '../../engine/index.ts'
import type { Deck, Moment } from '../../lessons/index.ts'
import { createPlayback, type Playback } from '../../playback/index.ts'
import type { Run } from '../../run/index.ts'
import { mergingWith, sandboxes } from '../../worker/index.ts'
import { quickJs } from '../fuzz/functions/quickJs.ts'

/** Microseconds of the run, and 64 bits of its state. */
export interface Standing {
  readonly t: number
  readonly digest: string
}

export interface LessonDeck extends Deck {
  readonly playback: Playback
  /** What could not be carried out. */
  readonly problems: readonly string[]
  /** What a fresh engine comes to that runs there at once. */
  straightTo(moment: Moment): Standing
}

export async function createDeck(): Promise<LessonDeck> {
  const merging = mergingWith(await sandboxes(quickJs()))
  const engineOf = (run: Run) => createEngine(run, { merge: merging(run) })
  const playback = createPlayback({ engineOf })
  const problems: string[] = []
  return {
    playback,
    problems,
    do(command) {
      const problem = playback.do(command.do === 'play-until' ? { ...command, atOnce: true } : command)
      if (problem !== null) problems.push(problem)
    },
    straightTo({ run, t }) {
      const engine = engineOf(run)
      engine.runTo(t)
      return { t, digest: engine.digest() }
    },
    ask: async (question) => playback.ask(question as never),
  }
}
