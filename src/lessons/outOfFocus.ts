/** Participants and links that a step does not look at. A link is looked at with both of its ends, or by its own name. */
import type { Frame } from '../engine/index.ts'

type Cast = Pick<Frame, 'nodes' | 'clients' | 'monitors' | 'links'>

/** None where the step looks at everybody (`focus` is empty). */
export function outOfFocus({ nodes, clients, monitors, links }: Cast, focus: readonly string[]): string[] {
  if (focus.length === 0) return []
  const isSeen = (id: string) => focus.includes(id)
  const named = links.filter(({ id }) => isSeen(id))
  const people = [...nodes, ...clients, ...monitors].map(({ id }) => id)
  const out = people.filter((id) => !isSeen(id) && !named.some(({ a, b }) => a === id || b === id))
  return [...out, ...links.filter(({ id, a, b }) => !isSeen(id) && !(isSeen(a) && isSeen(b))).map(({ id }) => id)]
}
