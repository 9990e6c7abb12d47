/** Global tables: regions of three replicas each. */
import { cross, hue } from '../glyphs/index.ts'
import { box, disc, line, type Shape } from '../picture/index.ts'
import { small } from './small.ts'

/** Three replicas in a frame, the first of them the leader. */
const region = (key: string, x: number, y: number, paint: string = hue.ink): Shape[] => [
  box(`${key}/frame`, x, y, 36, 18, 'none', { rx: 4, stroke: paint, 'stroke-width': 1.5 }),
  disc(`${key}/a`, x + 9, y + 9, 4, paint),
  disc(`${key}/b`, x + 19, y + 9, 3.2, 'none', { stroke: paint, 'stroke-width': 1.4 }),
  disc(`${key}/c`, x + 28, y + 9, 3.2, 'none', { stroke: paint, 'stroke-width': 1.4 }),
]

export const REGIONS = {
  /** Two regions, a promise in each, and one that is thrown away. */
  'global-table-mrec': () => [
    ...region('one', 1, 11),
    ...region('other', 103, 11),
    line('way', 'M40 20h60', hue.line, 1.5, { 'stroke-dasharray': '2 4' }),
    small('kept', 46, 'applied', { promise: 1 }),
    small('thrown', 76, 'lost', { promise: 1 }),
  ],
  /** Three regions: two agree, and the one that is alone takes nothing. */
  'global-table-mrsc': () => [
    ...region('one', 1, 1),
    ...region('two', 1, 21),
    ...region('alone', 103, 11, hue.stale),
    line('agree', 'M40 10c10 0 10 20 0 20', hue.ok, 2),
    line('tick', 'M54 20l3.5 4l6 -8', hue.ok, 2),
    line('way', 'M70 20h14', hue.line, 1.5, { 'stroke-dasharray': '2 4' }),
    cross('refused', 92, 20, 11, hue.crit, 3),
  ],
  /** Two regions with the table, and between them one that holds none of it and whose vote lets the left one go on. */
  'global-table-witness': () => [
    ...region('goes on', 1, 11),
    line('vote', 'M40 20h11', hue.ok, 2),
    box('witness', 54, 10, 32, 20, 'none', { rx: 4, stroke: hue.ink, 'stroke-width': 1.5, 'stroke-dasharray': '3 2' }),
    line('tick', 'M64 20l4.5 5l8 -10', hue.ok, 2.4),
    cross('cut', 94.5, 20, 9, hue.crit, 2.6),
    ...region('alone', 103, 11, hue.stale),
  ],
} satisfies Record<string, () => Shape[]>
