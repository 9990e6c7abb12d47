import { select } from 'd3'
import { type Attrs, type Mark, written } from './mark.ts'

/**
 * Paints marks into an element and makes it hold exactly them, in their order. What was painted before changes only
 * the work done, never the outcome: a kept element has its attributes in the order in which a new one would get them,
 * because an element whose set of attributes changes is made anew.
 *
 * Most instants change a few numbers and no structure, so children are first compared in place, and D3's keyed join
 * runs only where something came, went or moved.
 */
export function paint(parent: Element, marks: readonly Mark[]): void {
  const kids = parent.childNodes
  let same = kids.length === marks.length
  for (let i = 0; same && i < marks.length; i++) same = fits(drawn(kids[i] as Painted), marks[i]!)
  if (!same) join(parent, marks)
  for (let i = 0; i < marks.length; i++) update(kids[i] as Painted, marks[i]!)
}

/** An element with the mark that it shows. */
type Painted = Element & { drawnMark?: Mark }

const drawn = (element: Painted): Mark | undefined => element.drawnMark

function fits(old: Mark | undefined, next: Mark): boolean {
  if (old === next) return true
  return old !== undefined && old.key === next.key && old.tag === next.tag && sameNames(old.attrs, next.attrs)
}

function sameNames(a: Attrs, b: Attrs): boolean {
  const names = Object.keys(a)
  const others = Object.keys(b)
  if (names.length !== others.length) return false
  for (let i = 0; i < names.length; i++) if (names[i] !== others[i]) return false
  return true
}

const identity = (m: Mark): string => `${m.tag} ${m.key} ${Object.keys(m.attrs).join(' ')}`

function join(parent: Element, marks: readonly Mark[]): void {
  select(parent)
    .selectChildren<Painted, Mark>()
    .data(marks, function (this: Element, m: Mark | undefined) {
      const mine = m ?? drawn(this as Painted)
      return mine ? identity(mine) : ''
    })
    .join((enter) => enter.append((m) => create(parent.ownerDocument, m)))
    .order()
}

function create(document: Document, m: Mark): Painted {
  const element: Painted = document.createElementNS('http://www.w3.org/2000/svg', m.tag)
  for (const name in m.attrs) element.setAttribute(name, written(m.attrs[name]!))
  if (m.text !== null) element.textContent = m.text
  else if (m.children.length > 0) paint(element, m.children)
  element.drawnMark = m
  return element
}

function update(element: Painted, next: Mark): void {
  const old = drawn(element)!
  if (old === next) return
  for (const name in next.attrs) {
    const value = next.attrs[name]!
    if (old.attrs[name] !== value) set(element, name, old.attrs[name]!, value)
  }
  if (next.text !== old.text) element.textContent = next.text
  if (next.text === null && next.children !== old.children) paint(element, next.children)
  element.drawnMark = next
}

function set(element: Painted, name: string, before: string | number, value: string | number): void {
  const text = written(value)
  if (text !== written(before)) element.setAttribute(name, text)
}

/** The same picture as text, for a legend in a page, an export or a test. */
export function markup(marks: readonly Mark[]): string {
  return marks.map(element).join('')
}

function element(m: Mark): string {
  let attrs = ''
  for (const name in m.attrs) attrs += ` ${name}="${escaped(written(m.attrs[name]!))}"`
  return `<${m.tag}${attrs}>${m.text === null ? markup(m.children) : escaped(m.text)}</${m.tag}>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
