import { createEngine } from '../src/engine/index.ts'
import { presets } from '../src/scenarios/index.ts'

/** Preset id -> [time in microseconds, digest] at every milestone, and at the end of what it wants to show. */
export function digestsOfPresets(): Record<string, [number, string][]> {
  const all: Record<string, [number, string][]> = {}
  for (const { id, run } of presets) {
    const end = Math.round(run.scenario.untilMs * 1000)
    const ahead = createEngine(run)
    ahead.runTo(end)
    const times = [...new Set([...ahead.milestones().map(({ t }) => t), end])]
    const engine = createEngine(run)
    all[id] = times.map((t) => {
      engine.runTo(t)
      return [t, engine.digest()]
    })
  }
  return all
}
