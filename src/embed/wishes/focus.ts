/** What an author points out: whoever else takes part is dimmed, lines and fills; words stay as they are. */
import type { Figure } from '../figure.ts'

const turned = (id: string): string => id.split('~').reverse().join('~')

/** Ids of participants and links; none = everybody is as bright as ever. Returns those that this run does not have. */
export function focus({ lab, look, redraw }: Figure, ids: readonly string[]): string[] {
  const { nodes, clients, links, monitors } = lab.latest!.frame
  const all = [...nodes, ...clients, ...links, ...monitors].map(({ id }) => id)
  const isMeant = (id: string) => ids.includes(id) || ids.includes(turned(id))
  look.dim = ids.length === 0 ? [] : all.filter((id) => !isMeant(id))
  redraw()
  return ids.filter((id) => !all.includes(id) && !all.includes(turned(id)))
}
