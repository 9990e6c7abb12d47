/**
 * Random runs with several masters: any topology, rule and workload, clocks that are wrong, and faults that end before the
 * run does, so that at its end everybody has had the time to agree.
 */
import { type Intervention, MODEL, parseRun, type Run } from '../../run/index.ts'
import { Chance } from '../kernel/chance.ts'

/** When the last fault ends, and the run. */
const HEALED_MS = 6000
const END_MS = 14_000

const CONVERGENT = ['wall-clock', 'hybrid-clock', 'version-vectors', 'dotted-version-vectors', 'site-priority'] as const
const ALL = [...CONVERGENT, 'arrival', 'function'] as const

/** `number`: which of them; the same number is the same run. `any`: also rules that promise nothing, and origins alone. */
export function randomMasters(number: number, any = false): Run {
  const chance = new Chance(number)
  const below = (n: number): number => chance.below('run', n)
  const of = <T>(list: readonly T[]): T => list[below(list.length)]!
  const many = 2 + below(4)
  const names = Array.from({ length: many }, (_, at) => `db${at + 1}`)
  const scenario = {
    id: `masters-${number}`,
    title: 'Random masters',
    untilMs: END_MS,
    nodes: names.map((id) => ({
      id,
      role: 'master',
      clockOffsetMs: below(3) === 0 ? below(400) - 200 : 0,
      clockDriftPpm: below(4) === 0 ? below(20_000) - 10_000 : 0,
      priority: below(3),
    })),
    clients: Array.from({ length: 1 + below(4) }, (_, at) => ({
      id: `c${at + 1}`,
      kind: of(any ? ['closed-loop', 'stream', 'read-write', 'reader'] : ['closed-loop', 'stream']),
      operation: of(['put', 'increment', 'add', 'mixed', 'mixed']),
      context: of(['read', 'read', 'own']),
      keys: 1 + below(4),
      thinkMs: 5 + below(80),
      ratePerSecond: 5 + below(20),
      spacing: of(['even', 'exponential']),
      timeoutMs: 300 + below(500),
      retryMs: 50,
      writes: 20 + below(60),
    })),
    failover: { monitor: false },
    replication: { netTimeoutMs: 500 + below(500), heartbeatMs: 200, connectRetryMs: 100 },
    network: { oneWayMs: 1 + below(60), jitterMs: below(3), lossPercent: below(4) === 0 ? 1 : 0 },
    costs: { applyMs: 1 + below(12), restartMs: 200 },
    multiMaster: {
      topology: of(['all-to-all', 'ring', 'star']),
      loops: any ? of(['seen', 'origin']) : 'seen',
      rule: of(any ? ALL : CONVERGENT),
      ties: of(['lowest-id', 'highest-id']),
      ship: of(['row', 'statement']),
      onError: of(['stop', 'skip', 'overwrite']),
      generatedKeys: of(['shared', 'interleaved']),
      tombstones: of(any ? ['keep', 'everyone', 'grace'] : ['keep', 'everyone']),
      graceMs: 200 + below(2000),
      rows: of(['', 'cart']),
    },
  }
  const parsed = parseRun({ model: MODEL, scenario, seed: number, interventions: faults(below, names, any) })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.run
}

/** Faults and repairs, in order of time; one master at most is taken away. */
function faults(below: (n: number) => number, names: readonly string[], any: boolean): Intervention[] {
  const list: Intervention[] = []
  const at = (): number => 100 + below(HEALED_MS - 1500)
  const node = (): string => names[below(names.length)]!
  const pair = (): [string, string] => {
    const one = below(names.length)
    return [names[one]!, names[(one + 1 + below(names.length - 1)) % names.length]!]
  }
  const gone = names.length > 2 && below(4) === 0 ? { node: node(), atMs: at() } : null
  for (let n = below(5); n > 0; n--) {
    const begin = at()
    const end = begin + 50 + below(1400)
    const kind = below(4)
    if (kind === 0) {
      const one = node()
      list.push({ atMs: begin, do: 'kill', node: one }, { atMs: end, do: 'restart', node: one })
    } else if (kind === 3) {
      const one = node()
      const thread = below(2) === 0 ? 'applier' : 'receiver'
      list.push({ atMs: begin, do: `stop-${thread}`, node: one }, { atMs: end, do: `start-${thread}`, node: one })
    } else {
      const between = pair()
      list.push({ atMs: begin, do: kind === 1 ? 'cut' : 'stall', between }, { atMs: end, do: 'heal', between })
    }
  }
  if (below(3) === 0) {
    const [one, from] = pair()
    list.push({ atMs: at(), do: 'repair', node: one, from })
  }
  if (any && below(3) === 0) list.push({ atMs: at(), do: 'purge', node: node() })
  if (any) for (let n = below(4); n > 0; n--) list.push({ atMs: at(), do: 'set', ...change(below, node()) })
  if (gone) list.push({ ...gone, do: 'remove-master' })
  const left = gone ? list.filter((one) => one.atMs <= gone.atMs || !aboutWhom(one).includes(gone.node)) : list
  return left.sort((a, b) => a.atMs - b.atMs)
}

/** Rules and clocks that are changed while everything runs. */
function change(below: (n: number) => number, node: string): { path: string; value: number | string } {
  const of = <T>(list: readonly T[]): T => list[below(list.length)]!
  const changes: readonly (readonly [string, number | string])[] = [
    ['multiMaster.rule', of(ALL)],
    ['multiMaster.rule', of(CONVERGENT)],
    ['multiMaster.ties', of(['lowest-id', 'highest-id'])],
    ['multiMaster.loops', of(['seen', 'origin'])],
    ['multiMaster.tombstones', of(['keep', 'everyone', 'grace'])],
    ['multiMaster.onError', of(['stop', 'skip', 'overwrite'])],
    ['multiMaster.ship', of(['row', 'statement'])],
    [`nodes.${node}.clockOffsetMs`, below(800) - 400],
    [`nodes.${node}.clockDriftPpm`, below(40_000) - 20_000],
    [`nodes.${node}.priority`, below(5)],
  ]
  const [path, value] = of(changes)
  return { path, value }
}

/** Whom it is about. */
function aboutWhom(action: Intervention): readonly string[] {
  const { node, from, between, path } = action as {
    node?: string
    from?: string
    between?: readonly string[]
    path?: string
  }
  return [node ?? '', from ?? '', ...(between ?? []), ...(path?.split('.') ?? [])]
}
