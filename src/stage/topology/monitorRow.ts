import type { Cast } from './layout.ts'
import type { Point } from './view.ts'

/** Where monitors stand that stand together: one beside the other, as far apart as their names need. */
export const MONITOR_PITCH = 46

/** The name of the only one where the scenario names none. */
const ONLY = 'monitor'

/** Every monitor by its name; the only one is called `monitor`. */
export function monitorsOf({ monitor, monitors = [] }: Cast): readonly string[] {
  if (!monitor) return []
  return monitors.length > 0 ? monitors : [ONLY]
}

/** Those that stand in none of the data centres. */
export const monitorsOutside = (cast: Cast): string[] =>
  monitorsOf(cast).filter((id) => !(cast.centers ?? []).some(({ monitors = [] }) => monitors.includes(id)))

/** From the first one's place to the right. */
export const monitorRow = (ids: readonly string[], { x, y }: Point, pitch = MONITOR_PITCH): Map<string, Point> =>
  new Map(ids.map((id, i) => [id, { x: x + i * pitch, y }]))

/** From the first to the last of so many. */
export const rowWidth = (count: number, pitch = MONITOR_PITCH): number => Math.max(0, count - 1) * pitch
