/**
 * What the writers of two concurrent versions had both seen: the base of a three-way merge, as a version control
 * system looks for it. Simplified: where several states are equally good, the first of those in which most was seen is
 * taken; a version control system would merge them first.
 */
import type { RowHistory } from './resolver.ts'
import { includes, meet, type Vector } from './vector.ts'
import { dotsOf, historyOf, knows, type Seen, type Version } from './version.ts'

/** Null: they have nothing in common. */
export function commonBase(a: Version, b: Version, history: RowHistory): Seen | null {
  const common = meet(a.context, b.context)
  let best: Seen | null = null
  let most = -1
  const offer = (seen: Seen | null, context: Vector): void => {
    const size = context.reduce((sum, sequence) => sum + sequence, 0)
    if (size <= most || !includes(common, context)) return
    best = seen
    most = size
  }
  const places = Math.max(...[a, b].map((version) => historyOf(version).length))
  for (let origin = 0; origin < places; origin++) {
    const upTo = common[origin] ?? 0
    // The first that they do not share was written on top of something that both may have seen.
    const next = history.nextOf(origin, upTo)
    if (next && (knows(a, next) || knows(b, next))) offer(next.base, next.context)
    const last = history.lastOf(origin, upTo)
    if (last) offer({ value: last.value, sources: dotsOf(last) }, historyOf(last))
  }
  return best
}
