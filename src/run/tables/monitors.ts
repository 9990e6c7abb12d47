/**
 * Who watches the master, and when they believe that it is gone. Probes times misses is the first part of every outage;
 * what is saved there is paid for with false alarms.
 */
import type { Fields } from '../field.ts'
import { patience } from './quantities.ts'

/** One of several that watch the master and vote. */
const MONITOR = {
  id: { type: 'id', description: 'Name of the monitor.' },
  dataCenter: {
    type: 'id',
    optional: true,
    description: 'Where it stands. A monitor that is cut off together with the master finds it well.',
  },
} as const satisfies Fields

export const WATCH = {
  monitor: {
    type: 'flag',
    default: true,
    description: 'Whether somebody watches the master and promotes a slave when it dies.',
  },
  monitors: {
    type: 'list',
    of: MONITOR,
    max: 5,
    description:
      'Several monitors that watch the master each for itself and elect one of them to act: 1, 3 or 5 of them. Empty: a single one that asks nobody. One that is cut off then mistakes nothing for a dead master, and one that dies is replaced.',
  },
  quorum: {
    type: 'number',
    unit: 'monitors',
    min: 1,
    max: 5,
    step: 1,
    default: 2,
    live: true,
    description:
      'How many monitors must find the master down before one asks for votes. It is elected by as many, but never by less than the majority of all monitors. A smaller quorum notices sooner; only the majority keeps two from acting at once.',
  },
  electionPauseMs: {
    ...patience,
    max: 600_000,
    default: 1_000,
    live: true,
    description:
      'Several monitors: once enough agree, each waits a random time up to this long before it asks for votes. Short: two ask at once, split the votes and have to ask again. Sentinel’s is 1000.',
  },
  electionMs: {
    ...patience,
    default: 1_000,
    live: true,
    description:
      'Several monitors: one that has asked for votes gives up after this long without enough of them, rests as long, and asks again. Sentinel’s is 10000; it must be longer than the way there and back.',
  },
  electionRetryMs: {
    ...patience,
    default: 5_000,
    live: true,
    description:
      'Several monitors: who has voted for another, or has found nobody to promote, tries by itself after this long without news of that one. It is the price of an elected monitor that dies at work. Sentinel’s is six minutes.',
  },
  probeEveryMs: {
    ...patience,
    default: 500,
    live: true,
    description: 'How often the monitor asks each node whether it is there.',
  },
  probeTimeoutMs: {
    ...patience,
    default: 500,
    live: true,
    description: 'A probe without an answer for this long is missed.',
  },
  misses: {
    type: 'number',
    unit: 'probes',
    min: 1,
    max: 100,
    step: 1,
    default: 3,
    live: true,
    description:
      'Missed probes in a row before the master is suspected. Fewer: a faster failover, and more false ones.',
  },
} as const satisfies Fields
