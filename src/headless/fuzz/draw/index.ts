/** The run of a seed: the same seed always gives the same run, as long as the tables stay as they are. */
import type { Run } from '../../../run/index.ts'
import { Dice } from './dice.ts'
import { repaired } from './repaired.ts'
import { drawScenario } from './scenario.ts'
import { drawScript } from './script.ts'

export { Dice } from './dice.ts'

export function drawRun(seed: number): Run {
  const dice = new Dice(seed)
  const { scenario, names } = drawScenario(seed, dice.of('scenario'))
  const bare = repaired({ seed, scenario })
  const known = { ...names, nodes: bare.scenario.nodes.map(({ id }) => id) }
  const interventions = drawScript(bare.scenario, known, dice.of('script'))
  return repaired({ seed, scenario: bare.scenario, interventions })
}
