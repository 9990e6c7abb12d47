/**
 * Facts older than those kept are derived again: an engine of its own is set back to a checkpoint and run on to
 * where they happened. The same run numbers them alike, so they are the same facts. Checkpoints stand close, so
 * what is derived at once is one stretch between two of them, and whoever looks for something stops when it is there.
 */
import type { Checkpoint, Engine, Fact } from '../engine/index.ts'
import type { EngineOf, Take } from './take.ts'

export class Derivation {
  private engine: Engine | null = null

  private readonly engineOf: EngineOf

  constructor(engineOf: EngineOf) {
    this.engineOf = engineOf
  }

  /** Facts with from <= t <= to, oldest first, the last `most` of them. `to` must have been played. */
  between(take: Take, from: number, to: number, most: number): Fact[] {
    const { book } = take
    const kept = book.between(from, to, most)
    if (book.covers(from) || kept.length === most) return kept
    const stretches = [kept]
    let missing = most - kept.length
    for (const { facts: stretch } of this.backwards(take, to, kept[0])) {
      const wanted = stretch.filter(({ t }) => t >= from)
      stretches.unshift(wanted)
      missing -= wanted.length
      const oldest = stretch[0]
      if (missing <= 0 || (oldest !== undefined && oldest.t < from)) break
    }
    return stretches.flat().slice(-most)
  }

  /** Facts with from <= t <= to, oldest first, the first `most` of them: run through is no more than they take. */
  firstOf(take: Take, from: number, to: number, most: number): Fact[] {
    const kept = take.book.firstOf(from, to, most)
    if (kept !== null) return kept
    // What happened in the very instant of a checkpoint is behind it.
    const engine = this.set(take, take.trail.nearest(from - 1))
    const found = engine.factsAfter(0).filter(({ t }) => t >= from)
    for (let known = engine.event; engine.time < to && found.length < most; known = engine.event) {
      engine.runToNextMoment(to)
      for (const fact of engine.factsAfter(known)) if (fact.t >= from) found.push(fact)
    }
    return found.filter(({ t }) => t <= to).slice(0, most)
  }

  /**
   * Facts up to instant `to`, the youngest stretch first, each oldest first and each ending where the one before it
   * begins. With `next`: those before this fact alone. Ends early once that took more than `mostWork` kernel events.
   */
  *backwards(
    take: Take,
    to: number,
    next?: Fact,
    mostWork = Number.POSITIVE_INFINITY,
  ): Generator<{ facts: Fact[]; work: number }> {
    const { trail } = take
    let end = next?.t ?? to
    let before = next?.id ?? Number.POSITIVE_INFINITY
    let start = trail.nearest(end)
    for (let sum = 0; sum <= mostWork; ) {
      const engine = this.set(take, start)
      const stretch = start === trail.list[0] ? engine.factsAfter(0) : []
      for (let known = start.event; engine.time < end; known = engine.event) {
        // Not in one go: the engine keeps only so many.
        engine.runToNextMoment(end)
        for (const fact of engine.factsAfter(known)) stretch.push(fact)
      }
      const work = engine.work - start.work
      sum += work
      yield { facts: stretch.filter(({ id }) => id < before), work }
      if (start === trail.list[0]) return
      before = stretch[0]?.id ?? before
      end = start.time
      start = trail.nearest(end - 1)
    }
  }

  /**
   * Facts without a gap up to this one at least, from the last checkpoint before it on; null: that took more than
   * `mostWork` kernel events, or it has not been played.
   */
  around(take: Take, id: number, mostWork: number): { facts: Fact[]; work: number } | null {
    const { list } = take.trail
    let place = list.length - 1
    while (place > 0 && list[place]!.event >= id) place--
    const engine = this.set(take, list[place]!)
    const from = engine.work
    const facts = engine.factsAfter(0)
    for (let known = engine.event; engine.event < id; known = engine.event) {
      if (engine.work - from > mostWork || engine.time >= take.playedTo) return null
      engine.runToNextMoment(take.playedTo)
      for (const fact of engine.factsAfter(known)) facts.push(fact)
    }
    return { facts, work: engine.work - from }
  }

  private set(take: Take, checkpoint: Checkpoint): Engine {
    if (this.engine?.run !== take.run) this.engine = this.engineOf(take.run)
    this.engine.restore(checkpoint)
    return this.engine
  }
}
