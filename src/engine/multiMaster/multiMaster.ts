/**
 * What a run with several masters has beyond one with a single one: the data of each, every entry's content, the conflicts
 * found, and how far they agree (DOMAIN 5). Written to by the acts in this folder alone; `snapshot` shares what is
 * immutable. The host's compiled function is no part of the state: it follows from the source.
 */
import type { Digest } from '../kernel/hash.ts'
import type { Regions, RegionsSnapshot } from '../regions/regions.ts'
import { feedRow, type MergeFunction } from '../resolvers/index.ts'
import type { Conflict } from './conflict.ts'
import { Freshness, type FreshnessSnapshot } from './freshness.ts'
import { Ledger, type LedgerSnapshot } from './ledger.ts'
import type { Exchange } from './repair.ts'
import { feedSite, makeSite, restoreSite, type Site, type SiteSnapshot, siteSnapshot } from './site.ts'
import { Table, type TableSnapshot } from './table.ts'
import { type Asked, feedWritten, OPERATIONS, type Written } from './written.ts'

/** Of the whole run. */
export interface Counts {
  /** Pairs of versions that met, each counted once, wherever it met. */
  readonly conflicts: number
  readonly siblingsMost: number
  readonly collected: number
  readonly resurrected: number
  readonly appliedAgain: number
  readonly dropped: number
  readonly stopped: number
}

export interface Accord {
  /** The largest number of masters with equal data, and since when. */
  readonly agree: number
  readonly since: number
  /** Rows that differ somewhere, in rising order. */
  readonly keys: readonly number[]
  /** Since when any does; -1 = none does. */
  readonly differSince: number
  /** Has a conflict been found since? */
  readonly disputed: boolean
}

/** A write by hand, for a client's next issue. */
export interface Given {
  readonly key?: number
  readonly operation?: Asked['operation']
  readonly argument?: number
}

export interface MastersSnapshot {
  readonly sites: readonly SiteSnapshot[]
  readonly written: TableSnapshot<Written>
  readonly asked: TableSnapshot<Asked>
  readonly own: readonly TableSnapshot<number>[]
  readonly given: readonly (readonly Given[])[]
  readonly ledger: LedgerSnapshot
  readonly freshness: FreshnessSnapshot
  readonly conflicts: readonly Conflict[]
  readonly counts: Counts
  readonly accord: Accord
  readonly outcomes: Outcomes
  readonly exchanges: readonly Exchange[]
  readonly nextExchange: number
  readonly regions: RegionsSnapshot | null
}

/** Of writes, as their clients know them. */
export interface Outcomes {
  readonly ok: number
  readonly error: number
  readonly unknown: number
  /** Not told OK, and it happened all the same. */
  readonly ghost: number
}

const NOTHING: Counts = {
  conflicts: 0,
  siblingsMost: 0,
  collected: 0,
  resurrected: 0,
  appliedAgain: 0,
  dropped: 0,
  stopped: 0,
}

export class MultiMaster {
  /** By node number. */
  readonly sites: Site[]
  /** By entry. */
  readonly written = new Table<Written>(9)
  /** By write. */
  readonly asked = new Table<Asked>(9)
  /** By client number: key -> entry of its own last write of that row that it was told OK for. */
  readonly own: readonly Table<number>[]
  /** By client number. */
  given: readonly (readonly Given[])[]
  readonly ledger = new Ledger()
  /** What reads did not show; only measured. */
  readonly freshness: Freshness
  /** The last ones, oldest first. Immutable. */
  conflicts: readonly Conflict[] = []
  counts: Counts = NOTHING
  accord: Accord
  /** Rows on their way to another master, oldest first. Immutable. */
  exchanges: readonly Exchange[] = []
  nextExchange = 1
  outcomes: Outcomes = { ok: 0, error: 0, unknown: 0, ghost: 0 }
  /** Null where nodes are single servers. */
  regions: Regions | null = null
  private compile: ((source: string) => MergeFunction) | null = null
  private compiled: { readonly source: string; readonly call: MergeFunction } | null = null
  /** Entries by key, up to which one: found again after a restore. */
  private histories: { upTo: number; byKey: Map<number, number[]> } = { upTo: 0, byKey: new Map() }

