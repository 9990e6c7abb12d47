import type { EntryName, Frame, RowFrame } from '../../engine/index.ts'
import { masterWords, rowValue, rowVector } from '../../words/index.ts'
import { hue, type Origin, originHue, silhouette, smallLock } from '../glyphs/index.ts'
import { area, fitted, group, label, line, p, type Shape, shifted, textWidth } from '../picture/index.ts'

/**
 * One row of a master's data: its name, its values in braces, and what their writers had seen of it, as small swatches
 * with numbers; the entries that wrote the values are bold. A row that was deleted is an empty set, struck through.
 */
export interface RowLine {
  key: string
  row: RowFrame | undefined
  width: number
  /** Left end of the values. */
  x: number
  /** Baseline. */
  y: number
  originOf(node: string): Origin
  stale: boolean
  /** Nobody there keeps what writers had seen: only who wrote it is said. */
  plain?: boolean
  /** Whose write holds the row; nobody else may change it meanwhile. */
  promisedTo?: string | undefined
}

const SWATCH = 9
/** From swatch to swatch in a vector of few, and the least air between them in one of many. */
const PITCH = 34
const AIR = 7
const EDGE = 12
/** For how many are not shown. */
const REST = 24

export function rowLine(frame: Frame, look: RowLine): Shape {
  const { key, row, x, y, width, stale } = look
  const ink = stale ? hue.stale : hue.ink
  const name = label('key', EDGE, y, fitted(key, x - EDGE - 4, { size: 13 }), {
    size: 13,
    fill: stale ? hue.stale : hue.muted,
  })
  if (!row) {
    const none = label('none', x, y, masterWords.none, { fill: hue.muted })
    return group(`row-${key}`, [name, none, ...promise(look.promisedTo, x + textWidth(masterWords.none) + AIR, y)])
  }
  const dots = new Set(row.versions.map(({ origin, sequence }) => `${origin} ${sequence}`))
  const vector = rowVector(row, frame).filter(
    ({ origin, sequence }) => !look.plain || dots.has(`${origin} ${sequence}`),
  )
  const words = rowValue(row)
  const shown =
    words === '' ? '' : fitted(words, width - x - EDGE - leastWidth(vector, row.versions.length > 1) - AIR, VALUE)
  const end = words === '' ? x + 62 : x + textWidth(shown, VALUE)
  const value = words === '' ? deleted(x, y) : [label('value', x, y, shown, { ...VALUE, fill: ink })]
  const lock = promise(look.promisedTo, end + AIR, y)
  return group(`row-${key}`, [name, ...value, ...lock, ...swatches(vector, dots, end + AIR, width - EDGE, look)])
}

/** A lock, and for whose write the row is kept. */
const promise = (to: string | undefined, x: number, y: number): Shape[] =>
  to === undefined
    ? []
    : [smallLock('promised', x + 6, y - 5, hue.warn), label('promised-to', x + 15, y, `for ${to}`, { fill: hue.warn })]

const VALUE = { size: 13, mono: true, bold: true } as const

function deleted(x: number, y: number): Shape[] {
  return [
    label('empty', x, y, masterWords.empty, { ...VALUE, fill: hue.stale }),
    line('strike', p`M${x - 2} ${y + 1}l20 -11`, hue.conflict, 1.5),
    label('deleted', x + 22, y, masterWords.deleted, { fill: hue.stale }),
  ]
}

const entryWidth = ({ sequence }: EntryName): number => SWATCH + 4 + String(sequence).length * 7.3
const vectorWidth = (vector: readonly EntryName[], air = AIR): number =>
  vector.reduce((sum, one) => sum + entryWidth(one), 0) + Math.max(0, vector.length - 1) * air

/** One of them, and how many more there are; beside siblings, whose values are what matters, only how many. */
const leastWidth = (vector: readonly EntryName[], siblings: boolean): number =>
  Math.min(vectorWidth(vector), vectorWidth(siblings ? [] : vector.slice(0, 1)) + REST)

/** Against the right edge; what does not fit between `from` and `to` is counted. */
function swatches(
  vector: readonly EntryName[],
  dots: ReadonlySet<string>,
  from: number,
  to: number,
  look: RowLine,
): Shape[] {
  const isDot = ({ origin, sequence }: EntryName) => dots.has(`${origin} ${sequence}`)
  let shown = [...vector]
  const rest = () => vector.length - shown.length
  const room = () => to - from - (rest() > 0 ? REST : 0)
  const least = dots.size > 1 ? 0 : 1
  while (shown.length > least && vectorWidth(shown) > room()) {
    const last = shown.map((one) => !isDot(one)).lastIndexOf(true)
    shown = shown.filter((_, i) => i !== (last < 0 ? shown.length - 1 : last))
  }
  const few = shown.length <= 3 && rest() === 0 && vectorWidth(shown, PITCH - 20.3) <= room()
  const shapes: Shape[] = []
  let x = to - (few ? vectorWidth(shown, PITCH - 20.3) : vectorWidth(shown)) - (rest() > 0 ? REST : 0)
  const { y } = look
  for (const one of shown) {
    const origin = look.originOf(one.origin)
    const fill = look.stale ? hue.stale : hue.ink
    shapes.push(
      group(
        `seen-${one.origin}`,
        shifted(
          [
            area('swatch', silhouette(origin, SWATCH, SWATCH), originHue(origin)),
            label('number', SWATCH + 4, SWATCH, String(one.sequence), { mono: true, bold: isDot(one), fill }),
          ],
          x,
          y - SWATCH,
        ),
      ),
    )
    x += entryWidth(one) + (few ? PITCH - 20.3 : AIR)
  }
  if (rest() > 0) shapes.push(label('rest', to, y, `+${rest()}`, { mono: true, fill: hue.muted, anchor: 'end' }))
  return shapes
}
