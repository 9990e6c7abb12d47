import { fitted, textWidth } from '../picture/index.ts'
import type { Inscription } from './edges.ts'
import type { WordsAt } from './layout.ts'

// Words in the gaps between boxes, set like a text: the inscriptions of an edge follow one another and go on in
// the next row when the room ends. A row is as high as a shaky hand needs (24 px), not only as high as letters.

export const ROW = 24
/** Between two inscriptions in a row: room for both to be hit. */
const BETWEEN = 12
const MONO = { mono: true }

/** A word of a row. Without an inscription it cannot be pressed: an arrow, the name of a state. */
export interface Token {
  words: string
  inscription: Inscription | null
}

/** One row's worth of tokens, on the left side (from x to the right) or on the right one (ending at x). */
export interface Row {
  key: string
  tokens: (Token & { from: number; width: number })[]
  side: 0 | 1
  /** The first row of an exit: a hook leads to it. `stays`: a way that does not leave its state. */
  hook: 'none' | 'leaves' | 'stays'
  /** All transitions that the tokens of this and its further rows stand for. */
  ids: string[]
  x: number
  width: number
  /** Words that had to be cut. */
  cut: number
}

/** `tokens` in rows no wider than `room` px; further rows on the left side begin `indent` px further in. */
export function rowsOf(
  tokens: readonly Token[],
  room: number,
  at: Pick<Row, 'key' | 'side' | 'hook' | 'x'>,
  indent = 0,
): Row[] {
  const rows: Row[] = []
  const ids = tokens.flatMap(({ inscription }) => inscription?.ids ?? [])
  let row: Row | null = null
  for (const token of tokens.flatMap((one) => broken(one, room - indent))) {
    const words = fitted(token.words, room - indent, MONO)
    const width = textWidth(words, MONO)
    const air = token.inscription && row?.tokens.some(({ inscription }) => inscription) ? BETWEEN : textWidth(' ', MONO)
    if (!row || (row.x - at.x) * (at.side === 0 ? 1 : -1) + row.width + air + width > room) {
      const further = rows.length > 0
      row = {
        ...at,
        ids,
        key: `${at.key}/${rows.length}`,
        hook: further ? 'none' : at.hook,
        x: further && at.side === 0 ? at.x + indent : at.x,
        tokens: [],
        width: 0,
        cut: 0,
      }
      rows.push(row)
    } else row.width += air
    row.tokens.push({ ...token, words, from: row.width, width })
    row.width += width
    if (words !== token.words) row.cut++
  }
  return rows
}

/** What no row can hold is written in two: before its guard, or before a capital inside a name. */
function broken(token: Token, room: number): Token[] {
  const { words, inscription } = token
  if (textWidth(words, MONO) <= room) return [token]
  const guard = words.indexOf(' [')
  const fits = (end: number) => textWidth(words.slice(0, end), MONO) <= room
  const capitals = [...words.matchAll(/(?<=[a-z])[A-Z]/g)].map(({ index }) => index).filter(fits)
  const cut = guard > 0 ? guard : capitals[capitals.length - 1]
  if (cut === undefined) return [token]
  const rest = { words: words.slice(guard > 0 ? cut + 1 : cut), inscription: null }
  return [{ words: words.slice(0, cut), inscription }, ...broken(rest, room)]
}

/** Rows of both sides, side by side where they keep 12 px between them. */
export function packed(left: readonly Row[], right: readonly Row[]): [Row | null, Row | null][] {
  const pairs: [Row | null, Row | null][] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i] ?? null, right[j] ?? null]
    const together = a === null || b === null || a.x + a.width + 12 <= b.x - b.width
    const leftGoes = together || left.length - i >= right.length - j
    pairs.push([leftGoes ? a : null, together || !leftGoes ? b : null])
    if (leftGoes && a) i++
    if ((together || !leftGoes) && b) j++
  }
  return pairs
}

/** The words of a row that begins at y. */
export function written(row: Row, y: number): WordsAt[] {
  const start = row.side === 0 ? row.x : row.x - row.width
  return row.tokens.map(({ words, inscription, from, width }, i) => {
    const x = start + from
    const wide = Math.max(24, width)
    return {
      key: `${row.key}/${i}`,
      ids: inscription?.ids ?? [],
      words,
      title: inscription?.title ?? '',
      x: row.side === 0 ? x : x + width,
      y: y + 15,
      anchor: row.side === 0 ? 'start' : 'end',
      ink: { x, y: y + 5, width, height: 13 },
      target: { x: x + (width - wide) / 2, y, width: wide, height: ROW },
    }
  })
}
