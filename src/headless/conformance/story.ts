/** A run as the query language asks about it: played once for its facts, and again wherever somebody wants to look. */
import {
  type Checkpoint,
  createEngine,
  type Engine,
  type Fact,
  type Frame,
  type Row,
  type VersionFrame,
  versionsOf,
} from '../../engine/index.ts'
import type { Sight, Story } from '../../query/index.ts'
import { type Run, us } from '../../run/index.ts'

export interface Played extends Story {
  /** The last picture. */
  readonly end: Frame
}

/** The engine keeps its last 20,000 facts; looking more often than that, one sees them all. */
const LOOK_EVERY = 8_000
/** So many places to set out from when somebody wants to look again. */
const STOPS = 32

export function storyOf(run: Run): Played {
  const endUs = us(run.scenario.untilMs)
  const engine = createEngine(run)
  const facts: Fact[] = []
  const look = () => {
    for (const fact of engine.factsAfter(facts.length)) facts.push(fact)
  }
  const start = engine.checkpoint()
  const stops: Checkpoint[] = []
  for (let at = 1; at <= STOPS; at++) {
    const until = Math.floor((endUs * at) / STOPS)
    while (engine.runToNextMoment(until)) if (engine.event - facts.length > LOOK_EVERY) look()
    look()
    stops.push(engine.checkpoint())
  }
  return {
    endUs,
    facts,
    end: engine.frame(),
    visit(times, see) {
      engine.restore(start)
      for (const t of times) {
        const stop = lastBefore(stops, t)
        if (stop !== null && stop.time > engine.time) engine.restore(stop)
        engine.runTo(t)
        see(t, new Seen(engine, facts))
      }
    },
  }
}

function lastBefore(stops: readonly Checkpoint[], t: number): Checkpoint | null {
  let last: Checkpoint | null = null
  for (const stop of stops) if (stop.time <= t) last = stop
  return last
}

/** The instant that an engine stands at. */
class Seen implements Sight {
  readonly facts: readonly Fact[]
  private readonly engine: Engine
  private picture: Frame | null = null
  constructor(engine: Engine, facts: readonly Fact[]) {
    this.engine = engine
    this.facts = facts
  }
  get frame(): Frame {
    this.picture ??= this.engine.frame()
    return this.picture
  }
  rows(node: string): readonly Row[] {
    return this.engine.rows(node, Number.MAX_SAFE_INTEGER)
  }
  versions(): readonly VersionFrame[] {
    return this.engine.measured(versionsOf)
  }
}
