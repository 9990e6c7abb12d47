// Pictures as data: shapes, and the two ways to show them.
export { linear } from './linear.ts'
export { markup, svgMarkup } from './markup.ts'
export { paint, resized } from './paint.ts'
export { type Attributes, area, box, disc, group, label, line, p, round, type Shape } from './shape.ts'
export { shifted } from './shifted.ts'
export { fitted, textWidth } from './textWidth.ts'
export { weighted } from './weighted.ts'
