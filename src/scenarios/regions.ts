/** What presets of regions have in common: regions in real places, each with a client beside it in the same data centre. */

/** One way, by the names of the places; east, ohio and west are Virginia, Ohio and Oregon. */
const WAYS = [
  { between: ['eu', 'us'], oneWayMs: 34 },
  { between: ['ap', 'us'], oneWayMs: 75 },
  { between: ['ap', 'eu'], oneWayMs: 105 },
  { between: ['east', 'ohio'], oneWayMs: 6 },
  { between: ['ohio', 'west'], oneWayMs: 25 },
  { between: ['east', 'west'], oneWayMs: 32 },
] as const

/** Settings of regions by their names, and of clients `c1`, `c2` ... beside those where somebody writes. */
export function regionsIn(places: readonly string[], writers: readonly string[] = places) {
  return {
    nodes: places.map((id) => ({ id, role: 'master', dataCenter: id })),
    network: {
      oneWayMs: 34,
      clientOneWayMs: 2,
      links: WAYS.filter(({ between }) => between.every((id) => places.includes(id))),
    },
    clients: writers.map((node, at) => ({
      id: `c${at + 1}`,
      kind: 'stream',
      ratePerSecond: 0,
      node,
      dataCenter: node,
    })),
    replication: { connectRetryMs: 60 },
    costs: { applyMs: 4, restartMs: 60 },
    failover: { monitor: false },
  }
}
