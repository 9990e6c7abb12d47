import { FACTS, type Fact, type FactKind } from '../fact.ts'
import type { World } from '../world/index.ts'
import { Checker } from './checker.ts'

/**
 * I1, the part of it that one run can show: facts are numbered without gaps in order of time, and nothing comes
 * before its cause. (That a run repeats itself is shown by running it twice.)
 */
export class Causality extends Checker {
  readonly name = 'I1'
  readonly kind = 'invariant'
  readonly kinds = Object.keys(FACTS) as FactKind[]

  see(fact: Fact, world: World): void {
    const id = this.recall(0)
    const t = this.recall(1)
    if (fact.id !== id + 1) this.broken(fact, `Fact ${fact.id} follows fact ${id}.`)
    if (fact.t < t) this.broken(fact, `Fact ${fact.id} at ${fact.t} us is earlier than the one before it, at ${t} us.`)
    this.remember(0, fact.id)
    this.remember(1, fact.t)
    if (fact.cause === 0) return
    const cause = fact.cause < fact.id ? world.facts.byId(fact.cause) : fact
    if (cause && (cause.id >= fact.id || cause.t > fact.t))
      this.broken(fact, `Fact ${fact.id} (${fact.kind}) comes before its cause, fact ${fact.cause}.`)
  }
}
