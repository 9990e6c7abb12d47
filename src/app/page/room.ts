/**
 * How much room there is. Text size and the projector enlarge the whole page as a browser's zoom would, so that
 * nothing can outgrow its place; layouts therefore follow the room in enlarged pixels, not the window's own.
 */
import type { Look } from './look.ts'

export interface Room {
  /** One pixel of a layout in pixels of the window. */
  scale: number
  /** Three columns; two with drawers; the phone's stage over a sheet. */
  layout: 'columns' | 'drawers' | 'phone'
  /** Too low for the usual bottom strip. */
  short: boolean
  /** Of the page, in its own pixels. */
  width: number
  height: number
}

/** A projector shows as much as a page of this size, however many pixels it has. */
const PROJECTED = { width: 960, height: 540 }
/** Enlarging stops where less than this would be left. */
const LEAST = { width: 640, height: 360 }

export function roomOf(
  { width, height }: { width: number; height: number },
  { theme, textSize }: Pick<Look, 'theme' | 'textSize'>,
): Room {
  const scale = scaleOf(width, height, theme, textSize / 100)
  const [w, h] = [width / scale, height / scale]
  return { scale, width: w, height: h, layout: layoutOf(w, h), short: h < 620 }
}

function scaleOf(width: number, height: number, theme: Look['theme'], text: number): number {
  if (theme !== 'projector') return text
  const projected = Math.max(1, Math.min(width / PROJECTED.width, height / PROJECTED.height))
  const most = Math.max(projected, Math.min(width / LEAST.width, height / LEAST.height))
  return Math.min(projected * text, most)
}

/** Wide and low (a phone on its side, large text) has no room for a sheet below the stage. */
function layoutOf(width: number, height: number): Room['layout'] {
  if (width >= 1100) return 'columns'
  return width >= 720 || (width >= 560 && height < 520) ? 'drawers' : 'phone'
}

/** Widths under which the style sheet changes something, as words on the document: `[data-room~="under-900"]`. */
const STEPS = [1184, 1100, 900, 720, 480, 360, 280]

export const roomWords = ({ width, layout, short }: Room): string =>
  [layout, ...(short ? ['short'] : []), ...STEPS.filter((step) => width < step).map((step) => `under-${step}`)].join(
    ' ',
  )
