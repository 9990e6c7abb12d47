/**
 * What work takes on a node. A commit is a chain of these; the flush, 1 ms on a good disk (DOMAIN 8), is most of it.
 */
import type { Fields } from '../field.ts'
import { cost } from './quantities.ts'

export const COSTS = {
  entryBytes: {
    type: 'number',
    unit: 'bytes',
    min: 1,
    max: 10_000_000,
    step: 100,
    default: 500,
    live: true,
    description: 'What one entry weighs on the wire. It matters only where a link has a limit.',
  },
  executeMs: { ...cost, default: 0.5, description: 'Running the statement on the master.' },
  binlogWriteMs: { ...cost, default: 0.1, description: 'Writing the entry to the binlog, still in memory.' },
  flushMs: { ...cost, default: 1, description: 'Flushing the binlog to disk: after that the entry survives a crash.' },
  commitMs: { ...cost, default: 0.1, description: 'Making the change visible on the master.' },
  relayFlushMs: {
    ...cost,
    default: 1,
    description: 'Flushing the relay log on a slave: after that it may acknowledge.',
  },
  applyMs: {
    ...cost,
    default: 0.5,
    description: 'One entry on a slave’s SQL thread. It sets how much a slave can take and how fast it catches up.',
  },
  restartMs: {
    ...cost,
    step: 100,
    max: 3_600_000,
    default: 5_000,
    description: 'From restart until the node answers.',
  },
  dataMegabytes: {
    type: 'number',
    unit: 'MB',
    min: 1,
    max: 1_000_000,
    step: 10,
    default: 100,
    live: true,
    description: 'What all data of a node weigh. A node that is built anew copies them before it can follow anybody.',
  },
  copyKilobytesPerSecond: {
    type: 'number',
    unit: 'kB/s',
    min: 1,
    max: 10_000_000,
    step: 1000,
    default: 50_000,
    live: true,
    description:
      'What a node gives to those that copy its data, shared between them. Data divided by it is the time until a lost slave is back.',
  },
} as const satisfies Fields
