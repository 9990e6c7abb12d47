/**
 * The words that tests of several masters are written in, on top of those of all rules: masters that all take writes, what
 * stands in a row, and who has found which conflict.
 */
import type { ConflictFrame } from '../index.ts'
import { Lab, type Setting } from './lab.ts'

interface Masters extends Omit<Setting, 'nodes' | 'specs'> {
  /** How many, or what the scenario says of each. */
  masters?: number | readonly object[]
  multiMaster?: object
}

/** Clients c1, c2, ... one at each master, that write only when told to. */
export class Company extends Lab {
  constructor({ masters = 2, multiMaster = {}, clients, ...rest }: Masters = {}) {
    const specs = (typeof masters === 'number' ? Array.from({ length: masters }, () => ({})) : masters).map(
      (spec, at) => ({ id: `db${at + 1}`, role: 'master', ...spec }),
    )
    const told = specs.map(({ id }, at) => ({ id: `c${at + 1}`, kind: 'stream', ratePerSecond: 0, node: id }))
    super({
      specs,
      clients: clients ?? told,
      failover: { monitor: false },
      multiMaster: { topology: 'all-to-all', rows: 'x', ...multiMaster },
      ...rest,
    } as Setting)
    this.pass(50)
  }

  override pass(ms: number): this {
    super.pass(ms)
    return this
  }

  /** A write by hand, which leaves at once. */
  does(client: string, operation: 'put' | 'increment' | 'add' | 'insert' | 'delete', value?: number, key = 'x'): this {
    const args = { ...(operation === 'insert' ? {} : { key }), ...(value === undefined ? {} : { value }) }
    this.act({ do: 'write', client, operation, ...args })
    return this
  }

  /** What a row holds at a master, by its values; one that is deleted or not there has none. */
  row(node: string, key = 'x'): (string | null)[] {
    const site = this.many.sites.find((one) => one.node === node)!
    return (site.rows.find((row) => row.key === key)?.versions ?? []).map(({ value }) => value)
  }

  /** The same at all masters. */
  rows(key = 'x'): (string | null)[][] {
    return this.many.sites.map(({ node }) => this.row(node, key))
  }

  get many() {
    return this.frame().multiMaster!
  }

  get conflicts(): ConflictFrame[] {
    return this.many.conflicts
  }

  /** The error that each applier has stopped with; by channel, as in `db1<db2`. */
  get errors(): Record<string, number> {
    const stopped = this.many.sites.flatMap(({ node, channels }) =>
      channels.flatMap(({ from, error }) => (error ? [[`${node}<${from}`, error.code] as const] : [])),
    )
    return Object.fromEntries(stopped)
  }
}
