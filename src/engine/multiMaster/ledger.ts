/**
 * What became of every entry, so that nothing is lost unseen: at how many masters it stands now, whether a rule threw it
 * away, whether somebody who had seen it wrote over it, and which of all that happened to writes that were told OK.
 */
import type { Digest } from '../kernel/hash.ts'
import { Column, type ColumnSnapshot } from '../log/columns.ts'
import type { World } from '../world/index.ts'
import { OK } from '../writes.ts'

/** Marks of an entry. */
const DISCARDED = 1
const OVERWRITTEN = 2

type Fate = 'surviving' | 'overwritten' | 'discarded' | 'lost'

interface Tallies {
  /** Versions that a rule threw away and nobody who had seen them wrote over, and that stand nowhere. */
  readonly discarded: number
  /** The same of writes that were told OK, and further fates of those. */
  readonly okDiscarded: number
  readonly okOverwritten: number
  readonly okLost: number
  readonly ok: number
}

export interface LedgerSnapshot {
  readonly standing: ColumnSnapshot
  readonly marks: ColumnSnapshot
  readonly since: ColumnSnapshot
  readonly tallies: Tallies
}

export class Ledger {
  /** By entry - 1: at how many masters it stands. */
  private readonly standing = Column.ints(8)
  private readonly marks = Column.ints(8)
  /** When its fate last changed. */
  private readonly turned = Column.floats(8)
  tallies: Tallies = { discarded: 0, okDiscarded: 0, okOverwritten: 0, okLost: 0, ok: 0 }

  /** A new entry: the youngest one. */
  add(): void {
    this.standing.push(0)
    this.marks.push(0)
    this.turned.push(0)
  }

  /** `by` 1: it stands at one more master; -1: at one less. */
  stand(world: World, entry: number, by: 1 | -1): void {
    this.change(world, entry, () => this.standing.set(entry - 1, this.standing.get(entry - 1) + by))
  }

  /** A rule threw it away somewhere. True when that is the first time. */
  discard(world: World, entry: number): boolean {
    return this.mark(world, entry, DISCARDED)
  }

  /** Somebody who had seen it wrote over it. */
  overwrite(world: World, entry: number): void {
    this.mark(world, entry, OVERWRITTEN)
  }

  /** Its client has just been told OK. */
  told(world: World, write: number): void {
    this.count(this.fateOf(world, world.writes.entry.get(write - 1)), true, 1)
    this.tallies = { ...this.tallies, ok: this.tallies.ok + 1 }
  }

  /** Gone with the last master that had it. */
  lose(world: World, entry: number): void {
    const write = world.entries.writeOf(entry)
    this.change(world, entry, () => world.writes.lostAt.set(write - 1, world.time))
  }

  fateOf(world: World, entry: number): Fate {
    const write = world.entries.writeOf(entry)
    if (write > 0 && world.writes.lostAt.get(write - 1) >= 0) return 'lost'
    const marks = this.marks.get(entry - 1)
    // What stands nowhere and was neither thrown away nor overwritten has done what it should: a row that is deleted.
    if (marks === 0 || this.standing.get(entry - 1) > 0) return 'surviving'
    return marks >= OVERWRITTEN ? 'overwritten' : 'discarded'
  }

  /** When that became its fate. */
  since(entry: number): number {
    return this.turned.get(entry - 1)
  }

  snapshot(): LedgerSnapshot {
    const [standing, marks, since] = [this.standing, this.marks, this.turned].map((column) => column.snapshot())
    return { standing: standing!, marks: marks!, since: since!, tallies: this.tallies }
  }

  restore(from: LedgerSnapshot): void {
    this.standing.restore(from.standing)
    this.marks.restore(from.marks)
    this.turned.restore(from.since)
    this.tallies = from.tallies
  }

  feed(digest: Digest): void {
    for (const column of [this.standing, this.marks, this.turned])
      for (let row = 0; row < column.length; row++) digest.int(column.get(row))
  }

  private mark(world: World, entry: number, mark: number): boolean {
    const marks = this.marks.get(entry - 1)
    if ((marks & mark) !== 0) return false
    this.change(world, entry, () => this.marks.set(entry - 1, marks | mark))
    return true
  }

  private change(world: World, entry: number, how: () => void): void {
    const before = this.fateOf(world, entry)
    how()
    const after = this.fateOf(world, entry)
    if (before === after) return
    this.turned.set(entry - 1, world.time)
    const write = world.entries.writeOf(entry)
    const isOk = write > 0 && world.writes.outcome.get(write - 1) === OK
    this.count(before, isOk, -1)
    this.count(after, isOk, 1)
    if (before === 'discarded' || after === 'discarded')
      this.tallies = { ...this.tallies, discarded: this.tallies.discarded + (after === 'discarded' ? 1 : -1) }
  }

  private count(fate: Fate, isOk: boolean, by: number): void {
    if (!isOk || fate === 'surviving') return
    const { tallies } = this
    if (fate === 'discarded') this.tallies = { ...tallies, okDiscarded: tallies.okDiscarded + by }
    else if (fate === 'overwritten') this.tallies = { ...tallies, okOverwritten: tallies.okOverwritten + by }
    else this.tallies = { ...tallies, okLost: tallies.okLost + by }
  }
}
