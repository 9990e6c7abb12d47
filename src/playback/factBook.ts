/**
 * The facts of one branch up to the furthest instant played, so that the timeline and the log also know what
 * lies ahead of a playhead that went back. Like the engine's ring it keeps the youngest 20,000 (and up to as
 * many again before it tidies up); all milestones stay. Whatever is older is derived again.
 */
import { type Engine, type Fact, isMoment } from '../engine/index.ts'

const KEPT = 20_000

export class FactBook {
  /** Ids without a gap. */
  private facts: Fact[] = []
  private told: readonly Fact[] = []

  /** Takes over what the engine knows and the book does not. */
  collect(engine: Engine): void {
    if (engine.event <= this.lastId) return
    const fresh = engine.factsAfter(this.lastId)
    if (fresh.length === 0) return
    // More happened in one go than the engine keeps: what came before is no longer connected to it.
    if (fresh[0]!.id !== this.lastId + 1) this.facts = fresh
    else for (const fact of fresh) this.facts.push(fact)
    if (this.facts.length > 2 * KEPT) this.facts = this.facts.slice(-KEPT)
    const milestones = engine.milestones()
    const known = this.told[this.told.length - 1]?.id ?? 0
    if ((milestones[milestones.length - 1]?.id ?? 0) > known)
      this.told = [...this.told, ...milestones.filter(({ id }) => id > known)]
  }

  /** The same array until there is another milestone. */
  milestones(): readonly Fact[] {
    return this.told
  }

  /** Does it have everything that happened at or after `t`, as far as the branch was played? */
  covers(t: number): boolean {
    const first = this.facts[0]
    return first !== undefined && (first.id === 1 || first.t < t)
  }

  /** Facts with from <= t <= to, oldest first, the last `most` of them. */
  between(from: number, to: number, most: number): Fact[] {
    const end = this.placeAfter(to)
    return this.facts.slice(Math.max(end - most, this.placeAfter(from - 1), 0), end)
  }

  /** Facts with from <= t <= to, oldest first, the first `most` of them; null if it may not have them all. */
  firstOf(from: number, to: number, most: number): Fact[] | null {
    if (!this.covers(from)) return null
    const start = this.placeAfter(from - 1)
    return this.facts.slice(start, Math.min(start + most, this.placeAfter(to)))
  }

  byId(id: number): Fact | undefined {
    return this.facts[id - (this.facts[0]?.id ?? 0)]
  }

  /** All that are kept, those ahead of the playhead too; to be read only. */
  get kept(): readonly Fact[] {
    return this.facts
  }

  /** The oldest kept. */
  get first(): Fact | undefined {
    return this.facts[0]
  }

  /** Forgets what happened after `t`. */
  cutAfter(t: number): void {
    this.facts = this.facts.slice(0, this.placeAfter(t))
    if ((this.told[this.told.length - 1]?.t ?? 0) > t) this.told = this.told.filter((fact) => fact.t <= t)
  }

  /** The book of a branch that leaves this one right after instant `t`. */
  fork(t: number): FactBook {
    const book = new FactBook()
    book.facts = this.facts.slice(0, this.placeAfter(t))
    book.told = this.told.filter((fact) => fact.t <= t)
    return book
  }

  private get lastId(): number {
    return this.facts[this.facts.length - 1]?.id ?? 0
  }

  /** Index of the first fact later than `t`. */
  private placeAfter(t: number): number {
    let low = 0
    let high = this.facts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.facts[middle]!.t <= t) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The last instant before `t` at which a moment happened among `facts` (ascending); null = none there. */
export function lastMomentBefore(facts: readonly Fact[], t: number): number | null {
  for (let i = facts.length - 1; i >= 0; i--) {
    const fact = facts[i]!
    if (fact.t < t && isMoment(fact.kind)) return fact.t
  }
  return null
}
