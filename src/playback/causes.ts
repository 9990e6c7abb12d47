/**
 * "Why?": the chain of causes behind a fact. Every fact names the one that made it happen, so the chain is walked
 * from link to link; what is too old to be kept is derived again. That work is bounded: where a cause cannot be
 * found within it, the chain begins with the oldest link known, which still is a true answer.
 *
 * One link is not taken as it is: an entry is applied when the SQL thread is through with the one before, and so the
 * chain would lead through every entry there ever was. What people ask for is where this one came from.
 */
import { type Fact, type FactKind, isAlwaysMilestone } from '../engine/index.ts'
import { monitorsOf } from '../run/index.ts'
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
    const known = new Known(this.derivation, take)
    const first = known.byId(id)
    if (first === undefined || first.t > take.playedTo) return []
    const chain = [first]
    for (;;) {
      const fact = chain[0]!
      const cause = known.byId(fact.cause)
      const before = cause !== undefined && isNextInLine(fact, cause) ? known.arrivalOf(fact) : cause
      if (before === undefined) return chain
      chain.unshift(before)
    }
  }

  /**
   * The newest fact of these kinds at or before `t`, and what caused it: of a participant or link if one is named, and
   * about somebody if `peer` is.
   */
  ofNewest(take: Take, { kinds, at, peer, t }: Sought): Fact[] {
    const until = Math.min(t, take.playedTo)
    const watchers = monitorsOf(take.run.scenario)
    const wanted = (fact: Fact) =>
      kinds.includes(fact.kind) &&
      fact.t <= until &&
      (at === undefined || concerns(fact, at, watchers)) &&
      (peer === undefined || fact.args.peer === peer)
    // Milestones are all known, so that nothing has to be derived beyond the newest that fits.
    const told = newest(take.book.milestones(), wanted)
    const known = new Known(this.derivation, take)
    const found = kinds.every(isAlwaysMilestone) ? told : (known.newestUntil(until, wanted, told?.id) ?? told)
    return found === undefined ? [] : this.of(take, found.id)
  }
}

interface Sought {
  kinds: readonly FactKind[]
  at?: string
  peer?: string
  t: number
}

/** What one answer has found out so far, and how much work that may still take. */
class Known {
  private derived: readonly Fact[] = []
  private work = MOST_WORK

  private readonly derivation: Derivation
  private readonly take: Take

  constructor(derivation: Derivation, take: Take) {
    this.derivation = derivation
    this.take = take
  }

  byId(id: number): Fact | undefined {
    if (!(id > 0)) return undefined
    const { book } = this.take
    const near = book.byId(id) ?? this.derived[id - (this.derived[0]?.id ?? 0)]
    if (near !== undefined) return near
    const stretch = this.derivation.around(this.take, id, this.work)
    if (stretch === null) return book.milestones().find((fact) => fact.id === id)
    this.work -= stretch.work
    this.derived = stretch.facts
    return this.derived[id - this.derived[0]!.id]
  }

  /** The newest that is wanted at or before `t`; facts with an id up to `enough` are not looked for. */
  newestUntil(t: number, wanted: (fact: Fact) => boolean, enough = 0): Fact | undefined {
    const kept = this.take.book.between(0, t, Number.MAX_SAFE_INTEGER)
    const found = newest(kept, wanted)
    if (found !== undefined || (kept[0]?.id ?? Number.POSITIVE_INFINITY) <= enough + 1) return found
    for (const { facts, work } of this.derivation.backwards(this.take, t, kept[0], this.work)) {
      this.work -= work
      const found = newest(facts, wanted)
      if (found !== undefined) return found
      if ((facts[0]?.id ?? Number.POSITIVE_INFINITY) <= enough + 1) break
    }
    return undefined
  }

  /** How the entry came to this node that is applied there. */
  arrivalOf({ t, at, args: { from = 0 } }: Fact): Fact | undefined {
    return this.newestUntil(
      t,
      (fact) =>
        fact.kind === 'entries-received' &&
        fact.at === at &&
        (fact.args.from ?? from + 1) <= from &&
        (fact.args.to ?? 0) >= from,
    )
  }
}

const isNextInLine = (fact: Fact, cause: Fact): boolean =>
  fact.kind === 'apply-started' && cause.kind === 'entries-applied' && cause.at === fact.at

function newest(facts: readonly Fact[], wanted: (fact: Fact) => boolean): Fact | undefined {
  for (let i = facts.length - 1; i >= 0; i--) if (wanted(facts[i]!)) return facts[i]
  return undefined
}

/** Whose a fact is; one that a monitor found out about somebody is theirs as well. */
const concerns = (fact: Fact, at: string, watchers: readonly string[]): boolean =>
  fact.at === at || (watchers.includes(fact.at) && fact.args.peer === at)
