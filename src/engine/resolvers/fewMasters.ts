/**
 * A few masters that share one row, for the tests: they write, and copy their rows to one another in whatever order a
 * test asks for. Beside the vectors it keeps what is really known where, as plain sets of writes: the oracle of
 * causality that the rules are compared with.
 */
import { HYBRID_START, type Hybrid, hybridReceive, hybridTick } from './hybrid.ts'
import type { Met, Resolver, RowHistory } from './resolver.ts'
import { EMPTY_ROW, type RowState, seenIn, valuesOf } from './row.ts'
import type { Vector } from './vector.ts'
import type { Seen, Version } from './version.ts'

export interface Site {
  /** Clock of the site minus true time, us. */
  readonly offsetUs: number
  readonly priority: number
}

/** What somebody had seen of the row. */
interface Look {
  readonly context: Vector
  readonly seen: Seen | null
  readonly known: ReadonlySet<string>
}

const NOTHING: Look = { context: [], seen: null, known: new Set() }

export const nameOf = (dot: { origin: number; sequence: number }): string => `${dot.origin}:${dot.sequence}`

export class FewMasters {
  now = 1_000_000_000
  readonly rows: RowState[]
  /** Writes that each master really knows of. */
  readonly known: Set<string>[]
  /** Writes that the client of a write had really seen. */
  readonly past = new Map<string, ReadonlySet<string>>()
  readonly written: Version[] = []
  /** What its master had after each write, in the order of writing. */
  readonly states: { readonly row: RowState; readonly known: ReadonlySet<string> }[] = []
  readonly met: Met[] = []
  private readonly clocks: Hybrid[]
  private readonly own: Look[] = []
  private readonly resolver: Resolver
  private readonly sites: readonly Site[]

  constructor(resolver: (history: RowHistory) => Resolver, sites: readonly Site[]) {
    this.sites = sites
    this.resolver = resolver({
      lastOf: (origin, upTo) =>
        this.of(origin)
          .filter(({ sequence }) => sequence <= upTo)
          .at(-1) ?? null,
      nextOf: (origin, after) => this.of(origin).find(({ sequence }) => sequence > after) ?? null,
    })
    this.rows = sites.map(() => EMPTY_ROW)
    this.known = sites.map(() => new Set())
    this.clocks = sites.map(() => HYBRID_START)
  }

  /** `context`: it has just read the row; it sends what it saw at its own last write (by client); or nothing. */
  write(at: number, value: string, context: 'read' | 'none' | number = 'read'): Version {
    const row = this.rows[at]!
    const read: Look = { context: row.context, seen: seenIn(row), known: new Set(this.known[at]!) }
    const look = context === 'read' ? read : context === 'none' ? NOTHING : (this.own[context] ?? NOTHING)
    const wallUs = this.now + this.sites[at]!.offsetUs
    this.clocks[at] = hybridTick(this.clocks[at]!, wallUs)
    const version: Version = {
      origin: at,
      sequence: this.of(at).length + 1,
      value,
      image: value === '' ? 'delete' : valuesOf(row).length === 0 ? 'insert' : 'update',
      wallUs,
      hybrid: this.clocks[at]!,
      context: look.context,
      base: look.seen,
      priority: this.sites[at]!.priority,
      sources: [],
    }
    this.written.push(version)
    this.past.set(nameOf(version), look.known)
    this.note(at, this.resolver.write(row, version))
    for (const name of [...look.known, nameOf(version)]) this.known[at]!.add(name)
    this.states.push({ row: this.rows[at]!, known: new Set(this.known[at]!) })
    if (typeof context === 'number') {
      const now = this.rows[at]!
      this.own[context] = { context: now.context, seen: seenIn(now), known: new Set(this.known[at]!) }
    }
    return version
  }

  /** The row of one master arrives at another. */
  copy(from: number, to: number): Met {
    return this.receive(to, this.rows[from]!, this.known[from]!)
  }

  /** The row as it was after the write `place` (0 for the first) arrives. */
  deliver(place: number, to: number): Met {
    const { row, known } = this.states[place]!
    return this.receive(to, row, known)
  }

  /** Writes known to a master that no other write known to it had seen: by the sets, not by the vectors. */
  unseen(at: number): string[] {
    const known = [...this.known[at]!]
    return known.filter((name) => !known.some((other) => this.past.get(other)!.has(name))).sort()
  }

  private receive(to: number, row: RowState, known: ReadonlySet<string>): Met {
    const wallUs = this.now + this.sites[to]!.offsetUs
    for (const { hybrid } of row.versions) this.clocks[to] = hybridReceive(this.clocks[to]!, hybrid, wallUs)
    const met = this.note(to, this.resolver.merge(this.rows[to]!, row))
    for (const name of known) this.known[to]!.add(name)
    return met
  }

  private note(at: number, met: Met): Met {
    this.rows[at] = met.row
    this.met.push(met)
    return met
  }

  private of(origin: number): Version[] {
    return this.written.filter((version) => version.origin === origin)
  }
}
