import type { Fact, FactKind } from '../fact.ts'

/**
 * Threads that are stopped, rows that are locked, data that are being built, the setting changed last: each with the
 * fact that says so. What a slave's being behind is put down to, beside dead nodes and links, which say it themselves.
 */
export type Thread = 'io' | 'sql' | 'rows' | 'data'

const OPENS: Partial<Record<FactKind, Thread>> = {
  'receiver-stopped': 'io',
  'receiver-refused': 'io',
  'applier-stopped': 'sql',
  'rows-locked': 'rows',
  'rebuild-asked': 'data',
  'slave-added': 'data',
}

const CLOSES: Partial<Record<FactKind, Thread>> = {
  'receiver-connected': 'io',
  'receiver-started': 'io',
  'applier-started': 'sql',
  'rows-unlocked': 'rows',
}

/** Settings that make a slave fall behind, or catch up. */
const WEIGHS = /^(clients|costs|network|nodes)\./

/** A fact, and when it happened. */
export interface Why {
  readonly fact: number
  readonly t: number
}

/** By thread, as in `db2/sql`; `set`: of the last setting. Immutable: replaced, never written to. */
export type FaultsSnapshot = Readonly<Record<string, Why>>

export class OpenFaults {
  private open: FaultsSnapshot = {}

  see({ id, t, at, kind, args }: Fact): void {
    const opens = OPENS[kind]
    if (opens !== undefined) this.open = { ...this.open, [`${at}/${opens}`]: { fact: id, t } }
    const closes = CLOSES[kind]
    if (closes !== undefined) this.close(at, closes)
    if (kind === 'setting-changed' && WEIGHS.test(args.path ?? '')) this.open = { ...this.open, set: { fact: id, t } }
  }

  /** The fact that says what is wrong with a thread of a node; undefined = nothing is. */
  of(node: string, thread: Thread): Why | undefined {
    return this.open[`${node}/${thread}`]
  }

  /** The last change, not before `t`, of a setting that lag may come from. */
  changeSince(t: number): Why | undefined {
    const change = this.open['set']
    return change !== undefined && change.t >= t ? change : undefined
  }

  close(node: string, thread: Thread): void {
    const place = `${node}/${thread}`
    if (this.open[place] === undefined) return
    const { [place]: _, ...rest } = this.open
    this.open = rest
  }

  snapshot(): FaultsSnapshot {
    return this.open
  }

  restore(from: FaultsSnapshot): void {
    this.open = from
  }
}
