/**
 * A drawn scenario whose nodes are regions of three replicas each, and what somebody does to those: replicas die one after
 * another, leaders are hunted, regions are cut off while clients on both sides write the same row.
 */
import type { Dice } from './dice.ts'
import type { Drawn, Place, Story } from './stories.ts'

type Fields = Record<string, unknown>

/** Of runs with several masters, one in so many. */
const ONE_IN = 3

/** Makes the nodes regions, if they are masters and luck wants it, or single servers. */
export function settleRegions(scenario: Fields, dice: Dice, may: boolean): void {
  if (may && dice.oneIn(ONE_IN)) makeRegions(scenario, dice)
  else makeServers(scenario)
}

function makeServers(scenario: Fields): void {
  delete scenario['regions']
  for (const client of scenario['clients'] as Fields[]) delete client['consistency']
}

/** Of masters. What the sentences of `run/regions.ts` ask for is put right. */
export function makeRegions(scenario: Fields, dice: Dice): void {
  const nodes = scenario['nodes'] as Fields[]
  const regions = scenario['regions'] as Fields
  const masters = scenario['multiMaster'] as Fields
  masters['topology'] = 'all-to-all'
  delete masters['rule']
  delete masters['tombstones']
  if (regions['kind'] === 'mrsc') nodes.splice(3)
  if (nodes.length < 3) regions['kind'] = 'mrec'
  if (regions['kind'] !== 'mrsc') delete regions['witness']
  const clients = scenario['clients'] as Fields[]
  const ids = nodes.map(({ id }) => id as string)
  for (const client of clients) {
    const { node, operation } = client
    if (operation === 'insert') client['operation'] = 'mixed'
    if (!ids.includes(node as string) || node === regions['witness']) delete client['node']
  }
  if (dice.oneIn(3)) return
  // Each in a place of its own, together with its clients.
  for (const node of nodes) node['dataCenter'] = `place-${node['id']}`
  for (const client of clients) {
    client['node'] ??= dice.pick(ids.filter((id) => id !== regions['witness']))
    client['dataCenter'] = `place-${client['node']}`
  }
}

const ZONES = ['a', 'b', 'c']
const region = (place: Place, dice: Dice): string => dice.pick(place.names['nodes']!)

const loss: Story = (place, atMs, dice) => {
  const [node, zone] = [region(place, dice), dice.pick(ZONES)]
  const back: Drawn[] = dice.oneIn(4)
    ? []
    : [{ atMs: atMs + dice.spread(1, 1500, 0.001), do: 'restart-replica', node, zone }]
  return [{ atMs, do: 'kill-replica', node, zone }, ...back]
}

const replicas: Story = (place, atMs, dice) => {
  const node = region(place, dice)
  return Array.from({ length: 3 + dice.below(6) }, () => ({
    atMs: atMs + dice.below(400),
    do: dice.oneIn(2) ? 'kill-replica' : 'restart-replica',
    node,
    zone: dice.pick(ZONES),
  }))
}

/** Whoever leads dies: one of the three it is, and the next one a little later. */
const hunt: Story = (place, atMs, dice) => {
  const node = region(place, dice)
  return ZONES.flatMap((zone, nth) => [
    { atMs: atMs + nth * 150 + dice.below(100), do: 'kill-replica', node, zone },
    { atMs: atMs + nth * 150 + 120 + dice.below(400), do: 'restart-replica', node, zone },
  ])
}

const island: Story = (place, atMs, dice) => {
  const dataCenter = `place-${region(place, dice)}`
  const writes = Array.from({ length: 2 + dice.below(4) }, () => ({
    atMs: atMs + dice.below(60),
    do: 'write',
    client: dice.pick(place.names['clients']!),
    key: 'k1',
  }))
  const back: Drawn[] = dice.oneIn(5)
    ? []
    : [{ atMs: atMs + dice.spread(5, 1500, 0.001), do: 'heal-data-center', dataCenter }]
  return [{ atMs, do: 'cut-data-center', dataCenter }, ...writes, ...back]
}

/** Beside those of several masters. */
export const STORIES_OF_REGIONS: readonly Story[] = [
  ...[loss, loss, loss, loss, loss, loss, replicas, replicas, replicas, replicas],
  ...[hunt, hunt, hunt, hunt, island, island, island, island, island, island],
]
