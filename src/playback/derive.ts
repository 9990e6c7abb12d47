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
    const kept = book.between(from, to, most)
    if (book.covers(from) || kept.length === most) return kept
    if (this.engine?.run !== branch.run) this.engine = this.engineOf(branch.run)
    const { engine } = this
    const stretches: Fact[][] = []
    let missing = most
    let end = to
    let start = trail.nearest(end)
    for (;;) {
      engine.restore(start)
      const stretch = start === trail.list[0] ? engine.factsAfter(0) : []
      for (let known = start.event; engine.time < end; known = engine.event) {
        // Not in one go: the engine keeps only so many.
        engine.runToNextMoment(end)
        for (const fact of engine.factsAfter(known)) stretch.push(fact)
      }
      const wanted = stretch.filter(({ t }) => t >= from)
      stretches.unshift(wanted)
      missing -= wanted.length
      if (missing <= 0 || start === trail.list[0] || start.time < from) return stretches.flat().slice(-most)
      // What happened in the very instant of a checkpoint is behind it.
      end = start.time
      start = trail.nearest(end - 1)
    }
  }
}
