import { drag, select, type ZoomTransform, zoom, zoomIdentity } from 'd3'
import { participantAt } from './participant.ts'
import type { Camera, Point } from './view.ts'

/**
 * The hand on the stage: pan and zoom of the whole, drag of a card, a client or the monitor. It moves nothing itself:
 * it says what is wished, and the page hands the wish back with the next view.
 */
export interface CameraWishes {
  onZoom(camera: Camera): void
  onMoved(id: string, place: Point): void
  /** Present place of what is taken hold of: top left corner or centre, in stage units. */
  placeOf(id: string): Point | null
}

export interface Handle {
  /** Lets the hand begin from this camera. */
  follow(camera: Camera | null): void
  destroy(): void
}

export function handle(svg: SVGSVGElement, world: SVGGElement, wishes: CameraWishes): Handle {
  const stage = select<SVGSVGElement, unknown>(svg)
  const zooming = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.4, 4])
    .wheelDelta(notch)
    .filter((event: Event) => {
      if (event.type === 'wheel') return (event as WheelEvent).ctrlKey || hasFocus(svg)
      if (event instanceof MouseEvent) return event.button === 0 && participantAt(event.target) === null
      // One finger scrolls the page; two hold the stage.
      return 'touches' in event && (event as TouchEvent).touches.length > 1
    })
    .on('zoom', (event: { transform: ZoomTransform; sourceEvent: Event | null }) => {
      const { k, x, y } = event.transform
      if (event.sourceEvent) wishes.onZoom({ k, x, y })
    })
  stage.call(zooming).on('dblclick.zoom', null)

  const dragging = drag<SVGSVGElement, unknown, Point & { id: string }>()
    .container(() => world)
    .clickDistance(4)
    .filter((event: Event) => {
      const plain = event instanceof MouseEvent ? event.button === 0 && !event.ctrlKey : true
      return plain && participantAt(event.target) !== null
    })
    .subject((event: { sourceEvent: Event; x: number; y: number }) => {
      const id = participantAt(event.sourceEvent.target) ?? ''
      const place = wishes.placeOf(id) ?? { x: event.x, y: event.y }
      return { id, ...place }
    })
    .on('drag', (event: { subject: { id: string }; x: number; y: number }) => {
      wishes.onMoved(event.subject.id, { x: Math.round(event.x), y: Math.round(event.y) })
    })
  stage.call(dragging)

  return {
    follow(camera) {
      const wanted = camera ? zoomIdentity.translate(camera.x, camera.y).scale(camera.k) : zoomIdentity
      ;(svg as SVGSVGElement & { __zoom?: ZoomTransform }).__zoom = wanted
    },
    destroy() {
      stage.on('.zoom', null).on('.drag', null)
    },
  }
}

/** A pinch on a touch pad comes as a wheel with ctrl and small steps; a real wheel with ctrl must not leap. */
const notch = ({ deltaY, deltaMode, ctrlKey }: WheelEvent): number => {
  const unit = deltaMode === 1 ? 0.05 : deltaMode === 2 ? 1 : 0.002
  return -deltaY * unit * (ctrlKey && Math.abs(deltaY) < 40 ? 10 : 1)
}

const hasFocus = (svg: SVGSVGElement): boolean => {
  const active = svg.ownerDocument.activeElement
  return active === svg || (active?.contains(svg) === true && active !== svg.ownerDocument.body)
}
