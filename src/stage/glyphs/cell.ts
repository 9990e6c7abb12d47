import {
  type Attributes,
  area,
  box,
  disc,
  group,
  label,
  line,
  p,
  round,
  type Shape,
  shifted,
} from '../picture/index.ts'
import { cellHatch, HATCH_WIDTH } from './hatch.ts'
import { hue, type Origin, originHue } from './hue.ts'
import { cross } from './icons.ts'
import { at } from './place.ts'
import { silhouette, tornOutline } from './silhouette.ts'

/**
 * The write, in one glyph: strip, wire, timeline, legend and pictogram all draw this cell. Its silhouette says where it
 * was written, its fill how far it got, the bar above that its client was told OK, the bars below who proved to hold
 * it. A bar above with a cross below is a lost write, a stroke across one that a conflict has discarded. The number stays readable in every state. The master's heartbeat
 * row is no write: a thin outline with a beat in it.
 */
export interface CellLook {
  origin: Origin
  /** `bare`: an outline and its number without a fill, for a dropped message; `waiting`: dashed, to be sent once more. */
  fill: 'applied' | 'received' | 'lost' | 'extra' | 'discarded' | 'bare' | 'waiting'
  /** The master's heartbeat row; `applied` has a beat in full ink. */
  beat?: boolean
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
}

const CELL = 20
/** Bars stand this far from the cell. */
const BAR_GAP = 4

/** Its shapes are drawn at x; what falls does so by its group. */
export const cell = (key: string, x: number, y: number, look: CellLook, attributes: Attributes = {}): Shape =>
  at(key, 0, y, isSettled(look) ? known(look, x) : shifted(drawing(look), x, 0), attributes)

function drawing(look: CellLook): Shape[] {
  const width = look.width ?? CELL
  const height = look.height ?? CELL
  const lost = look.fill === 'lost'
  if (look.beat && look.fill !== 'lost' && look.fill !== 'extra') return heartbeat(look, width, height)
  const shapes = body(look, width, height)
  if (look.number !== '') shapes.push(digits(look, width, height))
  if (look.promise !== undefined && look.promise > 0) {
    shapes.push(line('promise', p`M0 ${-BAR_GAP}h${width * look.promise}`, lost ? hue.crit : hue.ink, 2.5))
  }
  if (lost) shapes.push(cross('cross', width / 2, height + 6.5, 7, hue.crit, 2))
  else shapes.push(...proofBars(look.proofs ?? [], width, height))
  return shapes
}

/** No bar is just being drawn. Most cells are settled most of the time, and then the same shapes are used again. */
const isSettled = ({ promise = 0, proofs = [] }: CellLook): boolean =>
  (promise === 0 || promise === 1) && proofs.every((share) => share === 1)

const settled = new Map<string, Shape[]>()

function known(look: CellLook, x: number): Shape[] {
  const {
    origin,
    fill,
    number,
    width = CELL,
    height = CELL,
    ground = '',
    promise = 0,
    proofs = [],
    beat = false,
  } = look
  const key = `${x} ${origin} ${fill} ${beat ? 'beat' : number} ${width} ${height} ${ground} ${promise} ${proofs.length}`
  let shapes = settled.get(key)
  if (!shapes) {
    if (settled.size > 2000) settled.clear()
    shapes = shifted(drawing(look), x, 0)
    settled.set(key, shapes)
  }
  return shapes
}

function heartbeat({ fill, ground }: CellLook, width: number, height: number): Shape[] {
  const [x, y] = [width / 2, height / 2]
  const inset = 2.5
  const applied = fill === 'applied'
  return [
    box('outline', inset, inset, Math.max(1, width - 2 * inset), height - 2 * inset, ground ?? hue.panel, {
      rx: 3,
      stroke: hue.line,
      'stroke-width': 1,
      ...(!applied && { 'stroke-dasharray': '2 2' }),
    }),
    line('beat', p`M${x - 5} ${y}h2.4l1.6 -4 2.4 7.4 1.6 -3.4h2`, applied ? hue.ink : hue.line, 1.3),
  ]
}

