/**
 * What presets of several masters have in common: masters in real cities, a client beside each, and writes by hand, because
 * such a story lives by who writes when.
 */

/** Virginia, Oregon, São Paulo, as in the presets of a failover. */
const LINKS = [
  { between: ['db1', 'db2'], oneWayMs: 32 },
  { between: ['db1', 'db3'], oneWayMs: 57.5 },
  { between: ['db2', 'db3'], oneWayMs: 87.5 },
] as const

const CLIENT_ONE_WAY_MS = 8

/** Settings of masters `db1`, `db2` ... and clients `c1`, `c2` ... beside them. `specs`: what differs from the defaults. */
export function mastersIn(specs: readonly object[]) {
  const ids = specs.map((_, at) => `db${at + 1}`)
  return {
    nodes: specs.map((spec, at) => ({ id: ids[at], role: 'master', ...spec })),
    network: {
      oneWayMs: 32,
      clientOneWayMs: CLIENT_ONE_WAY_MS,
      links: LINKS.filter(({ between }) => between.every((id) => ids.includes(id))),
    },
    clients: ids.map((node, at) => ({ id: `c${at + 1}`, kind: 'stream', ratePerSecond: 0, node })),
    replication: { connectRetryMs: 60 },
    costs: { applyMs: 4, restartMs: 60 },
    failover: { monitor: false },
  }
}

type Operation = 'put' | 'increment' | 'add' | 'insert' | 'delete'

/** Who writes what, and when: `atMs` is the moment at which it leaves the client. Inserted rows get their names from their master. */
export function does(atMs: number, client: string, operation: Operation, value?: number, key = 'cart'): object {
  return {
    atMs,
    do: 'write',
    client,
    operation,
    ...(operation === 'insert' ? {} : { key }),
    ...(value === undefined ? {} : { value }),
  }
}

export const sets = (atMs: number, path: string, value: string | number): object => ({ atMs, do: 'set', path, value })
