// Pictures as data: shapes, and the two ways to show them.
export { markup, svgMarkup } from './markup.ts'
export { paint } from './paint.ts'
export { area, box, disc, group, label, line, p, round, type Attributes, type Shape } from './shape.ts'
export { fitted, textWidth } from './textWidth.ts'
