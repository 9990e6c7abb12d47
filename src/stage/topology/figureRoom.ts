import { WIDTH as HERO, heroHeight } from './heroLayout.ts'
import type { Room } from './layout.ts'
import { WIDTH as STACKED, stackedHeight } from './stackedLayout.ts'
import type { LayoutKind } from './view.ts'

/**
 * How a figure in an article is drawn: beside each other in a usual column of text, one below the other in a narrow
 * one, where the words would become too small. Its height follows from its width and from who takes part, never
 * from the time, so that an article does not move while it is read. `scale`: pixels per stage unit.
 */
export function figureRoom(width: number, nodes: number): Room & { layout: LayoutKind; scale: number } {
  const wide = width >= LEAST_WIDE
  const scale = wide ? Math.min(1, width / HERO) : Math.min(MOST_NARROW, width / STACKED)
  const height = Math.ceil((wide ? heroHeight(nodes) : stackedHeight(nodes)) * scale)
  return { layout: wide ? 'hero' : 'stacked', width, height, scale }
}

/** Narrower than this, the words of a card would not fit at 11 pixels. */
const LEAST_WIDE = 630
/** Three stacked cards, the bar and two lines of text stay within 500 pixels. */
const MOST_NARROW = 0.9
