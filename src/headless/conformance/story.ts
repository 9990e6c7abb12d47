/** A run as the query language asks about it: played once for its facts, and again wherever somebody wants to look. */
import { createEngine, type Fact, type Frame } from '../../engine/index.ts'
import type { Story } from '../../query/index.ts'
import { type Run, us } from '../../run/index.ts'

export interface Played extends Story {
  /** The last picture. */
  readonly end: Frame
}

/** The engine keeps its last 20,000 facts; looking more often than that, one sees them all. */
const LOOK_EVERY = 8_000

export function storyOf(run: Run): Played {
  const endUs = us(run.scenario.untilMs)
  const engine = createEngine(run)
  const facts: Fact[] = []
  const look = () => {
    for (const fact of engine.factsAfter(facts.length)) facts.push(fact)
  }
  while (engine.runToNextMoment(endUs)) if (engine.event - facts.length > LOOK_EVERY) look()
  look()
  return {
    endUs,
    facts,
    end: engine.frame(),
    visit(times, see) {
      const again = createEngine(run)
      for (const t of times) {
        again.runTo(t)
        see({ frame: again.frame(), rows: (node) => again.rows(node, Number.MAX_SAFE_INTEGER), facts })
      }
    },
  }
}
