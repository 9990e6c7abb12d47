import type { Lane } from './lanes.ts'

// Where each lane lies. With few lanes there is air between them; with many they close up to the height of a
// line of text, and when even that does not fit, the rest is reached by scrolling.

export const RULER = 28
const FIRST = 18
const FOOT = 22
const LEAST = 16
const MOST = 32
const AIRY = 20

export interface Row {
  lane: Lane
  y: number
}
export interface Rows {
  rows: Row[]
  /** Px from lane to lane, 16 .. 32. */
  pitch: number
  /** Index of the first lane shown; how many lanes there are in all. */
  first: number
  total: number
}

/** Rows for `lanes` in `height` px; `first` asks which lane to begin with, else `selected` is kept in sight. */
export function rowsFor(lanes: readonly Lane[], height: number, first?: number, selected?: string | null): Rows {
  const total = lanes.length
  const roomy = total < 2 ? MOST : Math.min(MOST, (height - RULER - FIRST - FOOT) / (total - 1))
  if (roomy >= AIRY) {
    return {
      rows: lanes.map((lane, i) => ({ lane, y: RULER + FIRST + i * roomy })),
      pitch: roomy,
      first: 0,
      total,
    }
  }
  const room = height - RULER - 4
  const pitch = Math.max(LEAST, Math.min(AIRY, room / total))
  const fit = Math.max(1, Math.min(total, Math.floor(room / pitch + 1e-9)))
  const wanted = first ?? lanes.findIndex((lane) => lane.id === selected) - fit + 2
  const start = Math.max(0, Math.min(total - fit, wanted))
  return {
    rows: lanes.slice(start, start + fit).map((lane, i) => ({ lane, y: RULER + 2 + (i + 0.5) * pitch })),
    pitch,
    first: start,
    total,
  }
}
