/**
 * Facts older than those kept are derived again: an engine of its own is set back to a checkpoint and run on to
 * where they happened. The same run numbers them alike, so they are the same facts.
 */
import type { Engine, Fact } from '../engine/index.ts'
import type { Branch, EngineOf } from './branch.ts'

export class Derivation {
  private engine: Engine | null = null

  private readonly engineOf: EngineOf

  constructor(engineOf: EngineOf) {
    this.engineOf = engineOf
  }

  /** Facts with from <= t <= to, oldest first, the last `most` of them. `to` must have been played. */
  between(branch: Branch, from: number, to: number, most: number): Fact[] {
    const { book, trail } = branch
    if (book.covers(from)) return book.between(from, to, most)
    if (this.engine?.run !== branch.run) this.engine = this.engineOf(branch.run)
    const { engine } = this
    let found: Fact[] = []
    let end = to
    for (;;) {
      const before = found[0]?.id ?? Number.POSITIVE_INFINITY
      engine.restore(trail.nearest(end))
      engine.runTo(end)
      const earlier = engine.factsAfter(0).filter(({ id, t }) => id < before && t <= to)
      found = [...earlier, ...found]
      const oldest = found[0]
      if (earlier.length === 0 || oldest === undefined || oldest.id === 1 || oldest.t < from) break
      if (found.length >= most && found[found.length - most]!.t >= from) break
      // What the engine keeps there reaches further back than what it keeps here.
      end = oldest.t
    }
    const first = found.findIndex(({ t }) => t >= from)
    return first < 0 ? [] : found.slice(Math.max(first, found.length - most))
  }
}
