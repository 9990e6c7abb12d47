import type { Columns, MasterSize } from './layout.ts'
import { type ReplicaSpec, withReplicas } from './regionSizes.ts'

/** How much room the card of one of several masters takes, and where its parts stand in it. */
export interface MasterSpec {
  size: MasterSize
  width: number
  header: number
  /** Top of the cells. */
  log: number
  /** Left end of values, and of the words of the rows. */
  columns: Columns
  /** First baseline of the rows, and from one to the next. */
  row: number
  pitch: number
  /** Baseline of the line about agreement, from the lower edge; null: it stands beside the log, or is a sign. */
  footer: number | null
  /** Height without any row. */
  bare: number
  /** Of a region: where its three replicas stand. */
  replicas?: ReplicaSpec
  /** Baseline of the gauges of what comes late, from the lower edge; null: there is no room for them. */
  latency?: number | null
}

const full = (width: number, count: number): MasterSpec => ({
  size: 'full',
  width,
  header: 30,
  log: 40,
  columns: { card: width, x: 58, count, pitch: 22, cell: 20 },
  row: 80,
  pitch: 20,
  footer: 11.5,
  bare: 104,
})

const slim = (width: number, count: number): MasterSpec => ({
  ...full(width, count),
  size: 'slim',
  header: 26,
  log: 35,
  row: 72,
  pitch: 18,
  footer: 9,
  bare: 82,
})

const mini = (width: number, count: number): MasterSpec => ({
  ...slim(width, count),
  size: 'mini',
  log: 34,
  columns: { card: width, x: 34, count, pitch: 22, cell: 20 },
  footer: null,
  bare: 62,
})

/** Of the lab, the best first. */
const LAB_SPECS: readonly MasterSpec[] = [full(248, 8), full(212, 6), slim(212, 6), mini(190, 6)]

/** Of a phone: as wide as the screen. */
const PHONE_SPECS: readonly MasterSpec[] = [
  {
    ...slim(358, 6),
    size: 'wide',
    header: 28,
    log: 36,
    columns: { card: 358, x: 58, count: 6, pitch: 22, cell: 20 },
    row: 74,
    footer: null,
    bare: 64,
  },
  {
    ...mini(358, 6),
    size: 'strip',
    header: 36,
    log: 8,
    columns: { card: 358, x: 220, count: 6, pitch: 22, cell: 20 },
    bare: 36,
  },
]

/** A card with so many rows on it; `more`: and a line that counts the others. */
export interface MasterRows {
  lines: number
  more: boolean
}

const MOST_ROWS = 3
const MORE = 16

/** What a card may show of that many rows, the best first. */
export function rowsFor({ size }: MasterSpec, rows: number): MasterRows[] {
  if (size === 'mini' || size === 'strip') return [{ lines: 0, more: false }]
  const all = { lines: Math.max(1, Math.min(rows, MOST_ROWS)), more: rows > MOST_ROWS }
  return all.lines === 1 ? [all] : [all, { lines: 1, more: false }]
}

export const masterHeight = (spec: MasterSpec, { lines, more }: MasterRows): number =>
  spec.bare + lines * spec.pitch + (more ? MORE : 0)

/** `regions`: of masters that are regions. */
export const labSpecs = (regions: boolean): readonly MasterSpec[] => (regions ? LAB_REGIONS : LAB_SPECS)
export const phoneSpecs = (regions: boolean): readonly MasterSpec[] => (regions ? PHONE_REGIONS : PHONE_SPECS)

const LAB_REGIONS = LAB_SPECS.map(withReplicas)
const PHONE_REGIONS = PHONE_SPECS.map(withReplicas)

export function specOf(size: MasterSize, width: number, regions: boolean): MasterSpec {
  const all = [...labSpecs(regions), ...phoneSpecs(regions)]
  return all.find((spec) => spec.size === size && spec.width === width) ?? all.find((spec) => spec.size === size)!
}
