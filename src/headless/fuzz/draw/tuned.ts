/**
 * Where any value of a table would do but most are dull: the ranges in which databases, clients and faults meet each
 * other within a few seconds of database time. `undefined` leaves a field to its default. A field without a line here
 * is drawn from what its table says.
 */
import type { Dice } from './dice.ts'

/** Names of data centres, where somebody has to stand somewhere. */
export const CENTERS = ['east', 'west'] as const

type Draw = (dice: Dice) => unknown

/** Milliseconds, the short ones as likely as the long ones. */
const ms =
  (low: number, high: number): Draw =>
  (dice) =>
    dice.spread(low, high, 0.001)
const whole =
  (low: number, high: number): Draw =>
  (dice) =>
    low + dice.below(high - low + 1)
const any =
  (...values: unknown[]): Draw =>
  (dice) =>
    dice.pick(values)
/** In one of `n` cases as `draw` says, otherwise `usual`. */
const rarely =
  (n: number, draw: Draw, usual: unknown = undefined): Draw =>
  (dice) =>
    dice.oneIn(n) ? draw(dice) : usual

export const TUNED: Readonly<Record<string, Draw>> = {
  'nodes.applyMs': rarely(4, ms(0.5, 60)),
  'nodes.clockOffsetMs': rarely(4, (dice) => dice.below(20_000) - 10_000),
  'nodes.upstream': rarely(3, (dice) => `db${1 + dice.below(8)}`),

  'nodes.dataCenter': any(undefined, undefined, ...CENTERS),
  'nodes.promotion': rarely(8, any('prefer', 'must-not')),
  'nodes.delayMs': rarely(8, ms(5, 1500)),

  'nodes.clockDriftPpm': rarely(4, whole(-50_000, 50_000)),
  'nodes.priority': rarely(2, whole(0, 3)),

  'network.oneWayMs': ms(0.2, 50),
  'network.farOneWayMs': rarely(2, ms(1, 80)),
  'network.jitterMs': rarely(2, ms(0.1, 8)),
  'network.kilobytesPerSecond': rarely(4, ms(4, 200), 0),
  'network.lossPercent': rarely(3, ms(0.1, 15), 0),
  'network.clientOneWayMs': ms(0.1, 20),
  'network.monitorOneWayMs': ms(0.1, 20),
  'network.links.oneWayMs': rarely(2, ms(0.01, 200)),
  'network.links.jitterMs': rarely(4, ms(0.1, 40)),
  'network.links.kilobytesPerSecond': rarely(4, ms(1, 100)),
  'network.links.lossPercent': rarely(3, ms(0.1, 40)),

  'clients.dataCenter': any(undefined, undefined, ...CENTERS),
  'clients.node': rarely(2, (dice) => `db${1 + dice.below(8)}`),
  'clients.operation': any('put', 'put', 'increment', 'add', 'insert', 'delete', 'mixed', 'mixed'),
  'clients.kind': any('closed-loop', 'closed-loop', 'stream', 'stream', 'stream', 'stream', 'reader', 'read-write'),
  'clients.readsPerWrite': whole(1, 5),
  'clients.readsPerSecond': any(0, 5, 20, 60),
  'clients.routeWindowMs': ms(5, 800),
  'clients.positionTimeoutMs': ms(5, 800),
  'clients.thinkMs': ms(2, 80),
  'clients.ratePerSecond': any(0, 1, 5, 10, 20, 30, 40, 60, 80),
  'clients.connections': whole(1, 8),
  'clients.keys': any(1, 2, 3, 8, 8, 12, 1000, 1_000_000),
  'clients.hotPercent': rarely(3, whole(0, 100), 0),
  'clients.entriesPerWrite': any(1, 1, 1, 1, 1, 1, 2, 3, 16, 150),
  'clients.timeoutMs': ms(30, 3000),
  'clients.retryMs': ms(5, 400),
  'clients.startMs': rarely(3, ms(1, 1500), 0),
  'clients.writes': rarely(6, whole(1, 60), 0),

  'replication.mode': any('async', 'async', 'semi-sync', 'semi-sync', 'quorum', 'all'),
  'replication.waitFor': any(1, 1, 1, 2, 2, 3, 4),
  'replication.timeoutMs': ms(5, 4000),
  'replication.connectRetryMs': ms(10, 400),
  'replication.netTimeoutMs': ms(100, 3000),
  'replication.heartbeatMs': ms(30, 800),
  'replication.connectRetries': rarely(8, whole(1, 6)),
  'replication.retainEntries': rarely(5, whole(1, 60)),
  'replication.heartbeatRowMs': rarely(5, ms(20, 400)),

  'multiMaster.topology': any('all-to-all', 'all-to-all', 'ring', 'star'),
  'multiMaster.loops': any('seen', 'seen', 'origin'),
  'multiMaster.graceMs': ms(20, 2000),
  'multiMaster.function': any(undefined, '(a, b) => a'),
  'multiMaster.rows': any('', 'cart', 'cart,stock'),
  'regions.kind': any('mrec', 'mrsc'),
  'regions.zoneMs': ms(0.02, 20),
  'regions.leaseMs': ms(20, 1500),
  'regions.witness': rarely(3, (dice) => `db${1 + dice.below(3)}`),
  'regions.giveUpMs': ms(20, 1500),
  'clients.consistency': any('eventual', 'strong'),
  'actions.write.key': any(undefined, 'k1', 'k2', 'n1', 'n2'),
  'actions.write.value': any(undefined, 1, 2, 3, -1),
  'actions.set-function.source': any('(a, b) => b', ''),

  'costs.entryBytes': ms(1, 20_000),
  'costs.executeMs': ms(0.02, 3),
  'costs.binlogWriteMs': ms(0.01, 1),
  'costs.flushMs': ms(0.02, 8),
  'costs.commitMs': ms(0.01, 1),
  'costs.relayFlushMs': ms(0.02, 8),
  'costs.applyMs': ms(0.05, 15),
  'costs.restartMs': ms(5, 500),
  'costs.dataMegabytes': any(1, 1, 2, 10, 100),
  'costs.copyKilobytesPerSecond': ms(500, 50_000),

  'failover.monitor': any(true, true, true, true, false),
  // Several are tried by every third: with them all else about failovers is another story.
  'failover.monitors': rarely(3, (dice) =>
    Array.from({ length: dice.pick([1, 3, 3, 3, 3, 5]) }, (_, at) => {
      const dataCenter = dice.pick([undefined, undefined, ...CENTERS])
      return dataCenter === undefined ? { id: `m${at + 1}` } : { id: `m${at + 1}`, dataCenter }
    }),
  ),
  'failover.quorum': any(1, 2, 2, 2, 3),
  'failover.oldMaster': any('leave', 'leave', 'rejoin', 'rewind', 'rebuild'),
  'failover.probeEveryMs': ms(20, 200),
  'failover.probeTimeoutMs': ms(20, 200),
  'failover.misses': any(1, 2, 2, 3, 3, 4),
  'failover.choose': any('most-advanced', 'most-advanced', 'most-advanced', 'by-hand'),
  'failover.promoteWithin': rarely(8, any('same-data-center')),
  'failover.drain': rarely(6, any('skip', 'fail')),
  'failover.fence': any('none', 'none', 'none', 'none', 'lease', 'power-off', 'proxy'),
  'failover.fenceMs': ms(5, 300),
  'failover.leaseMs': ms(60, 1500),
  'failover.antiFlapMs': rarely(8, ms(10, 2000)),
  'failover.catchUpMs': ms(5, 1500),
  'failover.oldConnections': rarely(3, any('keep')),
  'failover.promoteMs': ms(0.5, 150),
  'failover.rerouteMs': ms(0.5, 150),
  'failover.electionPauseMs': ms(1, 200),
  'failover.electionMs': ms(10, 400),
  'failover.electionRetryMs': ms(40, 1500),

  'lag.warnEntries': whole(1, 10),
  'lag.criticalEntries': whole(1, 40),
  'lag.warnMs': ms(5, 200),
  'lag.criticalMs': ms(20, 1000),

  // People's business: it changes nothing that happens.
  title: any(undefined),
  about: any(undefined),
  paceMs: any(undefined),
}
