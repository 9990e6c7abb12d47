/**
 * A moment of a run as an address or a message names it: integer microseconds of virtual time, `m3` (the third milestone)
 * or `e42` (where 42 steps from the start lead). The latter two need the run: `arrive.ts` finds them.
 */
import { LIMITS } from '../../run/index.ts'

export type Moment = { us: number } | { milestone: number } | { event: number }

/** Beyond it a count is a mistake: a run of the lab has some hundred milestones and some thousand steps. */
const MOST = { milestone: 500, event: 5000 }

/** The moment of that text; undefined = there is no such moment. */
export function momentOf(text: string): Moment | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text) <= LIMITS.timeMs * 1000 ? { us: Number(text) } : undefined
  const [, kind, digits] = /^([me])([1-9]\d{0,3})$/.exec(text) ?? []
  const count = Number(digits)
  if (kind === 'm' && count <= MOST.milestone) return { milestone: count }
  return kind === 'e' && count <= MOST.event ? { event: count } : undefined
}
