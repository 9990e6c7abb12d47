import { hatchId } from './hatch.ts'
import { hue, type Origin, originHue } from './hue.ts'
import { at, type Attrs, BOLD, circle, figure, halo, type Mark, MIDDLE, path, round, stroke } from './mark.ts'
import { silhouette, tornOutline } from './silhouette.ts'

/**
 * The write, in one glyph: strip, wire, timeline, legend and pictogram all draw this cell. Its silhouette says where it
 * was written, its fill how far it got, the bar above that its client was told OK, the bars below who proved to hold
 * it. A bar above with a cross below is a lost write. The number stays readable in every state.
 */
export interface CellLook {
  origin: Origin
  /** `bare`: an outline and its number without a fill, for a dropped message. */
  fill: 'applied' | 'received' | 'lost' | 'extra' | 'bare'
  /** What stands in the cell; '' in a legend. */
  number: string
  width?: number
  height?: number
  /** Colour under the cell. */
  ground?: string
  /** Share of the promise bar that is drawn, 0 to 1. */
  promise?: number
  /** Share of each proof bar that is drawn, 0 to 1, one per acknowledgement. */
  proofs?: readonly number[]
  /** Prefix of the drawing's hatch patterns. */
  patterns: string
}

const CELL = 20
/** Bars stand this far from the cell. */
const BAR_GAP = 4

export function cell(key: string, x: number, y: number, look: CellLook, attrs: Attrs = {}): Mark {
  const width = look.width ?? CELL
  const height = look.height ?? CELL
  const lost = look.fill === 'lost'
  const marks = [...body(look, width, height)]
  if (look.number !== '') marks.push(digits(look, width, height))
  if (look.promise !== undefined && look.promise > 0) {
    const bar = `M0 ${-BAR_GAP}h${round(width * look.promise)}`
    marks.push(stroke('promise', bar, lost ? hue.crit : hue.ink, 2.5))
  }
  if (lost) {
    marks.push(stroke('cross', `M${width / 2 - 3.5} ${height + 3}l7 7m0 -7l-7 7`, hue.crit, 2))
  } else {
    marks.push(...proofBars(look.proofs ?? [], width, height))
  }
  return at(key, x, y, marks, attrs)
}

function body(look: CellLook, width: number, height: number): Mark[] {
  const ground = look.ground ?? hue.panel
  const paint = originHue(look.origin)
  switch (look.fill) {
    case 'applied':
      return [path('solid', silhouette(look.origin, width, height), { fill: paint })]
    case 'received': {
      const outline = silhouette(look.origin, width, height, 1)
      return [
        path('ground', outline, { fill: ground }),
        path('hatch', outline, {
          fill: `url(#${hatchId(look.patterns, look.origin)})`,
          stroke: paint,
          'stroke-width': 2,
        }),
      ]
    }
    case 'lost':
      return [
        path('lost', silhouette(look.origin, width, height, 1), {
          fill: ground,
          stroke: hue.crit,
          'stroke-width': 2,
          'stroke-dasharray': '3 2',
        }),
      ]
    case 'extra':
      return [path('torn', tornOutline(width, height), { fill: ground, stroke: hue.conflict, 'stroke-width': 2 })]
    case 'bare':
      return [
        path('bare', silhouette(look.origin, width, height, 1), { fill: ground, stroke: paint, 'stroke-width': 1.5 }),
      ]
  }
}

const DIGIT_HUE = { applied: hue.on, received: hue.ink, lost: hue.crit, extra: hue.conflict, bare: hue.ink } as const

function digits(look: CellLook, width: number, height: number): Mark {
  const rim = look.fill === 'received' ? halo(look.ground ?? hue.panel) : {}
  // Three digits are set narrower; from four on the last three are shown, the inspector has them all.
  const shown = look.number.length > 3 && width < 28 ? look.number.slice(-3) : look.number
  const tight = shown.length > 2 && width < shown.length * 7.3 + 2 ? narrow(width) : {}
  const y = height / 2 + 4.4
  return figure('number', width / 2, y, shown, 12, DIGIT_HUE[look.fill], { ...BOLD, ...MIDDLE, ...rim, ...tight })
}

const narrow = (width: number): Attrs => ({ textLength: width - 3, lengthAdjust: 'spacingAndGlyphs' })

/** At most three bars; more acknowledgements than that are a number. */
function proofBars(proofs: readonly number[], width: number, height: number): Mark[] {
  const landed = proofs.filter((share) => share > 0)
  if (landed.length > 3) {
    const count = figure('proofs', width / 2, height + 13, String(landed.length), 12, hue.ok, { ...BOLD, ...MIDDLE })
    return [stroke('proof-0', `M0 ${height + BAR_GAP}h${round(width)}`, hue.ok, 2.5), count]
  }
  return landed.map((share, i) =>
    stroke(`proof-${i}`, `M0 ${height + BAR_GAP + i * 4}h${round(width * share)}`, hue.ok, 2.5),
  )
}

/** An empty place in a strip. */
export const emptySlot = (key: string, x: number, y: number, width: number = CELL): Mark =>
  circle(key, x + width / 2, y + CELL / 2, 1.3, { fill: hue.line })

/** Where the next entry will be written: a line with a triangle, after the last cell. */
export const writeHead = (key: string, x: number, y: number, paint: string = hue.ink): Mark =>
  at(key, x, y, [stroke('line', 'M0 -3v26', paint, 1.5), path('tip', 'M-3.5 -7h7l-3.5 4.5z', { fill: paint })])
