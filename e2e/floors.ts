/**
 * The floors of the design, measured on a page as it stands: every text that is drawn, in HTML and in SVG, with its
 * size after all scaling and its contrast with what really lies under it; everything that can be pressed; texts of
 * the stage that cover each other. Bundled and run inside the page.
 */

interface Floors {
  /** Pixels of the smallest text. */
  size: number
  /** Least contrast of text. */
  contrast: number
  /** Pixels of the smallest thing to press. */
  target: number
}

export interface Findings {
  /** How many texts and targets were looked at: a walk that sees nothing must not pass. */
  texts: number
  targets: number
  small: string[]
  pale: string[]
  tight: string[]
  over: string[]
}

type Colour = [r: number, g: number, b: number, a: number]
const WHITE: Colour = [255, 255, 255, 1]

/** `root`: only what is in it. */
export function walk(floors: Floors, root: Element = document.body): Findings {
  const found: Findings = { texts: 0, targets: 0, small: [], pale: [], tight: [], over: [] }
  // What is drawn must be found where it is drawn, also where it does not listen to pointers.
  const hit = document.createElement('style')
  hit.textContent = 'svg, svg * { pointer-events: all !important }'
  document.head.append(hit)
  for (const text of texts(root)) {
    found.texts += 1
    if (isKnown(text)) continue
    const size = sizeOf(text)
    if (size < floors.size - 0.05) found.small.push(`${size.toFixed(1)} px: ${told(text)}`)
    const contrast = contrastOf(text)
    if (contrast !== null && contrast < floors.contrast - 0.005)
      found.pale.push(`${contrast.toFixed(2)}: ${told(text)}`)
  }
  hit.remove()
  for (const target of targets(root)) {
    found.targets += 1
    const { width, height } = reachOf(target)
    if (width < floors.target - 0.5 || height < floors.target - 0.5)
      found.tight.push(`${width.toFixed(0)} x ${height.toFixed(0)}: ${told({ element: target, words: '' })}`)
  }
  found.over.push(...overlaps())
  return { ...found, small: once(found.small), pale: once(found.pale), tight: once(found.tight) }
}

interface Text {
  element: Element
  words: string
}

/** Looked at before in the same clothes: a list of a hundred rows, walked thirty times, is looked at once. */
const known = new Set<string>()
function isKnown({ element, words }: Text): boolean {
  const { color, fill, stroke, fontSize, fontWeight } = getComputedStyle(element)
  const { x, y } = element.getBoundingClientRect()
  const place = isSvg(element) ? `${Math.round(x)} ${Math.round(y)}` : ''
  const parents: string[] = []
  for (let at: Element | null = element; at && parents.length < 5; at = at.parentElement)
    parents.push(`${at.tagName}.${at.getAttribute('class')} ${getComputedStyle(at).backgroundColor}`)
  // Of a number only the look counts; it will be another one soon.
  const key = [words.replace(/\d+/g, '0'), color, fill, stroke, fontSize, fontWeight, place, ...parents].join('|')
  if (known.has(key)) return true
  known.add(key)
  return false
}

const once = (lines: string[]) => [...new Set(lines)]
const isSvg = (element: Element): element is SVGElement => element instanceof SVGElement

/** Elements with text of their own that a reader can see somewhere on the page. */
function texts(root: Element): Text[] {
  const seen: Text[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const done = new Set<Element>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    const words = node.textContent!.replace(/\s+/g, ' ').trim()
    if (words === '' || done.has(element) || !isShown(element)) continue
    if (element.closest('title, desc, option, script, style, noscript, .sr-only, .skip')) continue
    done.add(element)
    seen.push({ element, words })
  }
  return seen
}

function isShown(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  const { width, height } = element.getBoundingClientRect()
  return width > 1 && height > 1
}

