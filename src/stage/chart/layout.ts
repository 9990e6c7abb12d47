// The geometry of a chart: where everything stands, px, before anything has a colour.

export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

/** A state without states inside it. */
export interface BoxAt extends Rect {
  path: string
  name: string
}

/** A state with states inside it; `region`: one of several that are active together. */
interface FrameAt extends Rect {
  path: string
  name: string
  region: boolean
}

/** A drawn transition; `ids` are the transitions that run along it. */
export interface LineAt {
  key: string
  ids: string[]
  d: string
  /** Tip of the arrow and where it points; `nowhere`: a way that stays in its state ends in a small ring. */
  tip: { x: number; y: number; to: 'left' | 'right' | 'up' | 'down' | 'nowhere' }
}

/** Words beside a line or after a hook; with `ids`, those of transitions, and a place that a pointer may hit. */
export interface WordsAt {
  key: string
  /** Empty for words that only lead on, such as the name of the state that an exit goes to. */
  ids: string[]
  words: string
  title: string
  /** Left end of the words, or right end with anchor `end`. */
  x: number
  /** Baseline. */
  y: number
  anchor: 'start' | 'end'
  /** What the words cover. */
  ink: Rect
  /** At least 24 by 24. */
  target: Rect
}

export interface Layout {
  width: number
  height: number
  boxes: BoxAt[]
  frames: FrameAt[]
  lines: LineAt[]
  words: WordsAt[]
  /** Inscriptions that could not be written in full. */
  cut: number
}

export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The same layout, elsewhere. */
export function shifted<T extends Layout>(layout: T, dx: number, dy: number): Layout {
  const rect = <R extends Rect>(r: R): R => ({ ...r, x: r.x + dx, y: r.y + dy })
  return {
    ...layout,
    boxes: layout.boxes.map(rect),
    frames: layout.frames.map(rect),
    lines: layout.lines.map((line) => ({
      ...line,
      d: moveTo(line.d, dx, dy),
      tip: { ...line.tip, x: line.tip.x + dx, y: line.tip.y + dy },
    })),
    words: layout.words.map((words) => ({
      ...words,
      x: words.x + dx,
      y: words.y + dy,
      ink: rect(words.ink),
      target: rect(words.target),
    })),
  }
}

/** Paths here begin with one absolute `M x y` and go on relatively. */
function moveTo(d: string, dx: number, dy: number): string {
  return d.replace(/^M(-?[\d.]+) (-?[\d.]+)/, (_, x, y) => `M${Number(x) + dx} ${Number(y) + dy}`)
}
