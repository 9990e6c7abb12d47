/**
 * The host of a page that begins before its engine is there: it plays the opening of a run, and fetches the engine as soon
 * as the first picture is shown. The engine takes over at the very instant that the opening has come to, and at the latest
 * when something is asked of it that only an engine can do. Where there is no opening it is waited for from the start.
 */
import { type Beside, type Command, type Opening, stride, type Update } from '../playback/index.ts'
import { failure } from './failure.ts'
import type { PageLab } from './inlineLab.ts'
import { Listeners } from './listeners.ts'

/** Fetches the host that has an engine. */
export type FetchLab = (beside: Beside) => Promise<PageLab>

export const fetchPageLab: FetchLab = async (beside) => (await import('./pageLab.ts')).createPageLab(beside)

/** What goes with a run: to show its opening, and to show all of it. */
export interface BesideOpening {
  opening: Beside
  engine: Beside
}

/** `opening`: of the run that is loaded first, if it is loaded at its start; null = there is none. */
export function createOpeningLab(
  beside: BesideOpening,
  opening: Opening | null,
  fetchLab: FetchLab = fetchPageLab,
): PageLab {
  const updates = new Listeners<Update>()
  const problems = new Listeners<string>()
  /** The host that has an engine, once it has taken over. */
  let lab: PageLab | null = null
  let takingOver: Promise<PageLab> | null = null
  let closed = false
  let latest: Update | null = null
  /** Is the opening what is shown, and nothing waits for the engine? */
  let begun = false
  /** What waits for the engine, in order. */
  const waiting: Command[] = []
  let playing = false
  /** The page's clock, in milliseconds; null = the next tick only starts it. */
  let clock: number | null = null
  /** Where the opening stands, in microseconds of the run, and the fraction that is carried to the next tick. */
  let time = 0
  let rest = 0

  const show = () => {
    if (closed || lab !== null) return
    latest = opening!.at(time, playing)
    updates.tell(latest)
  }

  const begin = ({ run, written }: Opening) => {
    begun = true
    time = written.from
    const missing = beside.opening(written.packs, run)
    const shown = () => {
      show()
      // Whoever waits for it hears why it could not be fetched.
      engine().catch(() => {})
    }
    if (missing === null) shown()
    else missing.then(shown, (error: unknown) => problems.tell(failure(error)))
  }

  /** The host with an engine, when it has taken over; asked for again if it could not be fetched. */
  function engine(): Promise<PageLab> {
    takingOver ??= fetchLab(beside.engine)
      .then(async (next) => {
        if (begun) await stoodAt(next)
        takeOver(next)
        return next
      })
      .catch((error: unknown) => {
        takingOver = null
        throw error
      })
    return takingOver
  }

  /** Lets the engine load the run; it may have to fetch parts of itself. */
  function stoodAt(next: PageLab): Promise<void> {
    const { run, written } = opening!
    return new Promise((resolve, reject) => {
      const stops = [next.onUpdate(() => done()), next.onProblem((sentence) => done(sentence))]
      const done = (problem?: string) => {
        queueMicrotask(() => {
          for (const stop of stops) stop()
        })
        if (problem === undefined) resolve()
        else reject(new Error(problem))
      }
      next.do({ do: 'load', run, t: written.from })
    })
  }

  function takeOver(next: PageLab): void {
    if (closed) {
      next.close()
      return
    }
    if (begun) {
      if (time !== opening!.written.from) next.do({ do: 'seek', t: time })
      if (playing) next.do({ do: 'play' })
    }
    lab = next
    next.onProblem((sentence) => problems.tell(sentence))
    next.onUpdate((update) => updates.tell(update))
    for (const command of waiting.splice(0)) next.do(command)
    // It goes on by the clock that was running here.
    if (clock !== null) next.tick(clock)
  }

  return {
    do(command) {
      if (lab !== null) return lab.do(command)
      if (closed) return
      const first = !begun && waiting.length === 0 && takingOver === null
      if (first && opening !== null && command.do === 'load' && isOf(opening, command)) return begin(opening)
      if (begun && latest !== null && waiting.length === 0 && (command.do === 'play' || command.do === 'pause')) {
        if (playing === (command.do === 'play')) return
        playing = !playing
        clock = null
        rest = 0
        return show()
      }
      waiting.push(command)
      engine().catch((error: unknown) => {
        waiting.length = 0
        problems.tell(failure(error))
      })
    },
    tick(nowMs) {
      if (lab !== null) return lab.tick(nowMs)
      const passed = clock === null ? 0 : nowMs - clock
      clock = nowMs
      // Its end is not the run's: it holds there for the engine, and wherever something waits for that.
      if (closed || !playing || !(passed > 0) || waiting.length > 0 || time === opening!.written.to) return
      const gone = stride(time, rest, passed, latest!.transport.usPerSecond, null)
      const at = Math.min(gone.to, opening!.written.to)
      rest = gone.rest
      if (at === time) return
      time = at
      show()
    },
    async ask(question) {
      if (closed) throw new Error('The lab is closed.')
      return (lab ?? (await engine())).ask(question)
    },
    async settled() {
      await (lab ?? (await engine())).settled()
    },
    async fetchAhead() {
      await (lab ?? (await engine())).fetchAhead()
    },
    onUpdate(listener) {
      const now = lab === null ? latest : lab.latest
      if (now !== null) listener(now)
      return updates.add(listener)
    },
    onProblem: (listener) => problems.add(listener),
    get latest() {
      return lab === null ? latest : lab.latest
    },
    close() {
      closed = true
      updates.clear()
      problems.clear()
      lab?.close()
    },
  }
}

const isOf = ({ run, written }: Opening, command: Extract<Command, { do: 'load' }>): boolean =>
  command.run === run && (command.t ?? 0) === written.from