/** Font size times everything that scales: the page's zoom, transforms, the camera of a drawing. */
function sizeOf({ element }: Text): number {
  const own = Number.parseFloat(getComputedStyle(element).fontSize)
  if (isSvg(element)) {
    const text = element.closest('text')!
    const box = text.getBBox()
    return box.height > 0 ? (own * text.getBoundingClientRect().height) / box.height : own
  }
  let scale = 1
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { transform } = getComputedStyle(at)
    if (transform !== 'none') scale *= Math.abs(new DOMMatrix(transform).d)
  }
  return own * scale * ((element as Element & { currentCSSZoom?: number }).currentCSSZoom ?? 1)
}

/** Null where it cannot be told: outside the window, under something that is open, switched off, half faded. */
function contrastOf({ element }: Text): number | null {
  if (element.closest(':disabled, [aria-disabled="true"]')) return null
  const style = getComputedStyle(element)
  const alpha = opacityOf(element)
  if (alpha < 0.95) return null
  const ink = colour(isSvg(element) ? style.fill : style.color)
  if (ink === null) return null
  const under = isSvg(element) ? underDrawing(element) : underPage(element)
  return under && ratio(over([...ink.slice(0, 3), ink[3] * alpha] as Colour, under), under)
}

function opacityOf(element: Element): number {
  let alpha = 1
  for (let at: Element | null = element; at; at = at.parentElement) alpha *= Number(getComputedStyle(at).opacity)
  return alpha
}

/** What the ancestors paint, the nearest first. */
function underPage(element: Element): Colour {
  const layers: Colour[] = []
  for (let at: Element | null = element; at; at = at.parentElement) {
    const paint = colour(getComputedStyle(at).backgroundColor)
    if (paint && paint[3] > 0) layers.push(paint)
    if (paint?.[3] === 1) break
  }
  return layers.reduceRight((under, layer) => over(layer, under), WHITE)
}

/** A halo, or what is painted below the middle of the text, whatever draws it. */
function underDrawing(element: SVGElement): Colour | null {
  const text = element.closest('text')!
  const style = getComputedStyle(element)
  const halo = colour(style.stroke)
  if (halo && Number.parseFloat(style.strokeWidth) >= 2 && style.paintOrder.startsWith('stroke')) return halo
  const { x, y, width, height } = text.getBoundingClientRect()
  const [middle, centre] = [x + width / 2, y + height / 2]
  const stack = document.elementsFromPoint(middle, centre)
  const at = stack.indexOf(text)
  const svg = text.ownerSVGElement!
  if (at < 0 || stack.slice(0, at).some((above) => !svg.contains(above))) return null
  const layers: Colour[] = []
  for (const below of stack.slice(at + 1)) {
    if (!svg.contains(below) || below === svg) return layers.reduceRight((u, layer) => over(layer, u), underPage(svg))
    if (!(below instanceof SVGGeometryElement)) continue
    const paint = colour(getComputedStyle(below).fill)
    if (!paint) continue
    const point = new DOMPoint(middle, centre).matrixTransform(below.getScreenCTM()!.inverse())
    if (!below.isPointInFill(point)) continue
    const alpha = opacityOf(below) * Number(getComputedStyle(below).fillOpacity)
    layers.push([paint[0], paint[1], paint[2], paint[3] * alpha])
    if (paint[3] * alpha > 0.99) return layers.reduceRight((u, layer) => over(layer, u), WHITE)
  }
  return null
}

/** Null for no paint, and for patterns: what stands on those wears a halo. */
function colour(css: string): Colour | null {
  const parts = /^rgba?\(([^)]*)\)/
    .exec(css)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number)
  if (parts) return [parts[0]!, parts[1]!, parts[2]!, parts[3] ?? 1]
  const unit = /^color\(srgb ([^)]*)\)/
    .exec(css)?.[1]
    ?.split(/[\s/]+/)
    .map(Number)
  return unit ? [unit[0]! * 255, unit[1]! * 255, unit[2]! * 255, unit[3] ?? 1] : null
}

const over = ([r, g, b, a]: Colour, [x, y, z]: Colour): Colour => [
  r * a + x * (1 - a),
  g * a + y * (1 - a),
  b * a + z * (1 - a),
  1,
]

