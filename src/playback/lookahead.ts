/**
 * Finds how long the silence around the playhead lasts. A second engine, the scout, is set down at the playhead
 * and runs ahead to the end of the silence, and no further. What it finds holds for one take: an action makes
 * it start anew. While something is under way the scout is not needed, so a busy run pays nothing for it.
 */
import type { Engine, Fact, Frame, MessageFrame } from '../engine/index.ts'
import { isMilestone, isMoment } from '../engine/index.ts'
import { HORIZON, type Quiet } from './pace.ts'
import type { Playhead } from './playhead.ts'
import type { EngineOf } from './take.ts'

/** What holds the pace while it is under way; probes, their answers and heartbeats do not. */
const HOLDING: readonly MessageFrame['kind'][] = ['entries', 'ack', 'subscribe', 'write', 'read', 'reply', 'command']
/** For how long a fact leaves a mark that is worth waiting for, in wall seconds at speed 1. */
const MARK = { milestone: 1.2, moment: 0.3 }
/** Kernel events that the scout runs at most in one call: a few milliseconds. */
const MOST_WORK = 1000
/** Instants after a fact at which the scout looks for what was sent because of it. */
const AFTERMATH = 4

export class Lookahead {
  private scout: Engine | null = null
  private quiet: Quiet | null = null
  /** Is the end of `quiet` known, or only that it lasts until there at least? */
  private ended = false
  private seen = 0
  private look = 0

  private readonly engineOf: EngineOf

  constructor(engineOf: EngineOf) {
    this.engineOf = engineOf
  }

  /** Forgets the stretch: the playhead jumped, stopped, or stands on another take. */
  reset(): void {
    this.quiet = null
  }

  /**
   * The quiet stretch that the playhead is in, or null if something is under way. `frame` is what it shows;
   * `usPerSecond` is the pace times the speed, which says how far ahead is far enough.
   */
  stretch(playhead: Playhead, frame: Frame, usPerSecond: number): Quiet | null {
    const { time } = frame
    if (this.quiet !== null && time >= this.quiet.to) this.quiet = null
    if (this.quiet === null) {
      if (isUnderWay(frame) || frame.recent.some((fact) => markedUntil(fact, frame.paceUs) > time)) return null
      this.setOut(playhead)
    }
    const quiet = this.quiet!
    const far = time + usPerSecond * HORIZON
    if (!this.ended && quiet.to < far) quiet.to = this.runAhead(far)
    return quiet
  }

  private setOut(playhead: Playhead): void {
    const { time, event } = playhead.at
    if (this.scout?.run !== playhead.take.run) this.scout = this.engineOf(playhead.take.run)
    this.scout.restore(playhead.at.checkpoint())
    this.quiet = { from: time, to: time }
    this.ended = false
    this.seen = event
    this.look = 0
  }

  /** Until when it is quiet, as far as `far` or as the work of one call goes. */
  private runAhead(far: number): number {
    const scout = this.scout!
    const enough = scout.work + MOST_WORK
    while (scout.work < enough) {
      const next = scout.nextEventAt()
      if (next === null) return this.end(Number.POSITIVE_INFINITY)
      if (next > far) return far
      scout.runTo(next)
      const fresh = scout.event > this.seen ? scout.factsAfter(this.seen) : []
      this.seen = scout.event
      if (fresh.some(leavesMark)) return this.end(next)
      if (fresh.some(({ kind }) => kind !== 'probe-answered' && kind !== 'probe-missed')) this.look = AFTERMATH
      if (this.look > 0) {
        this.look--
        if (isUnderWay(scout.frame(false))) return this.end(next)
      }
    }
    return scout.time
  }

  private end(t: number): number {
    this.ended = true
    return t
  }
}

const isUnderWay = ({ messages, time }: Frame): boolean =>
  messages.some(({ kind, held, path }) => HOLDING.includes(kind) && !held && (path[path.length - 1]?.[0] ?? 0) > time)

/** A missed probe is the rhythm of an outage, not its news. */
const leavesMark = ({ kind }: Fact): boolean => isMoment(kind) && kind !== 'probe-missed'

const markedUntil = (fact: Fact, paceUs: number): number =>
  leavesMark(fact) ? fact.t + paceUs * (isMilestone(fact.kind) ? MARK.milestone : MARK.moment) : fact.t
