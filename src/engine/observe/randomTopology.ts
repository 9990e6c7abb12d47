import { type Action, parseRun, type Run, us, withIntervention } from '../../run/index.ts'
import { Chance } from '../kernel/chance.ts'
import { randomRun } from './randomRun.ts'

/**
 * A random run of slaves in tiers that also come, go and are repointed, on links that are narrow and lose messages,
 * with clocks that differ: the same number always gives the same run.
 */
export function randomTopology(number: number, untilMs = 4000): Run {
  const chance = new Chance(number)
  const below = (what: string, n: number): number => chance.below(`topology:${what}`, n)
  const { seed, scenario, interventions } = randomRun(number, untilMs)
  const nodes = scenario.nodes.map((node, at) => ({
    ...node,
    clockOffsetMs: below('clock', 3) === 0 ? below('offset', 20_000) - 10_000 : 0,
    ...(at > 1 && below('tier', 2) === 0 ? { upstream: scenario.nodes[below('upstream', at)]!.id } : {}),
  }))
  const network = {
    ...scenario.network,
    lossPercent: below('loss', 2) * below('percent', 12),
    kilobytesPerSecond: below('limit', 3) === 0 ? 4 + below('width', 60) : 0,
  }
  const parsed = parseRun({ seed, scenario: { ...scenario, nodes, network }, interventions })
  if ('problem' in parsed) throw new Error(parsed.problem)
  let { run } = parsed
  const names = nodes.map(({ id }) => id)
  const times = Array.from({ length: 2 + below('changes', 9) }, () => below('at', untilMs)).sort((a, b) => a - b)
  for (const atMs of times) {
    const any = (): string => names[below('who', names.length)]!
    const added = `db${names.length + 1}`
    const actions: Action[] = [
      { do: 'add-slave', node: added, upstream: any() },
      { do: 'add-slave', node: added, upstream: any() },
      { do: 'remove-slave', node: any() },
      { do: 'repoint', node: any(), upstream: any() },
      { do: 'repoint', node: any(), upstream: any() },
      { do: 'kill', node: any() },
      { do: 'restart', node: any() },
      { do: 'set', path: `network.links.db1~${any()}.lossPercent`, value: below('percent', 30) },
      { do: 'set', path: `network.links.db1~${any()}.kilobytesPerSecond`, value: below('width', 20) },
      { do: 'set', path: `nodes.${any()}.clockOffsetMs`, value: below('offset', 5000) },
    ]
    const action = actions[below('action', actions.length)]!
    // Some of it makes no sense by then: it is left out.
    const answer = withIntervention(run, action, us(atMs))
    if ('problem' in answer) continue
    run = answer.run
    if (action.do === 'add-slave') names.push(added)
  }
  return run
}
