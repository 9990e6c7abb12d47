// A picture is a list of shapes: plain data that says what stands on the screen, and nothing about how it got
// there. Drawing code that returns shapes can be tested without a browser (does a label cover a box?), painted
// into an SVG (paint.ts) or written out as text (markup.ts), and looks the same whatever was drawn before.

/** Values of SVG attributes. Colours are always `var(--token)`; undefined leaves the attribute out. */
export type Attributes = Record<string, string | number | undefined>

/** One SVG element. `key` is unique among its siblings and says "the same thing" from picture to picture. */
export interface Shape {
  key: string
  tag: 'g' | 'path' | 'rect' | 'circle' | 'text' | 'clipPath'
  attributes: Attributes
  /** Of a text: its words. */
  words?: string
  /** A tooltip. */
  title?: string
  children?: Shape[]
}

const shape = (tag: Shape['tag'], key: string, attributes: Attributes): Shape => ({ key, tag, attributes })

export const group = (key: string, children: Shape[], attributes: Attributes = {}): Shape => ({
  ...shape('g', key, attributes),
  children,
})

/** A line: stroked, not filled. */
export const line = (key: string, d: string, stroke: string, width: number, more: Attributes = {}): Shape =>
  shape('path', key, { d, fill: 'none', stroke, 'stroke-width': width, ...more })

/** An area: filled, not stroked, unless `more` says so. */
export const area = (key: string, d: string, fill: string, more: Attributes = {}): Shape =>
  shape('path', key, { d, fill, ...more })

export const box = (
  key: string,
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
): Shape => shape('rect', key, { x, y, width, height, fill, ...more })

export const disc = (key: string, cx: number, cy: number, r: number, fill: string, more: Attributes = {}): Shape =>
  shape('circle', key, { cx, cy, r, fill, ...more })

export interface Lettering {
  fill?: string
  size?: number
  bold?: boolean
  mono?: boolean
  anchor?: 'start' | 'middle' | 'end'
  /** A halo of this colour behind the letters, so that they can be read on a hatch. */
  halo?: string
}

/** Words at their baseline. 12 px is the smallest size anywhere. */
export const label = (key: string, x: number, y: number, words: string, how: Lettering = {}): Shape => ({
  ...shape('text', key, {
    x,
    y,
    'font-size': how.size ?? 12,
    fill: how.fill ?? 'var(--ink)',
    // As a style: a page's rule for all texts of a drawing would beat the attribute.
    style: how.mono ? 'font-family:var(--mono)' : 'font-family:var(--sans)',
    'font-weight': how.bold ? 700 : undefined,
    'text-anchor': how.anchor === 'start' ? undefined : how.anchor,
    ...(how.halo && {
      'paint-order': 'stroke',
      stroke: how.halo,
      'stroke-width': 3.2,
      'stroke-linejoin': 'round',
    }),
  }),
  words,
})

/** Numbers of a picture have at most two decimals: enough for a screen, and the same text every time. */
export const round = (value: number): number => {
  const rounded = Math.round(value * 100) / 100
  return rounded === 0 ? 0 : rounded
}

/** Writes path data: p`M${x} ${y}h8` with every number rounded. */
export const p = (strings: TemplateStringsArray, ...numbers: number[]): string =>
  strings.reduce((text, part, i) => text + round(numbers[i - 1]!) + part)
