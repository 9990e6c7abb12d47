/**
 * The host in this thread: a command has been carried out, and its update been heard, when `do` returns. For
 * small runs, and wherever workers are forbidden. Where a command needs a part of the simulation that has to be fetched
 * first, it and everything after it wait for that, in order; time stands still meanwhile.
 */
import { createPlayback, fetchAnswers, Packs, type Playback, type Update } from '../playback/index.ts'
import { failure } from './failure.ts'
import type { Lab } from './lab.ts'
import { Listeners } from './listeners.ts'
import { fetchMerging } from './whoMerges.ts'

/** A lab that says when it is done with all that was asked of it so far: until then something is being fetched. */
export interface PageLab extends Lab {
  settled(): Promise<void>
}

export function createInlineLab(given?: Playback, packs = new Packs(undefined, fetchMerging)): PageLab {
  const { engineOf, charts } = packs
  const playback = given ?? createPlayback({ engineOf, charts })
  const updates = new Listeners<Update>()
  const problems = new Listeners<string>()
  let latest: Update | null = null
  let closed = false
  /** What was asked last of all that still waits for something to be fetched. */
  let waiting: Promise<unknown> | null = null

  const report = () => {
    const update = playback.update()
    if (update === null || update === latest) return
    latest = update
    updates.tell(update)
  }
  const guarded = (work: () => string | null) => {
    if (closed) return
    let problem: string | null
    try {
      problem = work()
      report()
    } catch (error) {
      problem = failure(error)
    }
    if (problem !== null) problems.tell(problem)
  }

  /** Does it at once, unless something has to be fetched for it, or for what was asked before. */
  const inTurn = (missing: Promise<void> | null, work: () => void) => {
    if (waiting === null && missing === null) {
      work()
      return
    }
    const mine: Promise<void> = Promise.all([waiting, missing])
      .then(work, (error: unknown) => problems.tell(failure(error)))
      .then(() => {
        if (waiting === mine) waiting = null
      })
    waiting = mine
  }

  return {
    do: (command) => inTurn(packs.forCommand(command), () => guarded(() => playback.do(command))),
    tick: (nowMs) => {
      if (waiting !== null) return
      guarded(() => {
        playback.tick(nowMs)
        return null
      })
    },
    ask: async (question) => {
      const missing = packs.forQuestion(question)
      if (waiting !== null || missing !== null) await Promise.all([waiting, missing])
      if (closed) throw new Error('The lab is closed.')
      return playback.ask(question)
    },
    async settled() {
      while (waiting !== null) await waiting
    },
    fetchAhead: async () => {
      await Promise.all([packs.all(), fetchAnswers()])
    },
    onUpdate(listener) {
      if (latest !== null) listener(latest)
      return updates.add(listener)
    },
    onProblem: (listener) => problems.add(listener),
    get latest() {
      return latest
    },
    close() {
      closed = true
      updates.clear()
      problems.clear()
    },
  }
}
