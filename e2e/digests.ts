import { createEngine } from '../src/engine/index.ts'
import { presets } from '../src/scenarios/index.ts'

/** Preset id -> [time in microseconds, digest] at every milestone, and at the end of what it wants to show. */
export function digestsOfPresets(): Record<string, [number, string][]> {
  const all: Record<string, [number, string][]> = {}
  for (const { id, run } of presets) {
    const end = Math.round(run.scenario.untilMs * 1000)
    const engine = createEngine(run)
    const digests: [number, string][] = []
    for (let milestones = 0; engine.runToNextMoment(end); milestones = engine.milestones().length)
      if (engine.milestones().length > milestones) digests.push([engine.time, engine.digest()])
    all[id] = digests.at(-1)?.[0] === end ? digests : [...digests, [end, engine.digest()]]
  }
  return all
}
