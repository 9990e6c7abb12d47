/**
 * Where a client that reads is sent. It decides which anomalies its user can see (DOMAIN 2.6): an old value, its own
 * write missing, a value that goes backwards.
 */
import type { Fields } from '../field.ts'
import { patience } from './quantities.ts'

export const READS = {
  readsPerSecond: {
    type: 'number',
    unit: 'per second',
    min: 0,
    max: 1000,
    step: 1,
    default: 0,
    live: true,
    description:
      'Reader: reads a second, come what may. One that is due while another is under way waits for its turn. With 0 it thinks after every answer instead.',
  },
  readsPerWrite: {
    type: 'number',
    unit: 'reads',
    min: 1,
    max: 100,
    step: 1,
    default: 1,
    live: true,
    description:
      'Read-write: how often it reads its row back after each write. The more it reads, the better its chance to see a change come and go.',
  },
  route: {
    type: 'choice',
    choices: ['leader', 'random', 'sticky', 'leader-after-write', 'wait-for-position', 'nearest'],
    default: 'leader',
    live: true,
    description:
      'Where its reads go: to the master; to any slave; to one slave for as long as that lives; to the master for a while after a write of its own; to a slave that first waits until it has applied all that this client has written or seen; or to the node of its own data centre, and to the master where none stands there.',
  },
  routeWindowMs: {
    ...patience,
    default: 1_000,
    live: true,
    description:
      'Leader after own write: for this long its reads stay with the master. It helps only where it is longer than the slaves lag.',
  },
  positionTimeoutMs: {
    ...patience,
    default: 1_000,
    live: true,
    description:
      'Wait for position: a slave that is not that far within this time says so, and the read goes to the master. It bounds what a lagging slave costs.',
  },
  consistency: {
    type: 'choice',
    choices: ['eventual', 'strong'],
    default: 'eventual',
    live: true,
    description:
      'Regions: what its reads ask for. Eventual: any replica answers with what it has, which may be old. Strong: the leader answers, and with MRSC only once another region has nothing newer.',
  },
} as const satisfies Fields
