import type { Frame } from '../../engine/index.ts'
import { paint, round, weighted } from '../picture/index.ts'
import { arrange, isCrowd } from './arrange.ts'
import type { hand } from './hand.ts'
import { happenings } from './happenings.ts'
import { type Cast, castOf, type Layout } from './layout.ts'
import { leaving } from './leaving.ts'
import { fetchPieces } from './packs.ts'
import { participantAt } from './participant.ts'
import { scene } from './scene.ts'
import type { Camera, Point, StageView } from './view.ts'

/** What a hand on the stage wishes. The page decides, and hands the result back with the next view. */
export interface StageOptions {
  onSelect?(wish: Selected | null): void
  onMoved?(id: string, place: Point): void
  onZoom?(camera: Camera): void
  onHover?(wish: Selected | null): void
  /** Lets pointers move the camera and the cards. Without it the picture lies still, and listens to no wheel. */
  hand?: typeof hand
  /** Prefix of the ids that this drawing puts on the page; needed where a page has two stages. */
  id?: string
}

interface Selected {
  kind: 'node' | 'client' | 'link' | 'monitor' | 'message'
  id: string
}

export interface Stage {
  /** Shows that frame at that time (microseconds, at or after the frame's). */
  draw(frame: Frame, time: number, view: StageView): void
  /** The stage's size on the page, in CSS pixels; draws the last picture again. */
  resize(width: number, height: number): void
  /** Asks for the camera that shows everything. */
  fit(): void
  /** Where a participant stands now, in CSS pixels from the stage's corner: for menus beside it. */
  placeOf(id: string): { x: number; y: number; width: number; height: number } | null
  destroy(): void
}

/** Who stands in which data centre, as one word. */
const centersKey = ({ centers = [] }: Cast): string =>
  centers
    .map(({ id, nodes, clients, monitors }) => `${id}:${nodes.join()};${clients.join()};${monitors?.join()}`)
    .join(' ')

const SVG = 'http://www.w3.org/2000/svg'

/** From stage units to CSS pixels of the drawing. */
export function worldTransform(view: StageView, layout: Layout): string {
  const { k, x, y } = view.zoom ?? { k: 1, x: 0, y: 0 }
  return `translate(${round(x)} ${round(y)}) scale(${Math.round(k * layout.scale * 10000) / 10000})`
}

export function createStage(svg: SVGSVGElement, options: StageOptions = {}): Stage {
  const world = svg.ownerDocument.createElementNS(SVG, 'g')
  world.setAttribute('data-world', '')
  svg.append(world)
  const room = { width: svg.clientWidth || 728, height: svg.clientHeight || 564 }
  let last: { frame: Frame; time: number; view: StageView } | null = null
  let known: { key: string; layout: Layout } | null = null

  /** Null: the piece that arranges so many in so little room is on its way, and the last picture stands until then. */
  const layoutFor = (frame: Frame, view: StageView, time = frame.time): Layout | null => {
    const cast = castOf(frame, leaving({ frame, time, view }))
    const key = `${view.layout} ${view.aside} ${room.width} ${room.height} ${cast.nodes.map((id) => `${id}<${cast.under?.[id]}`).join()} ${cast.clients.join()} ${cast.readers} ${cast.monitor} ${cast.monitors?.join()} ${centersKey(cast)} ${JSON.stringify(cast.masters)}`
    if (known?.key === key) return known.layout
    const seat = view.aside ? { ...room, aside: true } : room
    const missing = isCrowd(view.layout, cast, seat) ? fetchPieces(['crowd']) : null
    if (missing !== null) {
      missing.then(again, () => {})
      return null
    }
    known = { key, layout: arrange(view.layout, cast, seat) }
    return known.layout
  }
  const home = (id: string): Point | null => {
    if (!last) return null
    const layout = layoutFor(last.frame, last.view)
    if (!layout) return null
    return last.view.moved[id] ?? layout.cards.get(id) ?? layout.clients.get(id) ?? layout.monitors.get(id) ?? null
  }
  const held = options.hand?.(svg, world, {
    onZoom: (camera) => options.onZoom?.(camera),
    onMoved: (id, place) => options.onMoved?.(id, place),
    placeOf: (id) => {
      const place = home(id)
      return place ? { x: place.x, y: place.y } : null
    },
  })

  const onClick = (event: Event) => options.onSelect?.(selectedAt(event.target))
  let hovered = ''
  const onOver = (event: Event) => {
    const wish = selectedAt(event.target)
    const key = wish ? `${wish.kind} ${wish.id}` : ''
    if (key !== hovered) options.onHover?.(wish)
    hovered = key
  }
  svg.addEventListener('click', onClick)
  svg.addEventListener('pointerover', onOver)
  svg.addEventListener('pointerleave', onOver)

  const draw = (frame: Frame, time: number, view: StageView) => {
    last = { frame, time, view }
    const layout = layoutFor(frame, view, time)
    if (!layout) return
    const transform = worldTransform(view, layout)
    if (world.getAttribute('transform') !== transform) world.setAttribute('transform', transform)
    held?.follow(view.zoom)
    // The hero fills its box to the edge; rings around a card may leave it.
    svg.style.overflow = view.layout === 'hero' ? 'visible' : ''
    const shapes = scene({ frame, time, view }, layout, options.id ?? 'stage')
    const linkOf = (id: string) => frame.messages.find((message) => `${message.id}` === id)?.link ?? ''
    paint(world, weighted(happenings.dimmed(shapes, view.dim ?? [], linkOf), view.weight ?? 1))
  }

  const again = () => {
    if (last) draw(last.frame, last.time, last.view)
  }

  return {
    draw,
    resize(width, height) {
      if (width <= 0 || height <= 0 || (room.width === width && room.height === height)) return
      room.width = width
      room.height = height
      again()
    },
    fit() {
      options.onZoom?.({ k: 1, x: 0, y: 0 })
    },
    placeOf(id) {
      if (!last) return null
      const layout = layoutFor(last.frame, last.view)
      const place = home(id)
      if (!layout || !place) return null
      const { k, x, y } = last.view.zoom ?? { k: 1, x: 0, y: 0 }
      const scale = k * layout.scale
      const card = layout.cards.get(id)
      const r = card ? 0 : 20
      return {
        x: x + (place.x - r) * scale,
        y: y + (place.y - r) * scale,
        width: (card?.width ?? 2 * r) * scale,
        height: (card?.height ?? 2 * r) * scale,
      }
    },
    destroy() {
      last = null
      held?.destroy()
      svg.removeEventListener('click', onClick)
      svg.removeEventListener('pointerover', onOver)
      svg.removeEventListener('pointerleave', onOver)
      world.remove()
    },
  }
}

function selectedAt(target: EventTarget | null): Selected | null {
  const element = target instanceof Element ? target : null
  const message = element?.closest('[data-message]')?.getAttribute('data-message')
  if (message) return { kind: 'message', id: message }
  const id = participantAt(target)
  if (id !== null) {
    const kind = element?.closest('[data-node]') ? 'node' : element?.closest('[data-client]') ? 'client' : 'monitor'
    return { kind, id }
  }
  const link = element?.closest('[data-link]')?.getAttribute('data-link')
  return link ? { kind: 'link', id: link } : null
}
