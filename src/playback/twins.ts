/**
 * Twins: two runs, by two strategies, of which the same is asked. Whoever compares them wants the same done to both, so what
 * is done to the present one is done to the other, too, as far as it can be done there. The other's script follows from the
 * present one's; nobody keeps the two alike by hand.
 */
import { canonicalJson, mirrored, type Run, sameRequests, us } from '../run/index.ts'
import { type Branch, isBranch } from './branch.ts'
import { nextTake, type Take } from './take.ts'

export const isSameRun = (one: Run, other: Run): boolean => one === other || canonicalJson(one) === canonicalJson(other)

/** Is the same asked of both and done to both, by different strategies? */
export const areTwins = (one: Run, other: Run): boolean =>
  sameRequests(one, other) &&
  canonicalJson(one.scenario) !== canonicalJson(other.scenario) &&
  isSameRun(mirrored(one, other).run, other)

/**
 * Does to `twin` what was done to `run`, and takes back what was taken back there. What can no longer be redone is handed
 * to `forget`. False when the two are no twins any more.
 */
export function follow(run: Run, twin: Branch, forget: (future: (Take | Branch)[]) => void): boolean {
  const { take: from, past, future } = twin
  const { run: wanted } = mirrored(run, from.run)
  if (!sameRequests(run, wanted)) return false
  if (isSameRun(wanted, from.run)) return true
  const [before, after] = [past.at(-1), future.at(-1)]
  if (before !== undefined && isSameRun(before.run, wanted)) {
    future.push(from)
    twin.take = past.pop()!
  } else if (after !== undefined && !isBranch(after) && isSameRun(after.run, wanted)) {
    past.push(from)
    future.pop()
    twin.take = after
  } else {
    past.push(from)
    forget(future.splice(0))
    twin.take = nextTake(from, wanted, Math.min(from.playedTo, partedAt(from.run, wanted)), false)
  }
  return true
}

/** The instant of the first action that only one of two runs of a scenario has, in microseconds. */
function partedAt({ interventions: here }: Run, { interventions: there }: Run): number {
  let at = 0
  while (at < here.length && at < there.length && canonicalJson(here[at]) === canonicalJson(there[at])) at++
  return Math.min(...[here[at], there[at]].flatMap((action) => (action ? [us(action.atMs)] : [])))
}
