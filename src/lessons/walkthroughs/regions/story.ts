/** Walkthrough 12: who asks for what, and what becomes of Brazil. The same each time, whatever replicates. */
import type { Intervention } from '../../../run/index.ts'

const writes = (client: string, from: number, every: number, to: number): Intervention[] =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, at) => ({
    ...{ atMs: from + at * every, do: 'write', client },
  }))

/** Ten a second in Brazil and five in Singapore, whatever the answers. */
export const REQUESTS = [...writes('b', 650, 100, 3500), ...writes('s', 610, 200, 3500)]
const dies = (...nodes: string[]): Intervention[] => nodes.map((node) => ({ atMs: 1500, do: 'kill', node }))
/** Both machines of Brazil at once. */
export const LOST = [...REQUESTS, ...dies('db1', 'db2')]
export const BACK = [...LOST, ...['db1', 'db2'].map((node): Intervention => ({ atMs: 3000, do: 'restart', node }))]

const puts = (atMs: number, value: number): Intervention => ({
  ...{ atMs, do: 'write', client: 'b', operation: 'put', key: 'k1', value },
})
/** Both places know the first; the second has just been told OK. */
export const STOCK = [puts(550, 9), puts(1000, 8)]
/** In Singapore nobody writes then: `s` reads once, 90 ms after that OK. */
export const READS_AT = { 'clients.s.kind': 'reader', 'clients.s.startMs': 1095, 'clients.s.keys': 1 }

/** A master in each place, and everybody writes at their own. */
export const EVERYWHERE = {
  'multiMaster.topology': 'all-to-all',
  'nodes.db2.role': 'master',
  'nodes.db3.role': 'master',
  'replication.mode': 'async',
  'failover.monitor': false,
  'clients.b.node': 'db1',
  'clients.s.node': 'db3',
}

export const globalTables = { name: 'Amazon DynamoDB Developer Guide', place: 'How DynamoDB global tables work' }
