import { type Attributes, round, type Shape } from './shape.ts'

// Makes an SVG element show a picture, by keyed joins as D3 has them; they are a few lines, and its selections would be
// a large part of what a figure in an article loads. The markup afterwards depends on the picture alone: an
// element whose set of attributes changes is made anew, because attributes added later would be written in
// another order. Each element remembers what it shows, so that a still part of a picture costs no DOM work, and
// a picture with the same things in the same order as before (most frames) needs no join at all.

const SVG = 'http://www.w3.org/2000/svg'
const shown = new WeakMap<Element, Shape>()
const painted = new WeakMap<Element, SVGElement[]>()

/** Shows exactly `shapes`, in their order, inside `parent`. */
export function paint(parent: Element, shapes: Shape[]): void {
  const before = painted.get(parent)
  const elements = before && fits(before, shapes) ? before : joined(parent, shapes)
  elements.forEach((element, i) => {
    update(element, shapes[i]!)
  })
}

/** Are these elements, one by one, the ones for these shapes? */
function fits(elements: readonly SVGElement[], shapes: readonly Shape[]): boolean {
  return elements.length === shapes.length && elements.every((element, i) => alike(shown.get(element), shapes[i]!))
}

/** As `identity` says, without making two texts for every shape of every frame. */
function alike(a: Shape | undefined, b: Shape): boolean {
  if (a === b) return true
  if (a === undefined || a.key !== b.key || a.tag !== b.tag) return false
  if ((a.title === undefined) !== (b.title === undefined)) return false
  return a.attributes === b.attributes || sameNames(a.attributes, b.attributes)
}

/** The same names in the same order. */
function sameNames(a: Attributes, b: Attributes): boolean {
  const names = Object.keys(a)
  let i = 0
  for (const name in b) {
    if (b[name] === undefined) continue
    while (i < names.length && a[names[i]!] === undefined) i++
    if (names[i++] !== name) return false
  }
  while (i < names.length && a[names[i]!] === undefined) i++
  return i === names.length
}

function joined(parent: Element, shapes: Shape[]): SVGElement[] {
  const keys = new Set<string>()
  for (const { key } of shapes) {
    if (keys.has(key)) throw new Error(`two shapes of one picture share the key "${key}"`)
    keys.add(key)
  }
  // Those that it painted, without asking the page for its children.
  const rest = new Map((painted.get(parent) ?? []).map((element) => [identity(shown.get(element)!), element]))
  const elements = shapes.map((shape) => {
    const known = identity(shape)
    const element = rest.get(known) ?? document.createElementNS(SVG, shape.tag)
    rest.delete(known)
    return element
  })
  for (const gone of rest.values()) gone.remove()
  inOrder(parent, elements)
  painted.set(parent, elements)
  return elements
}

/** From the last to the first, each before the one that follows it: what stands right is not touched. */
function inOrder(parent: Element, elements: readonly SVGElement[]): void {
  let next: SVGElement | null = null
  for (let i = elements.length - 1; i >= 0; i--) {
    const element: SVGElement = elements[i]!
    if (element.parentNode !== parent || element.nextSibling !== next) parent.insertBefore(element, next)
    next = element
  }
}

/** Same thing, same tag, same attributes by name: may be shown by the same element. */
function identity(shape: Shape): string {
  let names = `${shape.key}|${shape.tag}|${shape.title === undefined ? '' : 't'}`
  for (const name in shape.attributes) if (shape.attributes[name] !== undefined) names += `|${name}`
  return names
}

function update(element: SVGElement, next: Shape): void {
  const before = shown.get(element)
  if (before === next) return
  if (before?.attributes !== next.attributes) setAttributes(element, before?.attributes, next.attributes)
  if (next.tag === 'text') {
    if (before?.words !== next.words || before?.title !== next.title) {
      setWords(element, next.words ?? '')
      setTitle(element, next.title)
    }
  } else {
    if (before?.title !== next.title) setTitle(element, next.title)
    // Pictures that keep the parts that stay the same, by reference, save the work of looking at them.
    if (next.children && before?.children !== next.children) paint(element, next.children)
  }
  shown.set(element, next)
}

function setAttributes(element: Element, before: Attributes | undefined, next: Attributes): void {
  for (const name in next) {
    const value = next[name]
    if (value === undefined) continue
    const was = before?.[name]
    if (was === value) continue
    // A strict content policy takes an attribute of styles for a stranger's, and styles set one by one for the page's own.
    if (name === 'style') (element as SVGElement).style.cssText = `${value}`
    else if (typeof value !== 'number') element.setAttribute(name, value)
    // A difference that rounding takes away is none.
    else if (typeof was !== 'number' || round(was) !== round(value)) element.setAttribute(name, String(round(value)))
  }
}

/** Into the text that is there, if it is all there is: a new one would be laid out as if nothing had been. */
function setWords(element: Element, words: string): void {
  const first = element.firstChild
  if (words !== '' && first !== null && first === element.lastChild && first.nodeType === TEXT) first.nodeValue = words
  else element.textContent = words
}
const TEXT = 3

function setTitle(element: Element, title: string | undefined): void {
  element.querySelector(':scope > title')?.remove()
  if (title === undefined) return
  const child = document.createElementNS(SVG, 'title')
  child.textContent = title
  element.insertBefore(child, element.firstChild)
}

/** Gives a drawing its size, px. Written only when it is another one: a browser lays out the page for every write. */
export function resized(svg: SVGSVGElement, width: number, height: number): void {
  const viewBox = `0 0 ${width} ${height}`
  if (svg.getAttribute('viewBox') === viewBox) return
  svg.setAttribute('viewBox', viewBox)
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
}
