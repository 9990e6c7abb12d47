import { type Action, parseRun, type Run, us, withIntervention } from '../../run/index.ts'
import { Chance } from '../kernel/chance.ts'
import { randomTopology } from './randomTopology.ts'

/**
 * A random run whose logs are short, whose slaves may be delayed, whose master writes heartbeat rows, and in which nodes
 * are built anew while all that `randomTopology` does goes on: the same number always gives the same run.
 */
export function randomSeeds(number: number, untilMs = 4000): Run {
  const chance = new Chance(number)
  const below = (what: string, n: number): number => chance.below(`seeds:${what}`, n)
  const { seed, scenario, interventions } = randomTopology(number, untilMs)
  const nodes = scenario.nodes.map((node) => ({
    ...node,
    delayMs: below('delayed', 3) === 0 ? below('delay', 900) : 0,
  }))
  const parsed = parseRun({
    seed,
    scenario: {
      ...scenario,
      nodes,
      replication: {
        ...scenario.replication,
        retainEntries: below('retain', 2) * (1 + below('entries', 60)),
        heartbeatRowMs: below('beats', 2) * (5 + below('beat', 200)),
        connectRetries: below('tries', 2) * (1 + below('attempts', 6)),
      },
      costs: {
        ...scenario.costs,
        dataMegabytes: 1 + below('data', 30),
        copyKilobytesPerSecond: 20_000 + below('copy', 60_000),
      },
    },
    interventions,
  })
  if ('problem' in parsed) throw new Error(parsed.problem)
  let { run } = parsed
  const added = interventions.flatMap((one) => (one.do === 'add-slave' ? [one.node] : []))
  const names = [...nodes.map(({ id }) => id), ...added]
  const times = Array.from({ length: 4 + below('changes', 9) }, () => below('at', untilMs)).sort((a, b) => a - b)
  for (const atMs of times) {
    const any = (): string => names[below('who', names.length)]!
    const fresh = `db${names.length + 20}`
    const actions: Action[] = [
      { do: 'rebuild', node: any(), from: any() },
      { do: 'rebuild', node: any(), from: any() },
      { do: 'rebuild', node: 'db1', from: any() },
      { do: 'purge', node: any() },
      { do: 'add-slave', node: fresh, upstream: any(), from: any() },
      { do: 'start-receiver', node: any() },
      { do: 'set', path: `nodes.${any()}.delayMs`, value: below('delay', 500) },
      { do: 'set', path: 'replication.heartbeatRowMs', value: below('beats', 2) * 50 },
      { do: 'set', path: 'replication.retainEntries', value: below('entries', 50) },
      { do: 'set', path: 'costs.copyKilobytesPerSecond', value: 1000 + below('copy', 60_000) },
    ]
    const action = actions[below('action', actions.length)]!
    // Some of it makes no sense by then: it is left out.
    const answer = withIntervention(run, action, us(atMs))
    if ('problem' in answer) continue
    run = answer.run
    if (action.do === 'add-slave') names.push(action.node)
  }
  return run
}
