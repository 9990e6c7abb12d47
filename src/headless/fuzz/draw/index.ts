/** The run of a seed: the same seed always gives the same run, as long as the tables stay as they are. */
import { monitorsOf, type Run, type Scenario } from '../../../run/index.ts'
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
  const { scenario, names } = drawScenario(seed, dice.of('scenario'), about === undefined)
  about?.scene(scenario as never, dice.of('scene'))
  const bare = repaired({ seed, scenario })
  const known = { ...names, ...namesOf(bare.scenario) }
  const interventions = drawScript(bare.scenario, known, dice.of('script'), about?.stories)
  return repaired({ seed, scenario: bare.scenario, interventions })
}

/** Who is there once what could not be used is gone: a cut of somebody who is not there would be thrown away. */
function namesOf(scenario: Scenario): Record<string, readonly string[]> {
  const { nodes, clients, failover } = scenario
  const standing = [...nodes, ...clients, ...failover.monitors].flatMap(({ dataCenter }) => dataCenter ?? [])
  return {
    nodes: nodes.map(({ id }) => id),
    monitors: failover.monitor ? monitorsOf(scenario) : [],
    dataCenters: [...new Set(standing)],
  }
}
