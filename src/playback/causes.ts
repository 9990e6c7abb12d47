/**
 * "Why?": the chain of causes behind a fact. Every fact names the one that made it happen, so the chain is walked
 * from link to link; what is too old to be kept is derived again. That work is bounded: where a cause cannot be
 * found within it, the chain begins with the oldest link known, which still is a true answer.
 */
import { type Fact, type FactKind, isMilestone } from '../engine/index.ts'
import type { Derivation } from './derive.ts'
import type { Take } from './take.ts'

/** Kernel events that may be run again for one answer: under half a second of work. */
const MOST_WORK = 100_000

export class Causes {
  private readonly derivation: Derivation

  constructor(derivation: Derivation) {
    this.derivation = derivation
  }

  /** The fact with this id and what caused it, first cause first; empty: it was not played, or lies too deep. */
  of(take: Take, id: number): Fact[] {
    const chain: Fact[] = []
    let derived: readonly Fact[] = []
    let work = 0
    for (let next = id; next > 0; next = chain[0]!.cause) {
      let found = take.book.byId(next) ?? derived[next - (derived[0]?.id ?? 0)]
      if (found === undefined) {
        const stretch = this.derivation.around(take, next, MOST_WORK - work)
        if (stretch !== null) {
          work += stretch.work
          derived = stretch.facts
          found = derived[next - derived[0]!.id]
        }
        found ??= take.book.milestones().find((fact) => fact.id === next)
      }
      if (found === undefined || found.t > take.playedTo) return chain
      chain.unshift(found)
    }
    return chain
  }

  /** The newest fact of these kinds at or before `t`, of a participant or link if one is named, and what caused it. */
  ofNewest(take: Take, kinds: readonly FactKind[], at: string | undefined, t: number): Fact[] {
    const until = Math.min(t, take.playedTo)
    const wanted = (fact: Fact) =>
      kinds.includes(fact.kind) && fact.t <= until && (at === undefined || concerns(fact, at))
    const { book } = take
    const kept = book.between(0, until, Number.MAX_SAFE_INTEGER)
    const found = newest(kept, wanted) ?? this.olderThan(take, kept[0], until, kinds, wanted)
    return found === undefined ? [] : this.of(take, found.id)
  }

  private olderThan(
    take: Take,
    first: Fact | undefined,
    until: number,
    kinds: readonly FactKind[],
    wanted: (fact: Fact) => boolean,
  ): Fact | undefined {
    // Milestones are all known, so that nothing has to be derived beyond the newest that fits.
    const told = newest(take.book.milestones(), wanted)
    if (kinds.every(isMilestone)) return told
    for (const stretch of this.derivation.backwards(take, until, first, MOST_WORK)) {
      const found = newest(stretch, wanted)
      if (found !== undefined) return found
      if (told !== undefined && (stretch[0]?.id ?? Number.POSITIVE_INFINITY) <= told.id) break
    }
    return told
  }
}

function newest(facts: readonly Fact[], wanted: (fact: Fact) => boolean): Fact | undefined {
  for (let i = facts.length - 1; i >= 0; i--) if (wanted(facts[i]!)) return facts[i]
  return undefined
}

/** Whose a fact is; one that the monitor found out about somebody is theirs as well. */
const concerns = (fact: Fact, at: string): boolean => fact.at === at || (fact.at === 'monitor' && fact.args.peer === at)
