/**
 * Lag over time, for the chart of the monitor. A gauge moves with every entry, so it is not kept while playing but
 * looked at afterwards: an engine of its own is set back to the checkpoint before each instant of a fixed grid and run
 * on to it. The instants are whole multiples of a round step, so that the same one is looked at once, whatever window
 * is asked for, and says what the stage says when the playhead stands there.
 */
import type { Alert, Engine, Frame, Lag } from '../engine/index.ts'
import type { EngineOf, Take } from './take.ts'
import type { LagLine, LagSeries } from './transport.ts'

/** Instants in a window, about. */
const LOOKS = 200
/** Kernel events run again for one answer: about 40 ms of work. */
const MOST_WORK = 20_000
/** What setting an engine back costs, in kernel events. */
const RESTORING = 50
/** Looks kept. */
const KEPT = 4_000

type Look = readonly { readonly node: string; readonly lag: Lag }[]

export class LagTrack {
  private engine: Engine | null = null
  private take: Take | null = null
  private step = 0
  private readonly looks = new Map<number, Look>()
  private alerts: { at: number; list: Alert[] } = { at: -1, list: [] }
  private readonly engineOf: EngineOf

  constructor(engineOf: EngineOf) {
    this.engineOf = engineOf
  }

  /** `from` < `to`, in microseconds. */
  of(take: Take, from: number, to: number): LagSeries {
    const step = stepOf(to - from)
    if (take !== this.take || step !== this.step || this.looks.size > KEPT) {
      this.looks.clear()
      this.alerts = { at: -1, list: [] }
      this.take = take
      this.step = step
    }
    const end = Math.min(to, take.playedTo)
    const at: number[] = []
    let work = 0
    let done = true
    for (let t = Math.ceil(Math.max(0, from) / step) * step; t <= end; t += step) {
      if (!this.looks.has(t)) {
        if (work > MOST_WORK) {
          done = false
          break
        }
        work += this.goTo(take, t)
        this.looks.set(t, this.engine!.lags())
      }
      at.push(t)
    }
    if (done && this.alerts.at !== end) {
      this.goTo(take, end)
      this.alerts = { at: end, list: this.engine!.frame().alerts }
    }
    const seen = at.map((t) => this.looks.get(t)!)
    return { from, to, playedTo: take.playedTo, step, done, at, slaves: linesOf(seen), alerts: this.alerts.list }
  }

  /** What the stage would show at `t`, or at the end of what has been played. */
  frameAt(take: Take, t: number): Frame {
    this.goTo(take, Math.max(0, Math.min(t, take.playedTo)))
    return this.engine!.frame()
  }

  /** Returns what it took, in kernel events. */
  private goTo(take: Take, t: number): number {
    if (this.engine?.run !== take.run) this.engine = this.engineOf(take.run)
    const { engine } = this
    const nearest = take.trail.nearest(t)
    if (engine.time > t || engine.time < nearest.time) engine.restore(nearest)
    const before = engine.work
    engine.runTo(t)
    return engine.work - before + RESTORING
  }
}

/** A round number of microseconds, so that about LOOKS of them fill the window. */
function stepOf(span: number): number {
  let unit = 1
  while (unit * 10 * LOOKS <= span) unit *= 10
  const times = [1, 2, 5].filter((n) => n * unit * LOOKS <= span)
  return Math.max(1, (times[times.length - 1] ?? 1) * unit)
}

/** One line for everybody who was a slave at any of the looks. */
function linesOf(looks: readonly Look[]): LagLine[] {
  const ids = [...new Set(looks.flatMap((look) => look.map(({ node }) => node)))]
  return ids.map((id) => {
    const lags = looks.map((look) => look.find(({ node }) => node === id)?.lag)
    const known = (read: (lag: Lag) => number | null) =>
      lags.map((lag) => (lag === undefined || lag.level === 'unknown' ? null : read(lag)))
    return {
      id,
      trueUs: known(({ trueUs }) => trueUs),
      reported: known(({ reported }) => reported),
      heartbeatUs: known(({ heartbeatUs }) => heartbeatUs),
      toReceive: known(({ entriesToReceive }) => entriesToReceive),
      toApply: known(({ entriesToApply }) => entriesToApply),
    }
  })
}
