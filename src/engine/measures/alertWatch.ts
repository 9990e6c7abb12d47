/**
 * The lag monitor (S8): raises an alert when a slave has been over a threshold for the dwell time, or silent for too
 * long, and when an entry has stood in too few logs for the dwell time. It stands outside the world like everybody who
 * watches, but what it says is a fact of the run, at the instant at which it is due and not when somebody looks.
 *
 * Simplified: it knows true lag, as a heartbeat row would tell it to within one interval, and it costs nothing.
 */
import type { Fact, FactArgs } from '../fact.ts'
import type { Alert } from '../frame/index.ts'
import type { Node, World } from '../world/index.ts'
import { AlertBook, type BookSnapshot, isSaid, type Note } from './alertBook.ts'
import { behindWhy, type Cause, silentWhy } from './behindWhy.ts'
import { CopiesWatch } from './copiesWatch.ts'
import { type Distance, lags } from './lag.ts'
import { isReachable } from './loss.ts'
import { type FaultsSnapshot, OpenFaults } from './openFaults.ts'
import { dueOf, firstDue, NEVER, type Over, overNow, START } from './over.ts'
import { applies, receives } from './parts.ts'
import { Work, type WorkSnapshot } from './work.ts'

/** What a single slave can be worth an alert for. */
const REASONS = ['entries', 'seconds', 'no-data'] as const
type Reason = (typeof REASONS)[number]

interface Watched {
  readonly over: Over
  readonly distance: Distance
  /** Could it be asked, and did it answer with a number? Positions that move change neither. */
  readonly heard: boolean
  readonly silent: boolean
  /** When the first of its reasons is worth an alert. */
  readonly due: number
}

export interface AlertsSnapshot {
  readonly watched: readonly Watched[]
  readonly book: BookSnapshot
  readonly copies: number
  readonly faults: FaultsSnapshot
  readonly work: WorkSnapshot
}

export class AlertWatch {
  /** By node number; a hole for one that has not been settled yet. */
  private watched: Watched[] = []
  private readonly book = new AlertBook()
  private readonly faults = new OpenFaults()
  private readonly work = new Work()
  private readonly copies = new CopiesWatch(this.book, (world, master, since) => this.thinWhy(world, master, since))
  /** The earliest instant at which something is due; -1: has to be reckoned again. Follows from the rest. */
  private next = -1
  /** Has anything moved since the alerts were last looked through? Never so between instants. */
  private moved = true

  /** Every fact, before gauges are settled for it. */
  see(fact: Fact, world: World): void {
    this.work.see(fact, world)
    this.faults.see(fact)
    this.book.see(fact, world)
    if (this.copies.see(fact, world)) this.stir()
    if (fact.kind === 'slave-removed') this.forget(world.nodes.findIndex((node) => node.id === fact.at))
  }

  /** A slave's gauge was settled: its distance now. `moves`: what happened is that a position moved, and no more. */
  settled(world: World, node: Node, distance: Distance, moves: boolean): void {
    const { number } = node
    const before = this.watched[number]
    const isKnown = moves && before !== undefined
    const heard = isKnown ? before.heard : isReachable(world, node)
    const silent = isKnown ? before.silent : !heard || !applies(node) || !receives(node)
    const over = lags(node) ? overNow(world, number, distance, before?.over ?? START, heard, silent) : START
    if (distance.entriesBehind === 0) this.faults.close(node.id, 'data')
    this.watched[number] = { over, distance, heard, silent, due: firstDue(over, world.settings.lag) }
    this.stir()
  }

  /** When it next has something to say if nothing happens until then. */
  dueAt(world: World): number {
    if (this.next < 0) this.next = this.reckon(world)
    return this.next
  }

  /** At the end of an instant: what is due is raised, what is over is cleared. `cause`: the last fact of the instant. */
  review(world: World, cause: number, note: Note): void {
    const isDue = this.dueAt(world) <= world.time
    if (!isDue && (!this.moved || this.book.isEmpty())) return
    this.moved = false
    for (let number = 0; number < this.watched.length; number++)
      if (this.watched[number] !== undefined)
        for (const reason of REASONS) this.weigh(world, world.nodes[number]!, reason, cause, note)
    this.copies.review(world, cause, note)
    this.next = -1
  }

