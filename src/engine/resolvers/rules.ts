/** The conflict rules by the name that a scenario gives them. */
import { arrival } from './arrival.ts'
import { dottedVersionVectors } from './dottedVersionVectors.ts'
import { hybridClock } from './hybridClock.ts'
import { mergeFunction } from './mergeFunction.ts'
import type { MergeFunction, Resolver, RowHistory, Ties } from './resolver.ts'
import { sitePriority } from './sitePriority.ts'
import { versionVectors } from './versionVectors.ts'
import { wallClock } from './wallClock.ts'

export type RuleName =
  | 'arrival'
  | 'wall-clock'
  | 'hybrid-clock'
  | 'version-vectors'
  | 'dotted-version-vectors'
  | 'site-priority'
  | 'function'

/** What some of the rules ask for beyond the versions. */
export interface RuleNeeds {
  readonly ties: Ties
  /** The reader's function. */
  readonly merge: MergeFunction
  /** The writes to the row that is being resolved. */
  readonly history: RowHistory
}

interface Rule {
  /**
   * Merging is commutative, associative and idempotent, so masters that have the same writes hold the same rows. Not
   * promised for a reader's function: that depends on the function.
   */
  readonly promisesConvergence: boolean
  readonly resolver: (needs: RuleNeeds) => Resolver
}

export const RESOLVERS: Readonly<Record<RuleName, Rule>> = {
  arrival: { promisesConvergence: false, resolver: () => arrival },
  'wall-clock': { promisesConvergence: true, resolver: ({ ties }) => wallClock(ties) },
  'hybrid-clock': { promisesConvergence: true, resolver: ({ ties }) => hybridClock(ties) },
  'version-vectors': { promisesConvergence: true, resolver: () => versionVectors },
  'dotted-version-vectors': { promisesConvergence: true, resolver: () => dottedVersionVectors },
  'site-priority': { promisesConvergence: true, resolver: ({ ties }) => sitePriority(ties) },
  function: { promisesConvergence: false, resolver: ({ merge, history }) => mergeFunction(merge, history) },
}
