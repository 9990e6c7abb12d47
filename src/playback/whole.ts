/**
 * For a build that plays one run as it is, what it takes to act in it, to play up to a condition and to see another run
 * beside it. Runs that are loaded afterwards have all of that. Elsewhere it is there anyhow.
 */
import { Branches } from './branches.ts'
import { Comparison } from './comparison.ts'
import { bringBranches } from './noBranches.ts'
import { bringComparison } from './noComparison.ts'
import { bringUntil } from './noUntil.ts'
import { untilOf } from './until.ts'

export function playWhole(): void {
  bringBranches(Branches)
  bringComparison(Comparison)
  bringUntil(untilOf)
}