  frame(world: World): Alert[] {
    return this.book.frame(world)
  }

  snapshot(): AlertsSnapshot {
    return {
      watched: this.watched.slice(),
      book: this.book.snapshot(),
      copies: this.copies.snapshot(),
      faults: this.faults.snapshot(),
      work: this.work.snapshot(),
    }
  }

  restore(from: AlertsSnapshot): void {
    this.watched = from.watched.slice()
    this.book.restore(from.book)
    this.copies.restore(from.copies)
    this.faults.restore(from.faults)
    this.work.restore(from.work)
    this.next = -1
    this.moved = false
  }

  private weigh(world: World, node: Node, reason: Reason, cause: number, note: Note): void {
    const { over, distance } = this.watched[node.number]!
    const standing = this.book.standing(node.number, reason)
    const { since, first, critical } = dueOf(over, reason, world.settings.lag)
    // An alert stands until the slave is below the lower threshold.
    if (standing !== undefined && since > world.time) this.book.clear(world, standing, cause, note)
    if (first > world.time) return
    const level = critical <= world.time ? 'critical' : 'warn'
    if (isSaid(standing, level)) return
    const isSilence = reason === 'no-data'
    const onset = isSilence || distance.oldestAt < 0 ? since : Math.min(since, distance.oldestAt)
    const why = isSilence
      ? silentWhy(world, node, this.faults)
      : behindWhy(world, node, distance, onset, this.faults, this.work)
    const args = argsOf(world, reason, level, distance, since)
    this.book.raise(world, node, { reason, level, since, onset, why, args }, note)
  }

  /** The slave with most to receive is what copies are missing for; without one it is the master's own end. */
  private thinWhy(world: World, { number, diedBy, diedAt }: Node, since: number): Cause {
    let worst: Watched | undefined
    let behind = -1
    this.watched.forEach((one, at) => {
      const toReceive = one.distance.entriesToReceive
      if (at === number || toReceive <= (worst?.distance.entriesToReceive ?? 0)) return
      worst = one
      behind = at
    })
    if (worst === undefined) return { fact: diedBy, brokenAt: diedAt }
    return behindWhy(world, world.nodes[behind]!, worst.distance, since, this.faults, this.work)
  }

  private stir(): void {
    this.moved = true
    this.next = -1
  }

  private forget(number: number): void {
    if (this.watched[number] !== undefined) this.watched[number] = { ...this.watched[number]!, over: START, due: NEVER }
    this.stir()
  }

  private reckon(world: World): number {
    let next = this.copies.dueAt()
    for (let number = 0; number < this.watched.length; number++) {
      const watched = this.watched[number]
      if (watched === undefined) continue
      if (this.book.isEmpty()) next = Math.min(next, watched.due)
      else for (const reason of REASONS) next = Math.min(next, this.nextOf(world, number, watched.over, reason))
    }
    return next
  }

  /** When this reason has something new to say about a node. */
  private nextOf(world: World, number: number, over: Over, reason: Reason): number {
    const standing = this.book.standing(number, reason)
    const { first, critical } = dueOf(over, reason, world.settings.lag)
    if (standing === undefined) return first
    return standing.level === 'critical' ? NEVER : critical
  }
}

function argsOf(world: World, reason: Reason, level: Alert['level'], distance: Distance, since: number): FactArgs {
  const { time, settings } = world
  const { lag } = settings
  if (reason === 'entries')
    return { count: distance.entriesBehind, value: level === 'critical' ? lag.criticalEntries : lag.warnEntries }
  if (reason === 'seconds')
    return { us: time - distance.oldestAt, value: level === 'critical' ? lag.criticalUs : lag.warnUs }
  return { us: time - since, value: lag.noDataUs }
}
