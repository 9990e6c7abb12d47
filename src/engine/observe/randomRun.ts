import { parseRun, type Run } from '../../run/index.ts'
import { Chance } from '../kernel/chance.ts'

const ROUTES = ['leader', 'leader', 'leader', 'random', 'sticky', 'leader-after-write', 'wait-for-position'] as const

/** A run of every kind of cluster and every kind of trouble, for tests: the same number always gives the same run. */
export function randomRun(number: number, untilMs = 4000): Run {
  const chance = new Chance(number)
  const below = (what: string, n: number): number => chance.below(what, n)
  const pick = <T>(what: string, list: readonly T[]): T => list[below(what, list.length)]!
  const nodes = Array.from({ length: 2 + below('nodes', 4) }, (_, i) => ({
    id: `db${i + 1}`,
    role: i === 0 ? 'master' : 'slave',
    ...(below('slow', 4) === 0 ? { applyMs: 1 + below('slow', 60) } : {}),
  }))
  const monitor = below('monitor', 5) > 0
  const names = nodes.map(({ id }) => id)
  const clients = Array.from({ length: 1 + below('clients', 3) }, (_, i) => ({
    id: `c${i + 1}`,
    kind: pick('kind', ['closed-loop', 'closed-loop', 'stream', 'stream', 'stream', 'reader', 'reader', 'read-write']),
    route: pick('route', ROUTES),
    readsPerWrite: 1 + below('readsPerWrite', 3),
    routeWindowMs: 1 + below('window', 200),
    positionTimeoutMs: 1 + below('position', 300),
    thinkMs: 1 + below('think', 40),
    ratePerSecond: 1 + below('rate', 80),
    spacing: pick('spacing', ['even', 'exponential']),
    connections: 1 + below('connections', 4),
    entriesPerWrite: pick('entries', [1, 1, 1, 3, 16]),
    keys: 1 + below('keys', 9),
    hotPercent: pick('hot', [0, 0, 30]),
    timeoutMs: 50 + below('timeout', 1500),
    retryMs: 10 + below('retry', 300),
  }))
  const ends = [...names, ...clients.map(({ id }) => id), 'monitor']
  const actions = [
    () => ({ do: 'kill', node: pick('who', names) }),
    () => ({ do: 'kill', node: 'db1' }),
    () => ({ do: 'kill', node: 'db1' }),
    () => ({ do: 'restart', node: pick('who', names) }),
    () => ({ do: 'restart', node: 'db1' }),
    () => ({ do: pick('fault', ['cut', 'stall', 'stall', 'heal']), between: pair() }),
    () => ({ do: 'heal', between: pair() }),
    () => ({
      do: pick('thread', [
        'stop-receiver',
        'start-receiver',
        'stop-applier',
        'start-applier',
        'lock-rows',
        'unlock-rows',
      ]),
      node: pick('who', names),
    }),
    () => (monitor ? { do: 'promote', node: pick('who', names) } : { do: 'kill', node: pick('who', names) }),
    () => ({ do: 'write', client: pick('client', clients).id }),
    () => ({ do: 'set', path: `nodes.${pick('who', names)}.applyMs`, value: 1 + below('applyMs', 50) }),
    () => ({
      do: 'set',
      path: 'replication.mode',
      value: pick('newMode', ['async', 'semi-sync', 'quorum', 'all']),
    }),
    () => ({
      do: 'set',
      path: `clients.${pick('client', clients).id}.kind`,
      value: pick('newKind', ['closed-loop', 'stream', 'reader', 'read-write']),
    }),
    () => ({ do: 'set', path: `clients.${pick('client', clients).id}.route`, value: pick('newRoute', ROUTES) }),
  ]
  const pair = (): [string, string] => {
    const a = pick('end', names)
    return [
      a,
      pick(
        'end',
        ends.filter((id) => id !== a),
      ),
    ]
  }
  const interventions = Array.from({ length: below('actions', 9) }, () => ({
    atMs: below('at', untilMs),
    ...pick('action', actions)(),
  })).sort((a, b) => a.atMs - b.atMs)
  const parsed = parseRun({
    seed: number,
    scenario: {
      id: `random-${number}`,
      title: 'Random',
      nodes,
      clients,
      network: { oneWayMs: 1 + below('oneWay', 40), jitterMs: below('jitter', 3) },
      replication: {
        mode: pick('mode', ['async', 'async', 'async', 'semi-sync', 'semi-sync', 'quorum', 'all']),
        waitPoint: pick('waitPoint', ['after-sync', 'after-commit']),
        waitFor: 1 + below('waitFor', Math.max(1, nodes.length - 2)),
        timeoutMs: 50 + below('gate', 3000),
        ack: pick('ack', ['received', 'applied']),
        netTimeoutMs: 200 + below('net', 2000),
        connectRetryMs: 20 + below('connect', 300),
        heartbeatMs: 100,
      },
      costs: { applyMs: 1 + below('apply', 12), restartMs: 20 + below('restart', 300) },
      failover: {
        monitor,
        probeEveryMs: 50 + below('probe', 100),
        probeTimeoutMs: 50 + below('probe', 100),
        misses: 1 + below('misses', 4),
        choose: pick('choose', ['most-advanced', 'most-advanced', 'by-hand']),
      },
      lag: { warnEntries: 4, criticalEntries: 20, warnMs: 50, criticalMs: 300 },
    },
    interventions,
  })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.run
}
