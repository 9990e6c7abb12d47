/**
 * A drawn scenario with several masters: what the sentences of `run/masters.ts` ask of it is put right, the rest stays
 * as it was drawn. And what somebody does to such a run: writes that cross, masters taken away, rows compared, clocks set.
 */
import { ACTIONS } from '../../../run/index.ts'
import type { Dice } from './dice.ts'
import { settleRegions } from './regions.ts'
import type { Drawn, Place, Story } from './stories.ts'
import { drawFields } from './value.ts'

/** One run in so many. */
const ONE_IN = 3

type Fields = Record<string, unknown>

/** Makes the scenario one with several masters, if there may be such, or with a single one. */
export function settleMasters(scenario: Fields, dice: Dice, may: boolean): void {
  const [nodes, clients] = [scenario['nodes'] as Fields[], scenario['clients'] as Fields[]]
  const many = may && dice.oneIn(ONE_IN) && nodes.length > 1
  for (const [at, node] of nodes.entries()) {
    node['role'] = many || at === 0 ? 'master' : 'slave'
    if (many || at === 0) delete node['upstream']
  }
  settleRegions(scenario, dice.of('regions'), many)
  if (!many) {
    delete scenario['multiMaster']
    for (const client of clients) delete client['node']
    return
  }
  for (const client of clients) delete client['entriesPerWrite']
  delete (scenario['replication'] as Fields)['mode']
  const failover = scenario['failover'] as Fields
  failover['monitor'] = false
  delete failover['monitors']
}

const names = (place: Place) => place.names['nodes']!

/** Clients write the same row within a few milliseconds. */
const crossing: Story = (place, atMs, dice) => {
  const { key, operation, value } = drawFields(ACTIONS.write, 'actions.write', dice.of('what'), place.names) as Fields
  return Array.from({ length: 2 + dice.below(3) }, () => ({
    atMs: atMs + dice.below(20),
    do: 'write',
    client: dice.pick(place.names['clients']!),
    ...(key === undefined || operation === 'insert' ? {} : { key }),
    ...(operation === undefined ? {} : { operation }),
    ...(value === undefined ? {} : { value }),
  }))
}

const pair = (place: Place, dice: Dice) => ({ node: dice.pick(names(place)), from: dice.pick(names(place)) })

const removal: Story = (place, atMs, dice) => [{ atMs, do: 'remove-master', node: dice.pick(names(place)) }]

const repairs: Story = (place, atMs, dice) =>
  Array.from({ length: 1 + dice.below(3) }, () => ({
    atMs: atMs + dice.below(100),
    do: 'repair',
    ...pair(place, dice),
  }))

const skips: Story = (place, atMs, dice) =>
  Array.from({ length: 1 + dice.below(3) }, () => ({
    atMs: atMs + dice.below(500),
    do: 'skip-entry',
    ...pair(place, dice),
  }))

const clock: Story = (place, atMs, dice) => [
  {
    atMs,
    do: 'set',
    path: `nodes.${dice.pick(names(place))}.clockOffsetMs`,
    value: dice.oneIn(4) ? 0 : dice.below(1000) - 500,
  },
]

const rule: Story = (_, atMs, dice): Drawn[] => {
  const [path, values] = dice.pick([
    ['rule', ['wall-clock', 'hybrid-clock', 'version-vectors', 'dotted-version-vectors', 'site-priority', 'arrival']],
    ['loops', ['seen', 'origin']],
    ['ship', ['row', 'statement']],
    ['onError', ['stop', 'skip', 'overwrite']],
    ['tombstones', ['keep', 'everyone', 'grace']],
  ] as const)
  return [{ atMs, do: 'set', path: `multiMaster.${path}`, value: dice.pick<string>(values) }]
}

/** Beside those of any run. */
export const STORIES_OF_MANY: readonly Story[] = [crossing, crossing, crossing, removal, repairs, skips, clock, rule]
