/**
 * Where trials are folded: a second lab, beside the one that the page shows, in this thread and in slices, so that the page
 * answers all the while. What was measured once is kept: a limit that is moved asks for no new run.
 */
import { type Run, us } from '../../run/index.ts'
import {
  type Candidate,
  candidatesFor,
  type Figures,
  figuresOf,
  machinesOf,
  type Needs,
  TRIALS,
  type Tried,
  trialRun,
  WORK,
} from '../../scenarios/index.ts'
import { createPageLab } from '../../worker/index.ts'

/** Wall milliseconds of work between two breaths of the page: short enough for a fader, long enough for a run to get on. */
const SLICE_MS = 20
/** A piece is at most so many times as long as the one before: what comes next may be busier. */
const GROWTH = 2
/** Microseconds of database time in one piece, at the beginning and at least. */
const FIRST_US = 50_000
const LEAST_US = 10_000
/** Runs that are remembered. */
const MOST_KNOWN = 1_000

const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

export function createBench() {
  const lab = createPageLab(() => null)
  const known = new Map<string, Figures>()
  let problem: string | null = null
  lab.onProblem((sentence) => {
    problem = sentence
  })

  /** Null: nobody wants it any more. */
  async function fold(run: Run, isWanted: () => boolean): Promise<Figures | null> {
    const until = us(run.scenario.untilMs)
    lab.do({ do: 'load', run })
    // Answered once everything that this run needs has been fetched.
    await lab.ask({ ask: 'service' })
    let step = FIRST_US
    let began = performance.now()
    for (let t = 0; t < until; ) {
      t = Math.min(until, t + step)
      const before = performance.now()
      lab.do({ do: 'seek', t })
      if (problem !== null) throw new Error(problem)
      const now = performance.now()
      step = Math.max(LEAST_US, Math.round((step * SLICE_MS) / Math.max(SLICE_MS / GROWTH, now - before)))
      if (now - began < SLICE_MS) continue
      await breath()
      if (!isWanted()) return null
      began = performance.now()
    }
    const { here } = await lab.ask({ ask: 'service' })
    return figuresOf(here, lab.latest?.frame.multiMaster ?? null)
  }

  return {
    /** All candidates through all trials. `tell`: after each run how many are done. Null: nobody wants it any more. */
    async tryAll(
      needs: Needs,
      tell: (done: number, of: number) => void,
      isWanted: () => boolean,
    ): Promise<Tried[] | null> {
      problem = null
      const candidates = candidatesFor(needs)
      const of = candidates.length * TRIALS.length
      const tried: Tried[] = []
      let done = 0
      for (const candidate of candidates) {
        const figures: [string, Figures][] = []
        for (const trial of TRIALS) {
          const key = `${candidate} ${trial} ${workOf(needs)}`
          const measured = known.get(key) ?? (await fold(trialRun(candidate, trial, needs), isWanted))
          if (measured === null || !isWanted()) return null
          if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value!)
          known.set(key, measured)
          figures.push([trial, measured])
          done += 1
          tell(done, of)
        }
        tried.push({
          candidate,
          machines: machines(candidate, needs),
          figures: Object.fromEntries(figures) as Tried['figures'],
        })
      }
      return tried
    },
    close: () => lab.close(),
  }
}

const machines = (candidate: Candidate, needs: Needs) => machinesOf(trialRun(candidate, 'calm', needs).scenario)

/** What a run hangs on: the work, and where readers are sent. */
const workOf = (needs: Needs): string =>
  JSON.stringify([...(Object.keys(WORK) as (keyof typeof WORK)[]), 'old' as const].map((name) => needs[name]))
