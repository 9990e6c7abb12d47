/** Where monitors stand, and where their probes meet the cards. */
import type { MonitorFrame } from '../../engine/index.ts'
import type { Instant } from './effect.ts'
import type { Box, Layout } from './layout.ts'
import type { Point } from './view.ts'

export interface MonitorScene {
  layout: Layout
  /** Where a monitor stands now; it may have been moved by hand. */
  placeOf(monitor: string): Point | null
  cardOf(node: string): { box: Box; height: number } | null
  /** Does a bracket stand right under that card? */
  isMarked(node: string): boolean
}

export const ONLY = 'monitor'

/** A monitor, and where it stands. */
export interface Standing extends Omit<MonitorFrame, 'id'> {
  name: string
  /** Its name in a drawing of several; '' where it is the only one. */
  id: string
  place: Point
}

/** Every monitor and where it stands. The only one has no name of its own. */
export function standing({ frame }: Instant, { placeOf }: MonitorScene): Standing[] {
  const { monitor, monitors } = frame
  if (monitor === null) return []
  const [first] = monitors
  if (first === undefined || first.id === ONLY) {
    const alone = { dataCenter: null, verdict: 'up', votedFor: null, epoch: 1, leads: false } as const
    const place = placeOf(ONLY)
    return place ? [{ ...alone, ...monitor, name: ONLY, id: '', place }] : []
  }
  return monitors.flatMap((one) => {
    const place = placeOf(one.id)
    return place ? [{ ...one, name: one.id, place }] : []
  })
}

/** In front of the keys of one of several. */
export const key = (id: string): string => (id === '' ? '' : `${id}-`)

/** Does the monitor look up at that card? */
export const isBelow = ({ x, y }: Point, box: Box, height: number): boolean =>
  y > box.y + height && x > box.x - 4 && x < box.x + box.width + 4

/** Where the probe of a monitor above or below a card meets it. */
export const probeX = ({ x }: Point, box: Box): number => Math.min(box.x + box.width - 20, Math.max(box.x + 20, x))

/** Where a probe meets a card: the nearest point of its side, below the header. */
export function attach(scene: MonitorScene, place: Point, node: string): Point | null {
  const card = scene.cardOf(node)
  if (!card) return null
  const { box, height } = card
  const left = box.x - 4
  const right = box.x + box.width + 4
  if (place.x > left && place.x < right) {
    const under = scene.isMarked(node) ? 18 : 4
    const x = probeX(place, box)
    if (!isBehind(scene, node, x, place, box)) return { x, y: place.y > box.y ? box.y + height + under : box.y - 4 }
    // Beside it, above where those who stand further to the side meet it.
    return { x: right + 9, y: box.y + height - 34 }
  }
  return {
    x: place.x < left ? left : right,
    y: Math.max(box.y + 34, Math.min(box.y + height - 9, place.y)),
  }
}

/** Straight above or below, with another card between: its sign would lie half under that one. */
function isBehind({ layout, cardOf }: MonitorScene, node: string, x: number, place: Point, box: Box): boolean {
  for (const id of layout.cards.keys()) {
    const other = id === node ? null : cardOf(id)?.box
    if (other && other.x < x && other.x + other.width > x && (other.y - box.y) * (other.y - place.y) < 0) return true
  }
  return false
}
