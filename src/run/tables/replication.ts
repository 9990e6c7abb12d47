/**
 * When a client hears OK, and how slaves copy. Where a setting has a namesake in MySQL its default is MySQL's own, unless
 * the description says otherwise.
 */
import { MODES } from '../choices.ts'
import type { Fields } from '../field.ts'
import { patience } from './quantities.ts'

export const REPLICATION = {
  mode: {
    type: 'choice',
    choices: MODES,
    default: 'async',
    live: true,
    description:
      'Async: the client hears OK once the master has committed. Semi-sync: the master first waits for slaves to have it, but not for ever. Quorum: it waits for so many, however long. All: it waits for every slave, however long.',
  },
  waitFor: {
    type: 'number',
    unit: 'slaves',
    min: 1,
    max: 8,
    step: 1,
    default: 1,
    live: true,
    description: 'Semi-sync and quorum: acknowledgements needed before the client hears OK.',
  },
  timeoutMs: {
    ...patience,
    default: 10_000,
    live: true,
    description: 'Semi-sync: without them for this long the master goes on as async, and its promises get weaker.',
  },
  ack: {
    type: 'choice',
    choices: ['received', 'applied'],
    default: 'received',
    live: true,
    description: 'What an acknowledgement means: safe in the relay log, or readable on the slave. MySQL’s is received.',
  },
  waitPoint: {
    type: 'choice',
    choices: ['after-sync', 'after-commit'],
    default: 'after-sync',
    live: true,
    description:
      'Where the master waits: after its log is flushed, when nobody sees the change yet, or after the commit, when everybody else reads what may still be lost.',
  },
  connectRetryMs: {
    ...patience,
    default: 1_000,
    live: true,
    description:
      'Pause of an I/O thread between attempts to connect. MySQL’s default is 60000; tuned set-ups use 1000.',
  },
  netTimeoutMs: {
    ...patience,
    default: 60_000,
    live: true,
    description:
      'An I/O thread that hears nothing for this long drops its connection. Until then silence looks like peace.',
  },
  heartbeatMs: {
    ...patience,
    default: 30_000,
    live: true,
    description: 'An idle sender says that it is alive this often. MySQL’s default is half of the net timeout.',
  },
  connectRetries: {
    type: 'number',
    unit: 'attempts',
    min: 0,
    max: 1_000_000,
    step: 1,
    default: 0,
    live: true,
    description:
      'An I/O thread that cannot connect tries again so many times, then stops until somebody starts it; 0 = it never gives up.',
  },
  retainEntries: {
    type: 'number',
    unit: 'entries',
    min: 0,
    max: 1_000_000_000,
    step: 10,
    default: 0,
    live: true,
    description:
      'Every node keeps at least the newest so many entries in its log; 0 = all. A slave that was away for longer finds what it needs gone, and has to be built anew.',
  },
  heartbeatRowMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 86_400_000,
    step: 100,
    default: 0,
    live: true,
    description:
      'The master writes the time into a row of its own this often; 0 = never. A slave that looks at its copy of the row knows how far behind it really is.',
  },
} as const satisfies Fields
