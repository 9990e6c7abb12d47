import { select } from 'd3'
import { round, type Attributes, type Shape } from './shape.ts'

// Makes an SVG element show a picture, by keyed joins. The markup afterwards depends on the picture alone: an
// element whose set of attributes changes is made anew, because attributes added later would be written in
// another order. Each element remembers what it shows, so that a still part of a picture costs no DOM work. Most
// instants move a few numbers and nothing else, so the join runs only where something came, went or changed place.

const shown = new WeakMap<Element, Shape>()
const inside = new WeakMap<Element, SVGElement[]>()

/** Shows exactly `shapes`, in their order, inside `parent`. */
export function paint(parent: Element, shapes: Shape[]): void {
  const elements = inside.get(parent)
  if (elements?.length === shapes.length && elements.every((e, i) => fits(shown.get(e)!, shapes[i]!))) {
    for (let i = 0; i < shapes.length; i++) show(elements[i]!, shapes[i]!)
  } else {
    inside.set(parent, join(parent, shapes))
  }
}

function join(parent: Element, shapes: Shape[]): SVGElement[] {
  const ids = new Set<string>()
  for (const { key } of shapes) {
    if (ids.has(key)) throw new Error(`two shapes of one picture share the key "${key}"`)
    ids.add(key)
  }
  return select(parent)
    .selectChildren<SVGElement, Shape>()
    .filter(function () {
      return shown.has(this)
    })
    .data(shapes, identity)
    .join((enter) => enter.append((next) => document.createElementNS('http://www.w3.org/2000/svg', next.tag)))
    .order()
    .each(function (next) {
      show(this, next)
    })
    .nodes()
}

function show(element: SVGElement, next: Shape): void {
  const before = shown.get(element)
  if (before === next) return
  setAttributes(element, before?.attributes, next.attributes)
  if (next.tag === 'text') {
    if (before?.words !== next.words || before?.title !== next.title) setWords(element, next)
  } else {
    if (before?.title !== next.title) setTitle(element, next.title)
    if (next.children && next.children !== before?.children) paint(element, next.children)
  }
  shown.set(element, next)
}

/** What `identity` says, without making the text of it. */
function fits(before: Shape, next: Shape): boolean {
  if (before === next) return true
  if (before.key !== next.key || before.tag !== next.tag) return false
  if ((before.title === undefined) !== (next.title === undefined)) return false
  for (const name in next.attributes) {
    if ((next.attributes[name] === undefined) !== (before.attributes[name] === undefined)) return false
  }
  for (const name in before.attributes) {
    if (before.attributes[name] !== undefined && next.attributes[name] === undefined) return false
  }
  return true
}

/** Same thing with the same tag and the same attributes: may be shown by the same element. */
function identity(shape: Shape): string {
  let names = `${shape.key}|${shape.tag}|${shape.title === undefined ? '' : 't'}`
  for (const name in shape.attributes) if (shape.attributes[name] !== undefined) names += `|${name}`
  return names
}

function setAttributes(element: Element, before: Attributes | undefined, next: Attributes): void {
  for (const name in next) {
    const value = next[name]
    if (value === undefined || before?.[name] === value) continue
    element.setAttribute(name, typeof value === 'number' ? String(round(value)) : value)
  }
}

function setWords(element: Element, next: Shape): void {
  element.textContent = next.words ?? ''
  setTitle(element, next.title)
}

function setTitle(element: Element, title: string | undefined): void {
  element.querySelector(':scope > title')?.remove()
  if (title === undefined) return
  const child = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  child.textContent = title
  element.insertBefore(child, element.firstChild)
}
