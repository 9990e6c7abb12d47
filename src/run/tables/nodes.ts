/**
 * A database node as the scenario's author sets it up: its role at the start, whom it copies from, where it stands, and in
 * what it differs from the others. The rest of the hardware is the same everywhere (`costs.ts`).
 */
import type { Fields } from '../field.ts'
import { cost } from './quantities.ts'

export const NODE = {
  id: { type: 'id', description: 'Name of the node.' },
  role: {
    type: 'choice',
    choices: ['master', 'slave'],
    default: 'slave',
    description: 'Exactly one node starts as the master; with several masters every node is one.',
  },
  upstream: {
    type: 'id',
    optional: true,
    description:
      'Slaves: whom it copies from at the start. Absent: the master. A slave in the middle passes on what it has applied.',
  },
  dataCenter: {
    type: 'id',
    optional: true,
    description: 'Where it stands. Two that name different data centres are far apart; absent: near everybody.',
  },
  promotion: {
    type: 'choice',
    choices: ['neutral', 'prefer', 'must-not'],
    default: 'neutral',
    live: true,
    description:
      'May it take over by itself? A preferred one goes first, even if another has received more: what only that one has is lost then. One that must not is passed over, and only a person can name it.',
  },
  applyMs: {
    ...cost,
    optional: true,
    description: 'What one entry takes on this node’s SQL thread. Absent: as `costs.applyMs`.',
  },
  clockOffsetMs: {
    type: 'number',
    unit: 'ms',
    min: -3_600_000,
    max: 3_600_000,
    step: 100,
    default: 0,
    live: true,
    description:
      'How far this node’s clock is ahead of true time. It goes into time stamps, so that the lag a slave reports is wrong by it.',
  },
  clockDriftPpm: {
    type: 'number',
    unit: 'ppm',
    min: -100_000,
    max: 100_000,
    step: 10,
    default: 0,
    live: true,
    description:
      'How much too fast this node’s clock goes, in millionths; below 0 it goes too slow. Good quartz is wrong by 20: 1.7 seconds a day.',
  },
  priority: {
    type: 'number',
    unit: 'rank',
    min: 0,
    max: 100,
    step: 1,
    default: 0,
    live: true,
    description: 'Several masters, rule site-priority: of two versions that of the master with the higher one stays.',
  },
  delayMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 86_400_000,
    step: 100,
    default: 0,
    live: true,
    description:
      'A delayed slave receives at once, but applies an entry only when it is this old, counted from its upstream’s commit. That leaves time to stop before a mistake is applied here, too.',
  },
} as const satisfies Fields
