import { round, type Shape } from './shape.ts'

// The same picture as text, for places that are drawn once and never change: a legend, a card's pictogram.

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => ESCAPES[c]!)

/** A declaration as browsers write it. */
const spaced = (style: string): string => style.replace(/:(?! )/g, ': ').replace(/;?$/, ';')

export function markup(shapes: Shape[]): string {
  return shapes.map(element).join('')
}

function element(shape: Shape): string {
  const attributes = Object.entries(shape.attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(name === 'style' ? spaced(`${value}`) : String(typeof value === 'number' ? round(value) : value))}"`,
    )
    .join('')
  const title = shape.title === undefined ? '' : `<title>${escaped(shape.title)}</title>`
  const inside = title + escaped(shape.words ?? '') + markup(shape.children ?? [])
  return `<${shape.tag}${attributes}>${inside}</${shape.tag}>`
}

/** A whole SVG, hidden from assistive technology: such a picture always stands beside the words it illustrates. */
export function svgMarkup(shapes: Shape[], width: number, height: number, top = 0): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"` +
    ` viewBox="0 ${top} ${width} ${height}" aria-hidden="true" focusable="false">${markup(shapes)}</svg>`
  )
}
