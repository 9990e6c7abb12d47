/** The run of a seed: the same seed always gives the same run, as long as the tables stay as they are. */
import type { Run } from '../../../run/index.ts'
import { Dice } from './dice.ts'
import { repaired } from './repaired.ts'
import { drawScenario } from './scenario.ts'
import { drawScript } from './script.ts'
import { THEMES, type Theme } from './themes.ts'

export { Dice } from './dice.ts'
export type { Theme } from './themes.ts'

/** `theme`: what it is to be about, for tests of rules that chance alone seldom comes to; without one, about anything. */
export function drawRun(seed: number, theme?: Theme): Run {
  const dice = new Dice(seed)
  const about = theme && THEMES[theme]
  const { scenario, names } = drawScenario(seed, dice.of('scenario'))
  about?.scene(scenario as never, dice.of('scene'))
  const bare = repaired({ seed, scenario })
  const known = { ...names, nodes: bare.scenario.nodes.map(({ id }) => id) }
  const interventions = drawScript(bare.scenario, known, dice.of('script'), about?.stories)
  return repaired({ seed, scenario: bare.scenario, interventions })
}
