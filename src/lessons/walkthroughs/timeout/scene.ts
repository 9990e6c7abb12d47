/** The timeout trap: the modes, what is cut, killed and written, and who is quoted. */
import type { Move } from '../../walkthrough.ts'

export const writes = { do: 'write', client: 'c' } as const
export const write: Move = { act: writes }
export const ok = (count: number): Move => ({ until: `counters.ok = ${count}`, mostMs: 3000 })
export const set = (path: string, value: number | string): Move => ({ act: { do: 'set', path, value } })
export const cutAt = (atMs: number) =>
  [
    { atMs, do: 'cut', between: ['db1', 'db2'] },
    { atMs, do: 'cut', between: ['db1', 'db3'] },
  ] as { atMs: number; do: 'cut'; between: [string, string] }[]
export const dies: readonly Move[] = [
  { act: { do: 'kill', node: 'db1' } },
  { until: 'happened(failover-done)', mostMs: 3000 },
]
export const semi = { 'replication.mode': 'semi-sync' }
export const all = { 'replication.mode': 'all' }
export const quorum = { 'replication.mode': 'quorum' }

export const semiSync = { name: 'MySQL 8.4 Reference Manual', place: 'Semisynchronous Replication' }
export const postgres = { name: 'PostgreSQL 17 documentation', place: 'Synchronous Replication' }
