import type { Fact } from '../fact.ts'
import type { Counters } from '../frame/index.ts'
import { Column, type ColumnSnapshot } from '../log/columns.ts'
import type { World } from '../world/index.ts'
import { PENDING } from '../writes.ts'
import { forEachWriteBeyond, historyOf, survives } from './history.ts'
import { okBeyond, safeTo } from './loss.ts'

/**
 * The figures under the stage, all in writes. They balance at every instant:
 *
 *   issued = ok + error + unknown + pending
 *   ok = surviving + atRisk + lost + overwritten + discarded
 *
 * Outcomes are counted as facts come by; what became of the entries is looked up at the ends of logs. With one
 * master nothing is overwritten or discarded: entries count, not values. A lost write that a later epoch brings
 * back (its master was a slave that had been left behind with it) survives again.
 */
export interface TallySnapshot {
  readonly ok: number
  readonly error: number
  readonly unknown: number
  readonly ghost: number
  readonly lost: number
  readonly phantoms: number
  readonly stale: number
  readonly ownMissing: number
  readonly wentBack: number
  readonly marked: number
  readonly doubtful: ColumnSnapshot
}

export class Tally {
  private ok = 0
  private error = 0
  private unknown = 0
  private ghost = 0
  private phantoms = 0
  private stale = 0
  private ownMissing = 0
  private wentBack = 0
  private lost = 0
  /** How many of the writes that were marked as lost have been looked at. */
  private marked = 0
  /** Writes with the outcome ERROR or UNKNOWN: any of them may turn out to be a ghost. */
  private readonly doubtful = Column.ints(8)
  /** The scan for writes at risk, with what it was made for: nothing of it is state. */
  private risk = { history: -1, end: -1, safe: -1, ok: -1, count: 0 }

  see(fact: Fact, world: World): void {
    switch (fact.kind) {
      case 'write-ok':
        this.ok++
        break
      case 'write-error':
      case 'write-unknown':
        if (fact.kind === 'write-error') this.error++
        else this.unknown++
        this.doubtful.push(fact.args.write!)
        if (survives(world, fact.args.write!)) this.ghost++
        break
      case 'entries-logged':
        this.countLateGhosts(fact, world)
        break
      case 'writes-lost':
        this.countLost(world, fact.args.list ?? [])
        break
      case 'phantom-read':
        // What a new epoch left out has been counted when it began.
        if (fact.args.reason === 'late') this.phantoms++
        break
      case 'stale-read':
        this.stale++
        break
      case 'own-write-missing':
        this.ownMissing++
        break
      case 'read-went-back':
        this.wentBack++
        break
      case 'promoted':
        this.phantoms = world.kit.calls.phantoms(world)
        this.recount(world)
        break
      case 'node-recovered':
        this.recount(world)
        break
    }
  }

  counters(world: World): Counters {
    const { ok, error, unknown, ghost, lost } = this
    const issued = world.writes.length
    const atRisk = this.atRisk(world)
    return {
      issued,
      ok,
      error,
      unknown,
      pending: issued - ok - error - unknown,
      surviving: ok - atRisk - lost,
      atRisk,
      lost,
      ghost,
      overwritten: 0,
      discarded: 0,
      reads: world.reads.length,
      phantomReads: this.phantoms,
      staleReads: this.stale,
      ownWriteMissing: this.ownMissing,
      readsWentBack: this.wentBack,
      noticed: world.noticed.length,
    }
  }

  snapshot(): TallySnapshot {
    const { ok, error, unknown, ghost, lost, phantoms, stale, ownMissing, wentBack, marked } = this
    return {
      ok,
      error,
      unknown,
      ghost,
      lost,
      phantoms,
      stale,
      ownMissing,
      wentBack,
      marked,
      doubtful: this.doubtful.snapshot(),
    }
  }

  restore(from: TallySnapshot): void {
    this.ok = from.ok
    this.error = from.error
    this.unknown = from.unknown
    this.ghost = from.ghost
    this.lost = from.lost
    this.phantoms = from.phantoms
    this.stale = from.stale
    this.ownMissing = from.ownMissing
    this.wentBack = from.wentBack
    this.marked = from.marked
    this.doubtful.restore(from.doubtful)
  }

  /** A write whose client gave up before the master came to it. */
  private countLateGhosts(fact: Fact, world: World): void {
    const { log } = world.nodes.find((node) => node.id === fact.at)!
    if (log !== historyOf(world)) return
    forEachWriteBeyond(world, log, fact.args.from! - 1, (write, from) => {
      const outcome = world.writes.outcome.get(write - 1)
      if (from <= fact.args.to! && outcome !== PENDING) this.ghost++
    })
  }

  private countLost(world: World, list: readonly number[]): void {
    if (world.lost.length === this.marked) return
    this.lost += list.filter((write) => !survives(world, write)).length
    this.marked = world.lost.length
  }

  private recount(world: World): void {
    this.marked = world.lost.length
    this.lost = world.lost.filter(({ write }) => !survives(world, write)).length
    this.ghost = 0
    for (let at = 0; at < this.doubtful.length; at++) if (survives(world, this.doubtful.get(at))) this.ghost++
  }

  private atRisk(world: World): number {
    const history = world.epochs.length
    const { end } = historyOf(world)
    const safe = safeTo(world)
    if (safe === end) return 0
    const known = this.risk
    if (known.history !== history || known.end !== end || known.safe !== safe || known.ok !== this.ok)
      this.risk = { history, end, safe, ok: this.ok, count: okBeyond(world, safe) }
    return this.risk.count
  }
}
