/**
 * A branch, as a person sees it: a name, where it comes from, and what was done on it. What is told of it is read
 * off the runs, so that it stays true when actions on either side are taken back.
 */
import { type Action, type Run, us } from '../run/index.ts'
import type { Take } from './take.ts'
import type { BranchInfo } from './transport.ts'

export interface Branch {
  readonly id: number
  name: string
  /** Did somebody name it? */
  named: boolean
  parent: Branch | null
  /** Where its first action was done, in microseconds. */
  leftAt: number
  /** What it is now, */
  take: Take
  /** what it was before each of its actions, */
  past: Take[]
  /** and what redo brings back: a take of its own, or a branch that an action in its past began. */
  future: (Take | Branch)[]
  /** The branch that is brought back when its first action is undone; null: none, or it is gone. */
  undoTo: Branch | null
  /** Its first action was undone and nothing else holds it: it is not listed until redo. */
  hidden: boolean
}

/** A branch that begins with `take`, which left `parent` at `leftAt`. */
export const branchOf = (id: number, name: string, take: Take, parent: Branch | null, leftAt: number): Branch => ({
  id,
  name,
  named: false,
  parent,
  leftAt,
  take,
  past: [],
  future: [],
  undoTo: parent,
  hidden: false,
})

/** Do both say the same? */
export const isSameInfo = (one: BranchInfo, other: BranchInfo | undefined): boolean =>
  other !== undefined && (Object.keys(one) as (keyof BranchInfo)[]).every((name) => one[name] === other[name])

export const isBranch = (one: Take | Branch): one is Branch => 'take' in one

export function infoOf(branch: Branch, present: boolean): BranchInfo {
  const { id, name, parent, take } = branch
  const parting = parent === null ? null : partingOf(take.run, parent.take.run)
  return {
    id,
    name,
    parent: parent?.id ?? null,
    partedAt: parent === null ? 0 : (parting?.t ?? branch.leftAt),
    playedTo: take.playedTo,
    own: parting?.own ?? null,
    present,
  }
}

type Parting = { t: number; own: Action | null } | null
/** The last answers: a list is made for every picture, and runs hardly ever change. */
const partings = new WeakMap<Run, { from: Run; parting: Parting }>()

function partingOf(run: Run, from: Run): Parting {
  const known = partings.get(run)
  if (known?.from === from) return known.parting
  const parting = compared(run, from)
  partings.set(run, { from, parting })
  return parting
}

/** The instant from which on two runs of one scenario differ, and what is done first on this one; null: they do not. */
function compared({ interventions: here }: Run, { interventions: there }: Run): Parting {
  let at = 0
  while (at < here.length && at < there.length && JSON.stringify(here[at]) === JSON.stringify(there[at])) at++
  const [mine, other] = [here[at], there[at]]
  if (mine === undefined && other === undefined) return null
  const t = Math.min(...[mine, other].flatMap((one) => (one ? [us(one.atMs)] : [])))
  if (mine === undefined) return { t, own: null }
  const { atMs: _, ...own } = mine
  return { t, own: own as Action }
}
