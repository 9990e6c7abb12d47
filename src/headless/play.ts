import { createEngine, type Engine, type EngineOptions, type Fact } from '../engine/index.ts'
import type { Run } from '../run/index.ts'
import { TELLING } from './failovers.ts'

/** A run played to its end: the engine standing there, and the facts that its report is made of. */
export interface Played {
  engine: Engine
  telling: Fact[]
}

/** The engine keeps its last 20,000 facts; looking more often than that, one sees them all. */
const LOOK_EVERY = 8_000

export function play(run: Run, until: number, options: EngineOptions): Played {
  const engine = createEngine(run, options)
  const telling: Fact[] = []
  let seen = 0
  const look = () => {
    for (const fact of engine.factsAfter(seen)) if (TELLING.has(fact.kind)) telling.push(fact)
    seen = engine.event
  }
  while (engine.runToNextMoment(until)) if (engine.event - seen > LOOK_EVERY) look()
  look()
  return { engine, telling }
}
