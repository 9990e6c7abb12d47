/**
 * How far apart everybody is. Most scenarios need only the kinds of link (nodes, clients, monitor); an exception is
 * written for a pair. Defaults are those of one region: a round trip of 2 ms between its zones (DOMAIN 8).
 */
import type { Fields } from '../field.ts'
import { delay } from './quantities.ts'

const bandwidth = { type: 'number', unit: 'kB/s', min: 0, max: 10_000_000, step: 10, live: true } as const
const loss = { type: 'number', unit: '%', min: 0, max: 50, step: 0.1, live: true } as const

export const LINK = {
  between: { type: 'pair', description: 'The two ends: nodes, clients or `monitor`. It counts for both directions.' },
  oneWayMs: {
    ...delay,
    live: true,
    optional: true,
    description: 'Time from one end to the other. Absent: as in `network` for links of its kind.',
  },
  jitterMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 60_000,
    step: 0.1,
    live: true,
    optional: true,
    description: 'Median of the extra delay drawn for every message. Absent: as `network.jitterMs`.',
  },
  kilobytesPerSecond: {
    ...bandwidth,
    optional: true,
    description: 'What it carries in each direction; 0 = no limit. Absent: as `network.kilobytesPerSecond`.',
  },
  lossPercent: {
    ...loss,
    optional: true,
    description: 'Share of messages lost on the way. Absent: as `network.lossPercent`.',
  },
} as const satisfies Fields

export const NETWORK = {
  oneWayMs: {
    ...delay,
    default: 1,
    live: true,
    description: 'Time from one database node to another. While it lasts, an entry is nowhere but on the wire.',
  },
  jitterMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 60_000,
    step: 0.1,
    default: 0,
    live: true,
    description: 'Median of the extra delay drawn for every message; 0 draws none. A link never reorders.',
  },
  kilobytesPerSecond: {
    ...bandwidth,
    default: 0,
    description:
      'What a link between two nodes carries in each direction; 0 = no limit. A slave behind a narrow link falls behind without noticing.',
  },
  lossPercent: {
    ...loss,
    default: 0,
    description:
      'Share of messages lost on the way. A connection sends them again, which delays all that follows; a probe is simply gone.',
  },
  farOneWayMs: {
    ...delay,
    live: true,
    optional: true,
    description:
      'Time from one data centre to another, between nodes and from clients to nodes. Absent: as within one. It is what waiting for a slave elsewhere costs, and what an asynchronous one may lose.',
  },
  clientOneWayMs: {
    ...delay,
    default: 1,
    live: true,
    description: 'Time from a client to a node. It adds to every answer.',
  },
  monitorOneWayMs: { ...delay, default: 1, live: true, description: 'Time from the monitor to a node.' },
  links: {
    type: 'list',
    of: LINK,
    max: 200,
    description: 'Exceptions: pairs that are nearer or further than the rest.',
  },
} as const satisfies Fields