  constructor(nodes: number, clients: number) {
    this.sites = Array.from({ length: nodes }, (_, number) => makeSite(number))
    this.own = Array.from({ length: clients }, () => new Table<number>())
    this.given = this.own.map(() => [])
    this.freshness = new Freshness(clients)
    this.accord = { agree: nodes, since: 0, keys: [], differSince: -1, disputed: false }
  }

  /** Who makes something to call of a reader's function. */
  host(compile: (source: string) => MergeFunction): void {
    this.compile = compile
    this.compiled = null
  }

  /** Is there anybody who can run a reader's function? */
  get canMerge(): boolean {
    return this.compile !== null
  }

  /** The reader's function; one that throws where nobody can run it. */
  mergeBy(source: string): MergeFunction {
    if (this.compiled?.source === source) return this.compiled.call
    const { compile } = this
    const call: MergeFunction =
      compile === null
        ? () => {
            throw new Error('There is nobody here who could run a function.')
          }
        : compile(source)
    this.compiled = { source, call }
    return call
  }

  count(name: keyof Counts, by = 1): void {
    this.counts = { ...this.counts, [name]: this.counts[name] + by }
  }

  /** Entries that wrote a row, oldest first. `last`: the youngest entry there is. */
  entriesOf(key: number, last: number): readonly number[] {
    const known = this.histories
    for (; known.upTo < last; known.upTo++) {
      const entry = known.upTo + 1
      const written = this.written.get(entry)
      if (written?.version == null) continue
      const list = known.byKey.get(written.key)
      if (list === undefined) known.byKey.set(written.key, [entry])
      else list.push(entry)
    }
    return known.byKey.get(key) ?? []
  }

  snapshot(): MastersSnapshot {
    const { given, conflicts, counts, accord, outcomes, exchanges, nextExchange } = this
    return {
      sites: this.sites.map(siteSnapshot),
      written: this.written.snapshot(),
      asked: this.asked.snapshot(),
      own: this.own.map((table) => table.snapshot()),
      given,
      ledger: this.ledger.snapshot(),
      freshness: this.freshness.snapshot(),
      conflicts,
      counts,
      accord,
      outcomes,
      exchanges,
      nextExchange,
      regions: this.regions?.snapshot() ?? null,
    }
  }

  restore(from: MastersSnapshot): void {
    from.sites.forEach((site, number) => {
      restoreSite(this.sites[number]!, site)
    })
    this.written.restore(from.written)
    this.asked.restore(from.asked)
    from.own.forEach((table, number) => {
      this.own[number]!.restore(table)
    })
    this.ledger.restore(from.ledger)
    this.freshness.restore(from.freshness)
    const { given, conflicts, counts, accord, outcomes, exchanges, nextExchange } = from
    Object.assign(this, { given, conflicts, counts, accord, outcomes, exchanges, nextExchange })
    if (from.regions !== null) this.regions?.restore(from.regions)
    this.histories = { upTo: 0, byKey: new Map() }
  }

  /** Everything that decides what will happen. */
  feed(digest: Digest): void {
    for (const site of this.sites) feedSite(digest, site)
    this.written.forEach((entry, written) => {
      digest.int(entry)
      feedWritten(digest, written)
    })
    this.asked.forEach((write, { operation, argument, key }) => {
      digest.int(write).int(OPERATIONS.indexOf(operation)).int(argument).int(key)
    })
    for (const table of this.own)
      table.forEach((key, entry) => {
        digest.int(key).int(entry)
      })
    digest.int(this.nextExchange).int(this.exchanges.length)
    for (const { id, rows } of this.exchanges) {
      digest.int(id)
      for (const { key, state } of rows) feedRow(state, digest.int(key))
    }
    for (const given of this.given) digest.int(given.length)
    this.ledger.feed(digest)
    for (const { id, at, node, key, fact } of this.conflicts) digest.int(id).int(at).int(node).int(key).int(fact)
    for (const count of Object.values(this.counts)) digest.int(count)
    for (const count of Object.values(this.outcomes)) digest.int(count)
    const { agree, since, keys, differSince, disputed } = this.accord
    digest
      .int(agree)
      .int(since)
      .int(keys.length)
      .int(differSince)
      .int(disputed ? 1 : 0)
    this.regions?.feed(digest)
  }
}