function body(look: CellLook, width: number, height: number): Shape[] {
  const ground = look.ground ?? hue.panel
  const paint = originHue(look.origin)
  const outline = silhouette(look.origin, width, height, 1)
  switch (look.fill) {
    case 'applied':
      return [area('solid', silhouette(look.origin, width, height), paint)]
    case 'received':
      return [
        area('ground', outline, ground),
        line('hatch', cellHatch(look.origin, width, height, 1), paint, HATCH_WIDTH),
        line('edge', outline, paint, 2),
      ]
    case 'lost':
      return [area('lost', outline, ground, { stroke: hue.crit, 'stroke-width': 2, 'stroke-dasharray': '3 2' })]
    case 'extra':
      return [area('torn', tornOutline(width, height), ground, { stroke: hue.conflict, 'stroke-width': 2 })]
    case 'discarded':
      return [
        area('discarded', outline, ground, { stroke: hue.stale, 'stroke-width': 2, 'stroke-dasharray': '3 2' }),
        line('strike', p`M2 ${height - 2}L${width - 2} 2`, hue.conflict, 2),
      ]
    case 'waiting':
      return [area('waiting', outline, ground, { stroke: paint, 'stroke-width': 2, 'stroke-dasharray': '4 3' })]
    case 'bare':
      return [area('bare', outline, ground, { stroke: paint, 'stroke-width': 1.5 })]
  }
}

const DIGIT_HUE = {
  applied: hue.on,
  received: hue.ink,
  lost: hue.crit,
  extra: hue.conflict,
  discarded: hue.stale,
  bare: hue.ink,
  waiting: hue.ink,
} as const

function digits(look: CellLook, width: number, height: number): Shape {
  // Four digits and more: the last three are shown, the inspector has them all.
  const shown = look.number.length > 3 && width < 28 ? look.number.slice(-3) : look.number
  const text = label('number', round(width / 2), round(height / 2 + 4.4), shown, {
    fill: DIGIT_HUE[look.fill],
    bold: true,
    mono: true,
    anchor: 'middle',
    ...((look.fill === 'received' || look.fill === 'discarded') && { halo: look.ground ?? hue.panel }),
  })
  // Three digits are set narrower, so that a full size stays a full size.
  if (shown.length > 2 && width < shown.length * 7.3 + 2) {
    text.attributes['textLength'] = width - 3
    text.attributes['lengthAdjust'] = 'spacingAndGlyphs'
  }
  return text
}

/** At most three bars; more acknowledgements than that are a number. */
function proofBars(proofs: readonly number[], width: number, height: number): Shape[] {
  const landed = proofs.filter((share) => share > 0)
  const bar = (i: number, share: number) =>
    line(`proof-${i}`, p`M0 ${height + BAR_GAP + i * 4}h${width * share}`, hue.ok, 2.5)
  if (landed.length <= 3) return landed.map((share, i) => bar(i, share))
  const how = { fill: hue.ok, bold: true, mono: true, anchor: 'middle' } as const
  return [bar(0, 1), label('proofs', width / 2, height + 16, String(landed.length), how)]
}

/** An empty place in a strip. */
export const emptySlot = (key: string, x: number, y: number, width: number = CELL): Shape =>
  disc(key, round(x + width / 2), y + CELL / 2, 1.3, hue.line)

/** Where the next entry will be written: a line with a triangle, after the last cell. (x, y): top of the cell row. */
export const writeHead = (key: string, x: number, y: number, paint: string = hue.ink): Shape =>
  group(key, [line('line', 'M0 -3v26', paint, 1.5), area('tip', 'M-3.5 -7h7l-3.5 4.5z', paint)], {
    transform: `translate(${round(x)} ${round(y)})`,
  })
