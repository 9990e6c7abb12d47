/**
 * The host in this thread: a command has been carried out, and its update been heard, when `do` returns. For
 * small runs, and wherever workers are forbidden.
 */
import { createPlayback, type Playback, type Update } from '../playback/index.ts'
import { failure } from './failure.ts'
import type { Lab } from './lab.ts'
import { Listeners } from './listeners.ts'

export function createInlineLab(playback: Playback = createPlayback()): Lab {
  const updates = new Listeners<Update>()
  const problems = new Listeners<string>()
  let latest: Update | null = null
  let closed = false

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

  return {
    do: (command) => guarded(() => playback.do(command)),
    tick: (nowMs) =>
      guarded(() => {
        playback.tick(nowMs)
        return null
      }),
    ask: async (question) => {
      if (closed) throw new Error('The lab is closed.')
      return playback.ask(question)
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
