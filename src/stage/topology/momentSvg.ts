import type { Frame } from '../../engine/index.ts'
import { milestone } from '../../words/index.ts'
import { palette, type Theme } from '../glyphs/index.ts'
import { markup, type Shape, weighted } from '../picture/index.ts'
import { arrange } from './arrange.ts'
import { castOf } from './layout.ts'
import { scene } from './scene.ts'
import { worldTransform } from './stage.ts'
import { PROJECTOR_WEIGHT, type StageView } from './view.ts'

/**
 * One moment as a file: an SVG document that needs nothing else, with the theme's colours and the fonts written out.
 * The scene is data already, so no page is needed to make it. What only a page can do (selection by pointer, focus) is
 * left out of it.
 */
export interface MomentLook {
  theme: Theme
  /** CSS pixels. */
  width: number
  height: number
  /** What it shows, as the document's title. */
  title: string
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

export function momentSvg(frame: Frame, time: number, view: StageView, look: MomentLook): string {
  const { theme, width, height, title } = look
  const shown = { ...view, focused: null }
  const cast = castOf(frame)
  const layout = arrange(view.layout, cast, { width, height })
  const weight = view.weight ?? (theme === 'projector' ? PROJECTOR_WEIGHT : 1)
  const shapes = weighted(scene({ frame, time, view: shown }, layout, 'moment'), weight).map(still)
  const about = frame.milestone ? milestone(frame.milestone) : title
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
    `<title>${escaped(title)}</title><desc>${escaped(about)}</desc>` +
    `<rect width="${width}" height="${height}" fill="var(--canvas)"/>` +
    `<g transform="${worldTransform(shown, layout)}">${markup(shapes)}</g></svg>\n`
  const values: Record<string, string> = palette(theme)
  return text.replace(/var\(--(\w+)\)/g, (_, name) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for the token --${name}`)
    return value
  })
}

/** Without what only a pointer would use. */
function still(shape: Shape): Shape {
  const attributes = { ...shape.attributes }
  for (const name in attributes) if (name.startsWith('data-')) delete attributes[name]
  if (attributes['style'] === 'cursor:pointer') delete attributes['style']
  const children = shape.children?.filter((child) => child.attributes['stroke'] !== 'transparent')
  return { ...shape, attributes, ...(children && { children: children.map(still) }) }
}
