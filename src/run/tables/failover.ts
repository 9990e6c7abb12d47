/**
 * What happens once the master is believed to be gone: who takes over, how the old one is kept out, and what becomes of it.
 * Whoever watches comes first in the same table, as on the page.
 */
import type { Fields } from '../field.ts'
import { WATCH } from './monitors.ts'
import { patience } from './quantities.ts'

export const FAILOVER = {
  ...WATCH,
  choose: {
    type: 'choice',
    choices: ['most-advanced', 'by-hand'],
    default: 'most-advanced',
    live: true,
    description: 'Who takes over: the slave that has received most, or the one that you name.',
  },
  promoteWithin: {
    type: 'choice',
    choices: ['anywhere', 'same-data-center'],
    default: 'anywhere',
    live: true,
    description:
      'Whether a slave in another data centre than the lost master may take over. If only the same one will do, losing a whole data centre is an outage until somebody acts, and never two masters.',
  },
  drain: {
    type: 'choice',
    choices: ['wait', 'skip', 'fail'],
    default: 'wait',
    live: true,
    description:
      'What a candidate does that has received more than it has applied: apply it all first, throw it away and take over at once, or refuse to take over.',
  },
  fence: {
    type: 'choice',
    choices: ['none', 'lease', 'power-off', 'proxy'],
    default: 'none',
    live: true,
    description:
      'How the old master is kept from taking writes before a new one does. None: it learns of the newer epoch when somebody reaches it. Lease: it stops by itself when it has not been heard of for `leaseMs`. Power-off: its host is switched off. Proxy: clients are no longer let through to it.',
  },
  fenceMs: {
    ...patience,
    default: 1_000,
    live: true,
    description: 'How long switching a host off takes, or telling the proxy. It is part of the outage.',
  },
  leaseMs: {
    ...patience,
    default: 10_000,
    live: true,
    description:
      'A master that the monitor has not heard for this long makes itself read-only; the monitor waits as long before it promotes. Shorter: a shorter outage, and more of them when the network is slow.',
  },
  antiFlapMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 86_400_000,
    step: 1_000,
    default: 0,
    live: true,
    description:
      'After a failover none by itself for this long, so that a fault that comes and goes does not send the master round and round. Orchestrator’s default is an hour.',
  },
  catchUpMs: {
    ...patience,
    default: 10_000,
    live: true,
    description:
      'Switchover: if the new master has not caught up within this time, the old one takes writes again and nothing has changed.',
  },
  oldConnections: {
    type: 'choice',
    choices: ['close', 'keep'],
    default: 'close',
    live: true,
    description:
      'What a reroute does with connections that are open to the old master. Kept ones go on writing there, for as long as it takes writes.',
  },
  oldMaster: {
    type: 'choice',
    choices: ['leave', 'rejoin', 'rewind', 'rebuild'],
    default: 'leave',
    live: true,
    description:
      'What the monitor does with a former master that answers again. Leave: it stays fenced. Rejoin: it follows as it is, and is refused if it has entries of its own. Rewind: it takes those back first, which takes a while. Rebuild: it throws everything away and copies the data of the master, which takes longest and always works.',
  },
  promoteMs: {
    ...patience,
    default: 50,
    live: true,
    description: 'Becoming master once the relay log is empty.',
  },
  rerouteMs: {
    ...patience,
    default: 100,
    live: true,
    description: 'Clients learn the new address this long after the promotion.',
  },
} as const satisfies Fields
