import { type Action, parseRun, type Run, us, withIntervention } from '../../run/index.ts'
import { Chance } from '../kernel/chance.ts'
import { randomSeeds } from './randomSeeds.ts'

/**
 * A random run in which masters die and come back, and former masters and slaves that have diverged are taken back in every
 * way, by hand and by the monitor, while all that `randomSeeds` does goes on: the same number always gives the same run.
 */
export function randomReturns(number: number, untilMs = 5000): Run {
  const chance = new Chance(number)
  const below = (what: string, n: number): number => chance.below(`returns:${what}`, n)
  const pick = <T>(what: string, list: readonly T[]): T => list[below(what, list.length)]!
  const { seed, scenario, interventions } = randomSeeds(number, untilMs)
  const failover = {
    ...scenario.failover,
    monitor: true,
    oldMaster: pick('old', ['leave', 'leave', 'rejoin', 'rewind', 'rebuild']),
    misses: 1 + below('misses', 2),
    fence: pick('fence', ['none', 'none', 'none', 'lease', 'power-off', 'proxy']),
    leaseMs: 100 + below('lease', 600),
    fenceMs: 1 + below('fencing', 200),
    drain: pick('drain', ['wait', 'wait', 'skip', 'fail']),
    oldConnections: pick('connections', ['close', 'keep']),
    choose: pick('choose', ['most-advanced', 'most-advanced', 'by-hand']),
  }
  const parsed = parseRun({ seed, scenario: { ...scenario, failover }, interventions })
  if ('problem' in parsed) throw new Error(parsed.problem)
  let { run } = parsed
  const names = scenario.nodes.map(({ id }) => id)
  const act = (atMs: number, action: Action): void => {
    const answer = withIntervention(run, action, us(atMs))
    if (!('problem' in answer)) run = answer.run
  }
  // One after another loses its master's chair, by dying or out of sight, and returns.
  let atMs = 100 + below('first', 400)
  for (let turn = 0; turn < 3 + below('turns', 3) && atMs < untilMs; turn++) {
    const node = pick('who', ['db1', 'db1', ...names])
    const others = [...names, 'monitor'].filter((id) => id !== node)
    const dies = below('dies', 2) === 0
    if (dies) act(atMs, { do: 'kill', node })
    else for (const other of others) act(atMs, { do: 'cut', between: [node, other] })
    atMs += 200 + below('away', 600)
    act(atMs - 100, { do: 'promote', node: pick('named', names) })
    if (dies) act(atMs, { do: 'restart', node })
    else for (const other of others) act(atMs, { do: 'heal', between: [node, other] })
    for (let tries = 1 + below('tries', 3); tries > 0; tries--) {
      atMs += below('pause', 400)
      act(atMs, { do: pick('way', ['rejoin', 'rewind', 'rewind']), node: pick('whose', [node, node, ...names]) })
    }
    if (below('changed', 3) === 0)
      act(atMs, { do: 'set', path: 'failover.oldMaster', value: pick('new', ['leave', 'rejoin', 'rewind', 'rebuild']) })
  }
  return run
}
