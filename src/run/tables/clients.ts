/**
 * Who writes and reads, and how. The kinds share one table, and each description says whose field it is, so that
 * a client can change its kind while the run goes on.
 */
import type { Fields } from '../field.ts'
import { delay, patience } from './quantities.ts'
import { READS } from './reads.ts'

export const CLIENT = {
  id: { type: 'id', description: 'Name of the client.' },
  kind: {
    type: 'choice',
    choices: ['closed-loop', 'stream', 'reader', 'read-write'],
    default: 'closed-loop',
    live: true,
    description:
      'A closed loop waits for its answer and thinks before the next write; a stream sends at its rate, come what may; a reader thinks and reads. Read-write is a user: it writes a row, thinks, and reads back what it wrote.',
  },
  dataCenter: {
    type: 'id',
    optional: true,
    description: 'Where it stands. A cut of that data centre leaves it with the nodes inside. Absent: near everybody.',
  },
  node: {
    type: 'id',
    optional: true,
    description:
      'Several masters: the one that it writes to, until that one fails it; then the next. Absent: they are spread evenly.',
  },
  operation: {
    type: 'choice',
    choices: ['put', 'increment', 'add', 'insert', 'delete', 'mixed'],
    default: 'put',
    live: true,
    description:
      'Several masters: what its writes do. Put a number in the row, add to the number, add an element to the list in the row, insert a new row, delete the row, or now this, now that.',
  },
  context: {
    type: 'choice',
    choices: ['read', 'own'],
    default: 'read',
    live: true,
    description:
      'Several masters: what a write knows of its row. Read: all that its master holds, as if it had just read it. Own: only its own last version, as a user does who writes blindly.',
  },
  thinkMs: {
    ...delay,
    max: 3_600_000,
    default: 100,
    live: true,
    description: 'Closed loop, reader and read-write: the pause between an answer and the next request.',
  },
  ratePerSecond: {
    type: 'number',
    unit: 'per second',
    min: 0,
    max: 100_000,
    step: 1,
    default: 5,
    live: true,
    description:
      'Stream: writes a second; with 0 it writes only when told to. What is faster than a slave applies makes it fall behind for ever.',
  },
  spacing: {
    type: 'choice',
    choices: ['even', 'exponential'],
    default: 'even',
    live: true,
    description: 'Even: always exactly that pause or rate. Exponential: drawn with that mean, as crowds behave.',
  },
  connections: {
    type: 'number',
    unit: 'connections',
    min: 1,
    max: 10_000,
    step: 1,
    default: 8,
    live: true,
    description: 'Stream: writes that may wait for an answer at once. Further ones queue at the client.',
  },
  keys: {
    type: 'number',
    unit: 'keys',
    min: 1,
    max: 1_000_000,
    step: 1,
    default: 8,
    live: true,
    description: 'How many different rows it uses, `k1`, `k2` and so on. With 1 the workload is a single hot row.',
  },
  hotPercent: {
    type: 'number',
    unit: '%',
    min: 0,
    max: 100,
    step: 1,
    default: 0,
    live: true,
    description: 'Share of requests that go to the hot key `k1`; the rest spread evenly over all keys.',
  },
  entriesPerWrite: {
    type: 'number',
    unit: 'entries',
    min: 1,
    max: 4096,
    step: 1,
    default: 1,
    live: true,
    description: 'Entries in one write: one transaction with one outcome.',
  },
  timeoutMs: {
    ...patience,
    default: 5_000,
    live: true,
    description: 'Without an answer for this long the client calls the outcome UNKNOWN: it may have happened or not.',
  },
  retryMs: {
    ...patience,
    default: 1_000,
    live: true,
    description: 'Pause before it writes again after ERROR or UNKNOWN.',
  },
  startMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 86_400_000,
    step: 100,
    default: 0,
    description: 'When its first write is due.',
  },
  writes: {
    type: 'number',
    unit: 'writes',
    min: 0,
    max: 1_000_000_000,
    step: 1,
    default: 0,
    description: 'It stops after this many writes; 0 means never.',
  },
  ...READS,
} as const satisfies Fields
