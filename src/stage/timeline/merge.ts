import { apart, isSign } from './apart.ts'
import type { Mark } from './lanes.ts'
import { markExtent, markRadius } from './markGlyph.ts'

// Marks that would stand in each other's way become one with a count. Crowded marks are collected in stretches
// of absolute time, not from the left edge of the window: otherwise they would regroup while the window moves.

/** A mark as it is drawn: at `t`, standing for `count` things; `seek` is the exact time of the first of them. */
export interface Placed {
  t: number
  is: Mark['is']
  count: number
  fact: number
  origin?: number
  seek: number
  /** Px to the nearest other mark of its kind: whether there is room for a number. */
  room: number
  /** Px beside where it happened, because of a neighbour of another kind. */
  dx: number
  /** Lighter things that happened almost together and have no sign of their own. */
  more: number
}

/** Ticks and dots may stand this close, in px. */
const CLOSE = 3

/** The marks of one kind on one lane, ascending in time, merged for a scale of `pixelsPerUs`. */
export function merged(marks: readonly Mark[], pixelsPerUs: number): Placed[] {
  const first = marks[0]
  if (!first) return []
  const wide = markRadius(first.is) > CLOSE
  // Wide glyphs must not overlap; a merged one is a plate with a number, 24 px with its air.
  const near = wide ? markRadius(first.is) * 2 : CLOSE
  const bin = Math.max(1, Math.round((wide ? 26 : CLOSE) / pixelsPerUs))
  const stretches: (Placed & { place: number; last: number })[] = []
  marks.forEach((mark, i) => {
    const before = marks[i - 1]
    const after = marks[i + 1]
    const crowded =
      (before !== undefined && (mark.t - before.t) * pixelsPerUs < near) ||
      (after !== undefined && (after.t - mark.t) * pixelsPerUs < near)
    const place = crowded ? Math.floor(mark.t / bin) : Number.NaN
    const top = stretches[stretches.length - 1]
    if (top && place === top.place) {
      top.count += mark.count
      top.last = mark.t
      // In the middle of its stretch, but not where nothing happened.
      top.t = Math.max(top.seek, Math.min(top.last, Math.round((place + 0.5) * bin)))
    } else stretches.push({ ...mark, seek: mark.t, room: 0, dx: 0, more: 0, place, last: mark.t })
  })
  const placed: Placed[] = []
  for (const { t, is, count, fact, seek, origin } of stretches) {
    const top = placed[placed.length - 1]
    const least = top && wide ? markExtent(is, top.count) + markExtent(is, count) : CLOSE
    if (top && (t - top.t) * pixelsPerUs < least) top.count += count
    else placed.push({ t, is, count, fact, seek, room: 0, dx: 0, more: 0, ...(origin !== undefined && { origin }) })
  }
  placed.forEach((mark, i) => {
    const left = i === 0 ? Number.POSITIVE_INFINITY : mark.t - placed[i - 1]!.t
    const right = i === placed.length - 1 ? Number.POSITIVE_INFINITY : placed[i + 1]!.t - mark.t
    mark.room = Math.min(left, right) * pixelsPerUs
  })
  return placed
}

/** All marks of a lane, merged kind by kind, in drawing order: ticks first, so that glyphs stand on them. */
export function placedMarks(marks: readonly Mark[], pixelsPerUs: number): Placed[] {
  const kinds = new Map<string, Mark[]>()
  for (const mark of marks) {
    const kind = mark.origin === undefined ? mark.is : `${mark.is} ${mark.origin}`
    const list = kinds.get(kind)
    if (list) list.push(mark)
    else kinds.set(kind, [mark])
  }
  const all = [...kinds.values()].flatMap((list) =>
    merged(
      list.sort((a, b) => a.t - b.t || a.fact - b.fact),
      pixelsPerUs,
    ),
  )
  const ticks = all.filter((mark) => !isSign(mark))
  const signs = all.filter(isSign)
  return [...ticks, ...(signs.length > 1 ? apart(signs, pixelsPerUs) : signs)].sort(
    (a, b) => markRadius(a.is) - markRadius(b.is) || a.t - b.t || a.fact - b.fact,
  )
}
