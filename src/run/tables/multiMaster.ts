/**
 * Several masters that each take writes and copy from one another: who copies from whom, how an entry that comes round is
 * recognised, and what becomes of a row that two of them have changed without knowing of each other (DOMAIN 5).
 */
import type { Fields } from '../field.ts'

export const MULTI_MASTER = {
  topology: {
    type: 'choice',
    choices: ['none', 'all-to-all', 'ring', 'star'],
    default: 'none',
    description:
      'None: a single master. Otherwise every node is one, and copies from all others; from the one before it in a ring; or, in a star, everybody from the first and the first from everybody.',
  },
  loops: {
    type: 'choice',
    choices: ['seen', 'origin'],
    default: 'seen',
    live: true,
    description:
      'How an entry that comes round is recognised. Seen: a node drops what it has applied before. Origin: it drops only what it wrote itself, so an entry whose origin has gone is dropped by nobody.',
  },
  rule: {
    type: 'choice',
    choices: [
      'wall-clock',
      'hybrid-clock',
      'version-vectors',
      'dotted-version-vectors',
      'site-priority',
      'function',
      'arrival',
    ],
    default: 'wall-clock',
    live: true,
    description:
      'Which version of a row stays. The latest by the clocks on the wall, or by hybrid clocks; all that did not know of each other, as siblings, by vectors or by dotted ones; that of the master with the highest priority; what a function makes of both; or, as in plain MySQL, whatever arrives last.',
  },
  ties: {
    type: 'choice',
    choices: ['highest-id', 'lowest-id'],
    default: 'highest-id',
    live: true,
    description: 'Who wins where clocks or priorities are equal: every master must come to the same answer.',
  },
  ship: {
    type: 'choice',
    choices: ['row', 'statement'],
    default: 'row',
    live: true,
    description:
      'Arrival: what an entry carries. Row: the row as it came out, so that one of two increments is lost. Statement: what was done, which is done again everywhere.',
  },
  onError: {
    type: 'choice',
    choices: ['stop', 'skip', 'overwrite'],
    default: 'stop',
    live: true,
    description:
      'Arrival: a row that is there already (1062) or not there (1032) stops the applier until somebody repairs it; or the entry is skipped; or it overwrites, and nobody hears of it.',
  },
  numbers: {
    type: 'choice',
    choices: ['own', 'shared'],
    default: 'own',
    description:
      'Arrival: how transactions are numbered. Own: each master counts its own (GTIDs of its own domain). Shared: all count on in one domain, and a number that is not higher than the last one in the log stops the applier (1950, gtid_strict_mode).',
  },
  generatedKeys: {
    type: 'choice',
    choices: ['interleaved', 'shared'],
    default: 'interleaved',
    description:
      'Numbers of inserted rows. Shared: each master counts 1, 2, 3, so two of them give the same number away. Interleaved: each counts in steps of as many as there are masters, from its own place on.',
  },
  tombstones: {
    type: 'choice',
    choices: ['keep', 'everyone', 'grace'],
    default: 'keep',
    live: true,
    description:
      'When the mark that a row was deleted is thrown away: never; once it is old enough and every master has it; or once it is old enough, whoever has it. Without the mark an old copy of the row counts as new.',
  },
  graceMs: {
    type: 'number',
    unit: 'ms',
    min: 1,
    max: 86_400_000,
    step: 100,
    default: 10_000,
    live: true,
    description: 'How old a tombstone must be before it may be thrown away. Cassandra’s default is ten days.',
  },
  function: {
    type: 'text',
    max: 4096,
    default: '',
    description:
      'Rule function: what makes one version of two, written in JavaScript, as in `(a, b) => a.value > b.value ? a.value : b.value`.',
  },
  rows: {
    type: 'text',
    max: 200,
    default: '',
    description:
      'Names of the rows that clients share, separated by commas, as in `cart`. Empty: `k1`, `k2` and so on.',
  },
} as const satisfies Fields
