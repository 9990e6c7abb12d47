/**
 * Regions in the manner of DynamoDB (DOMAIN 6): what is one master elsewhere is here a group of three replicas in three
 * zones, one of them the leader, and a table spans several such regions. One partition a table; real tables have many, each
 * with a group of its own.
 */
import type { Fields } from '../field.ts'
import { patience } from './quantities.ts'

/** The zones of every region. */
export const ZONES = ['a', 'b', 'c'] as const

export const REGIONS = {
  kind: {
    type: 'choice',
    choices: ['none', 'mrec', 'mrsc'],
    default: 'none',
    description:
      'None: nodes are single servers. Otherwise every node is a region with three replicas. MREC (eventual): a write is OK once its own region has it, and travels afterwards. MRSC (strong): it is OK once a second region has agreed.',
  },
  zoneMs: {
    type: 'number',
    unit: 'ms',
    min: 0.01,
    max: 100,
    step: 0.1,
    default: 0.5,
    live: true,
    description: 'One way between two zones of a region. Every write waits for one of them, there and back.',
  },
  leaseMs: {
    ...patience,
    default: 1_500,
    live: true,
    description:
      'How long the lease of a leader lasts. When it is gone, nobody leads for this long, because nobody can know that it is; then the others elect one.',
  },
  witness: {
    type: 'id',
    optional: true,
    description:
      'MRSC: the region that holds change data only. It takes part in the agreement, and nobody reads or writes there. Absent: three full regions.',
  },
  giveUpMs: {
    ...patience,
    default: 1_000,
    live: true,
    description:
      'MRSC: how long a leader waits for another region before its client hears an error. The write itself stays in doubt until somebody answers.',
  },
} as const satisfies Fields
