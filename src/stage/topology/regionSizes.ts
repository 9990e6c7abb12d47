import type { MasterSpec } from './masterSizes.ts'

/**
 * What the card of a region has beside that of a single master: a row for its three replicas, with the lane on which they
 * talk, and a line for how late the items of other regions are.
 */
export interface ReplicaSpec {
  /** The lane of their messages, and the middle line of what stands below it. */
  lane: number
  y: number
  /** Left end of the first, and from one to the next. */
  x: number
  pitch: number
  /** Changes of the group's log that each shows. */
  cells: number
  /** Does a letter name the zone? */
  lettered: boolean
  /** Left end of how many have flushed the newest change; null: there is no room for it. */
  count: number | null
}

const ROW = 34
const LATENCY = 20

export function withReplicas(spec: MasterSpec): MasterSpec {
  switch (spec.size) {
    case 'full':
    case 'slim':
      return belowHeader(spec)
    case 'mini':
      return {
        ...lowered(spec, ROW - 6),
        replicas: { lane: 35, y: 49, x: 12, pitch: 50, cells: 2, lettered: true, count: null },
        latency: null,
      }
    case 'wide':
      // Beside the log, and the gauges beside the words about agreement.
      return {
        ...spec,
        bare: spec.bare + 24,
        footer: 9,
        replicas: { lane: 37, y: 50, x: 202, pitch: 52, cells: 2, lettered: true, count: null },
        latency: 9,
      }
    case 'strip':
      return {
        ...spec,
        columns: { ...spec.columns, count: 4 },
        replicas: { lane: 8, y: 18, x: 313, pitch: 14, cells: 0, lettered: false, count: null },
        latency: null,
      }
  }
}

function belowHeader(spec: MasterSpec): MasterSpec {
  const wide = spec.width > 220
  // Four slim ones just fit into the lab.
  const close = spec.size === 'slim' ? 6 : 0
  return {
    ...lowered(spec, ROW - close, LATENCY - close / 3),
    replicas: {
      lane: spec.header + 10 - close / 3,
      y: spec.header + 25 - close / 2,
      x: 12,
      pitch: wide ? 69 : 60,
      cells: wide ? 4 : 3,
      lettered: true,
      count: spec.width - 36,
    },
    latency: spec.size === 'full' ? 39 : 26,
  }
}

/** With room for the replicas below its header, and above its lower edge for the gauges. */
const lowered = (spec: MasterSpec, by: number, below = 0): MasterSpec => ({
  ...spec,
  log: spec.log + by,
  row: spec.row + by,
  bare: spec.bare + by + below,
})