function ratio(a: Colour, b: Colour): number {
  const light = ([r, g, b]: Colour) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  const [x, y] = [light(a), light(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}
const linear = (channel: number): number =>
  channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4

const PRESSED =
  'a[href], button, input, select, textarea, summary, [role="button"], [role="slider"], [role="tab"], [role="option"], [role="menuitem"], [role="menuitemradio"], [role="radio"], [role="switch"], [role="checkbox"], [tabindex="0"]'

function targets(root: Element): Element[] {
  return [...root.querySelectorAll(PRESSED)].filter((element) => {
    if (!isShown(element) || element.closest('.sr-only, .skip, [inert]') || element.closest('svg.stage')) return false
    // A link within a sentence is as high as its line.
    return !(element.matches('a') && getComputedStyle(element).display === 'inline')
  })
}

/** The box itself, or its label's, or what answers for it beyond its edge. */
function reachOf(element: Element): { width: number; height: number } {
  const boxes = [element, ...(element instanceof HTMLInputElement ? (element.labels ?? []) : [])].map((each) =>
    each.getBoundingClientRect(),
  )
  const { x, y, width, height } = boxes[0]!
  const answers = (dx: number, dy: number) => {
    const top = document.elementFromPoint(x + width / 2 + dx, y + height / 2 + dy)
    return (
      top !== null &&
      (element.contains(top) || (element instanceof HTMLInputElement && top.closest('label')?.control === element))
    )
  }
  const reach = 11.9
  return {
    width: Math.max(...boxes.map((b) => b.width), answers(-reach, 0) && answers(reach, 0) ? 24 : 0),
    height: Math.max(...boxes.map((b) => b.height), answers(0, -reach) && answers(0, reach) ? 24 : 0),
  }
}

/** Texts of one drawing that cover each other by more than the gap between lines; a heap of them is one line. */
export function overlaps(): string[] {
  const wrong: string[] = []
  for (const svg of document.querySelectorAll('svg.stage')) {
    const all = [...svg.querySelectorAll('text')].flatMap((text) => {
      const words = text.textContent!.trim()
      return words !== '' && isShown(text) && opacityOf(text) > 0.3
        ? [{ words, box: text.getBoundingClientRect() }]
        : []
    })
    const heaps: { words: string; box: DOMRect }[][] = []
    for (const one of all) {
      // A cell that moves from one row to the next lies over the one that stays: the same number, told once.
      const touched = heaps.filter((heap) =>
        heap.some((other) => covers(one.box, other.box) && one.words !== other.words),
      )
      for (const heap of touched) heaps.splice(heaps.indexOf(heap), 1)
      heaps.push([...touched.flat(), one])
    }
    for (const [first, second, ...more] of heaps)
      if (first && second)
        wrong.push(`"${second.words}" over "${first.words}"${more.length > 0 ? `, and ${more.length} more there` : ''}`)
  }
  return once(wrong)
}

function covers(a: DOMRect, b: DOMRect): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 2 && height > Math.min(a.height, b.height) / 3
}

/** Whose text it is, in a way that leads to the source. */
function told({ element, words }: Text): string {
  const own = `${element.tagName.toLowerCase()}${element.className && typeof element.className === 'string' ? `.${element.className.trim().split(/\s+/).slice(0, 3).join('.')}` : ''}`
  const marked = element.closest(
    '[data-node], [data-link], [data-client], [data-key], [aria-label], [id], section, aside, nav',
  )
  const at = marked && marked !== element ? markOf(marked) : ''
  const said = words || element.getAttribute('aria-label') || element.textContent!.replace(/\s+/g, ' ').trim()
  return `"${said.slice(0, 40)}" ${own}${at && ` in ${at}`}`
}

function markOf(element: Element): string {
  for (const name of ['data-node', 'data-link', 'data-client', 'data-key', 'aria-label', 'id']) {
    const value = element.getAttribute(name)
    if (value) return `${name}=${value.slice(0, 30)}`
  }
  return element.tagName.toLowerCase()
}
