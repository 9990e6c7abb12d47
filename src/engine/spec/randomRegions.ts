/**
 * Random runs with regions: replicas die and return, whole regions do, lines are cut, leases and distances change; all of it
 * ends before the run does, so that at its end everybody has had the time to agree.
 */
import { type Intervention, MODEL, parseRun, type Run } from '../../run/index.ts'
import { Chance } from '../kernel/chance.ts'

/** When the last fault ends, and the run. */
const HEALED_MS = 4000
const END_MS = 12_000
const ZONES = ['a', 'b', 'c'] as const

/** `number`: which of them; the same number is the same run. */
export function randomRegions(number: number, kind: 'mrec' | 'mrsc' = 'mrec'): Run {
  const chance = new Chance(number)
  const below = (n: number): number => chance.below('run', n)
  const of = <T>(list: readonly T[]): T => list[below(list.length)]!
  const ids = Array.from({ length: kind === 'mrsc' ? 3 : 1 + 1 + below(3) }, (_, at) => `db${at + 1}`)
  const scenario = {
    id: `regions-${number}`,
    title: 'Random regions',
    untilMs: END_MS,
    nodes: ids.map((id) => ({
      id,
      role: 'master',
      dataCenter: `place-${id}`,
      clockOffsetMs: below(3) === 0 ? below(200) - 100 : 0,
    })),
    clients: Array.from({ length: 2 + below(4) }, (_, at) => {
      const node = of(ids)
      return {
        id: `c${at + 1}`,
        node,
        dataCenter: `place-${node}`,
        kind: of(['closed-loop', 'stream', 'read-write', 'reader']),
        consistency: of(['eventual', 'strong']),
        operation: of(['put', 'increment', 'add', 'mixed']),
        keys: 1 + below(3),
        thinkMs: 5 + below(60),
        ratePerSecond: 5 + below(20),
        timeoutMs: 300 + below(500),
        retryMs: 50,
        writes: 20 + below(60),
      }
    }),
    failover: { monitor: false },
    replication: { netTimeoutMs: 500 + below(500), heartbeatMs: 200, connectRetryMs: 100 },
    network: { oneWayMs: 1 + below(60), jitterMs: below(3) },
    costs: { applyMs: 1 + below(8), flushMs: 0.1 + below(4), restartMs: 50 + below(200) },
    multiMaster: { topology: 'all-to-all', rows: of(['', 'cart']) },
    regions: { kind, zoneMs: 0.1 + below(8), leaseMs: 40 + below(600), giveUpMs: 100 + below(600) },
  }
  const parsed = parseRun({ model: MODEL, scenario, seed: number, interventions: faults(below, ids) })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.run
}

/** In order of time; whatever is down at the end of them is started, whatever is cut is healed. */
function faults(below: (n: number) => number, ids: readonly string[]): Intervention[] {
  const list: Intervention[] = []
  const at = (): number => 50 + below(HEALED_MS - 1200)
  const region = (): string => ids[below(ids.length)]!
  const zone = () => ZONES[below(3)]!
  for (let n = 2 + below(10); n > 0; n--) {
    const begin = at()
    const end = begin + 20 + below(1100)
    const kind = below(8)
    if (kind < 5) {
      const one = { node: region(), zone: zone() }
      list.push({ atMs: begin, do: 'kill-replica', ...one }, { atMs: end, do: 'restart-replica', ...one })
    } else if (kind === 5) {
      const node = region()
      list.push({ atMs: begin, do: 'kill', node }, { atMs: end, do: 'restart', node })
    } else if (kind === 6) {
      const dataCenter = `place-${region()}`
      list.push({ atMs: begin, do: 'cut-data-center', dataCenter }, { atMs: end, do: 'heal-data-center', dataCenter })
    } else {
      const path = below(2) === 0 ? 'regions.zoneMs' : 'regions.leaseMs'
      list.push({ atMs: begin, do: 'set', path, value: 1 + below(200) / 4 })
    }
  }
  for (const node of ids) {
    list.push({ atMs: HEALED_MS, do: 'restart', node })
    for (const each of ZONES) list.push({ atMs: HEALED_MS + 500, do: 'restart-replica', node, zone: each })
  }
  return list.sort((a, b) => a.atMs - b.atMs)
}
