/**
 * What a walkthrough lets its learner do: look at everything, let time go (not on while a prediction waits, so that
 * nobody sees the answer first), and of faults what its step allows. Elsewhere everything is allowed.
 */
import type { Frame } from '../../engine/index.ts'
import type { Selection } from '../page/page.ts'
import type { Desk, UserAction } from './action.ts'

/** Where time may go while a prediction waits: back, and nowhere by itself. */
const BACK: readonly string[] = ['step-back', 'previous-milestone', 'start', 'reset', 'slower', 'faster']

/** Whom an action is about in a walkthrough that allows it for one only: that one, if nobody else is meant. */
export function meantIn({ page, frame }: Desk, { id }: UserAction, target: Selection | null): Selection | null {
  if (page.where !== 'learn') return target
  const named = namesOf(page.lesson, id)
  return target !== null && named.includes(target.id) ? target : (selectionOf(frame, named[0]) ?? target)
}

export function isAllowed(
  { page: { where, lesson } }: Desk,
  { id, group }: UserAction,
  target: Selection | null,
): boolean {
  // There the run is an empty one that nobody sees.
  if (where === 'choose' || where === 'notes') return group === 'look'
  if (where !== 'learn') return true
  if (lesson === null) return group === 'look'
  if (group === 'time') return !lesson.asks || BACK.includes(id)
  if (group === 'edit') return !lesson.asks && lesson.allow.length > 0
  if (group !== 'faults') return true
  return lesson.allow.some(
    (one) => 'action' in one && one.action === id && (one.target === undefined || one.target === target?.id),
  )
}

const namesOf = (lesson: Desk['page']['lesson'], id: string): string[] =>
  lesson?.allow.flatMap((one) => ('action' in one && one.action === id ? (one.target ?? []) : [])) ?? []

/** A participant or link by its id, as something that can be selected. */
export function selectionOf(frame: Frame, id: string | undefined): Selection | null {
  if (id === undefined) return null
  const kinds = { node: frame.nodes, client: frame.clients, monitor: frame.monitors, link: frame.links } as const
  for (const [kind, all] of Object.entries(kinds))
    if (all.some((one) => one.id === id)) return { kind: kind as keyof typeof kinds, id }
  return null
}
