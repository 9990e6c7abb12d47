/**
 * Choosing again after a try has failed: what was done after its end is done where the step began, and what had been set by
 * then holds from there, too. So one changes one's mind and lets it happen anew, without beginning the step again.
 */
import type { Action, Intervention, Run } from '../run/index.ts'

/** What is to be done where the step began. Empty: nothing was done since the failed try, `before`. */
export function anotherTry(entered: Run, before: Run, after: Run): readonly Action[] {
  const [last] = besides(after, before)
  if (last === undefined) return []
  const chosen = new Map(
    besides(before, entered).flatMap((one) => (one.do === 'set' ? [[one.path, one] as const] : [])),
  )
  if (last.do === 'set') chosen.delete(last.path)
  return [...chosen.values(), last].map(({ atMs: _, ...action }) => action)
}

/** Interventions of the one run that the other has not. */
function besides({ interventions }: Run, other: Run): Intervention[] {
  const left = other.interventions.map((one) => JSON.stringify(one))
  return interventions.filter((one) => {
    const at = left.indexOf(JSON.stringify(one))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
