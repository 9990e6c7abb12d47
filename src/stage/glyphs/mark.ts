/**
 * A mark is one SVG element as plain data. The whole stage is first described as a tree of marks, a pure function of
 * (frame, time, view), and only then painted: so the same instant gives the same SVG text however one got there, and
 * a test can read a picture without a browser.
 *
 * Keys name siblings; two siblings never share one. Numbers are rounded to two decimals, a fiftieth of a device pixel,
 * so that sums taken in another order still print alike.
 */
export interface Mark {
  readonly tag: string
  readonly key: string
  readonly attrs: Attrs
  /** Text content; null for an element that holds none. */
  readonly text: string | null
  readonly children: readonly Mark[]
}

export type Attrs = Readonly<Record<string, string | number>>

const NONE: readonly Mark[] = []

/** Two decimals, no negative zero. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0

/** An attribute's value as it is written into the document. */
export const written = (value: string | number): string => (typeof value === 'number' ? String(round(value)) : value)

export const mark = (tag: string, key: string, attrs: Attrs, children: readonly Mark[] = NONE): Mark => ({
  tag,
  key,
  attrs,
  text: null,
  children,
})

export const group = (key: string, attrs: Attrs, children: readonly Mark[]): Mark => mark('g', key, attrs, children)

/** A group moved to (x, y). */
export const at = (key: string, x: number, y: number, children: readonly Mark[], attrs: Attrs = {}): Mark =>
  mark('g', key, { transform: `translate(${round(x)} ${round(y)})`, ...attrs }, children)

export const path = (key: string, d: string, attrs: Attrs): Mark => mark('path', key, { d, ...attrs })

/** An open line: no fill. */
export const stroke = (key: string, d: string, hue: string, width: number, attrs: Attrs = {}): Mark =>
  mark('path', key, { d, fill: 'none', stroke: hue, 'stroke-width': width, ...attrs })

export const rect = (key: string, x: number, y: number, width: number, height: number, attrs: Attrs): Mark =>
  mark('rect', key, { x, y, width, height, ...attrs })

export const circle = (key: string, cx: number, cy: number, r: number, attrs: Attrs): Mark =>
  mark('circle', key, { cx, cy, r, ...attrs })

/** A word in the sans voice; `size` is in stage units, never under 12. */
export const label = (
  key: string,
  x: number,
  y: number,
  text: string,
  size: number,
  hue: string,
  attrs: Attrs = {},
): Mark => ({
  tag: 'text',
  key,
  attrs: { x, y, 'font-size': size, fill: hue, ...attrs },
  text,
  children: NONE,
})

/** A number, an id or a key: the mono voice. */
export const figure = (
  key: string,
  x: number,
  y: number,
  text: string,
  size: number,
  hue: string,
  attrs: Attrs = {},
): Mark => label(key, x, y, text, size, hue, { 'font-family': 'var(--mono)', ...attrs })

export const BOLD: Attrs = { 'font-weight': 700 }
export const MIDDLE: Attrs = { 'text-anchor': 'middle' }
export const END: Attrs = { 'text-anchor': 'end' }

/** A rim in the ground's colour that keeps digits readable over a hatch or a line. */
export const halo = (ground: string): Attrs => ({
  'paint-order': 'stroke',
  stroke: ground,
  'stroke-width': 3.2,
  'stroke-linejoin': 'round',
})
