/**
 * What a generated run can be about, for troubles that chance alone seldom puts together: a master that is lost, replaced,
 * and taken back needs five things in the right order. A theme sets the scene and adds stories; everything else is drawn as
 * for any other run.
 */
import type { Dice } from './dice.ts'
import { makeRegions, STORIES_OF_REGIONS } from './regions.ts'
import { type Drawn, monitors, nodes, type Story, soon } from './stories.ts'

export type Theme = keyof typeof THEMES

type Group = Record<string, unknown>
interface Raw {
  nodes: Group[]
  network: Group
  replication: Group
  costs: Group
  failover: Group
  untilMs: number
}

/** Not yet checked, like what it changes. */
interface Shape {
  scene(raw: Raw, dice: Dice): void
  stories: readonly Story[]
}

/** Slaves in tiers that come, go and are repointed, on links that are narrow and lose messages. */
const comings: Shape = {
  scene({ nodes: list, network }, dice) {
    for (const [at, node] of list.entries()) if (at > 1 && dice.oneIn(2)) node['upstream'] = list[dice.below(at)]!['id']
    network['lossPercent'] = dice.oneIn(2) ? 0 : 1 + dice.below(12)
    network['kilobytesPerSecond'] = dice.oneIn(3) ? 4 + dice.below(60) : 0
  },
  stories: [
    (place, atMs, dice) => {
      const id = `db${nodes(place).length + 1}`
      const upstream = dice.pick(nodes(place))
      place.names = { ...place.names, nodes: [...nodes(place), id] }
      return [{ atMs, do: 'add-slave', node: id, upstream }]
    },
    (place, atMs, dice) => [{ atMs, do: 'remove-slave', node: dice.pick(nodes(place)) }],
    (place, atMs, dice) => [{ atMs, do: 'repoint', node: dice.pick(nodes(place)), upstream: dice.pick(nodes(place)) }],
    (place, atMs, dice) => [{ atMs, do: 'repoint', node: dice.pick(nodes(place)), upstream: dice.pick(nodes(place)) }],
  ],
}

/** Logs that end, slaves that are late on purpose, and nodes that are built anew from each other. */
const copies: Shape = {
  scene({ nodes: list, replication, costs }, dice) {
    for (const node of list) if (dice.oneIn(3)) node['delayMs'] = dice.below(900)
    replication['retainEntries'] = dice.oneIn(2) ? 1 + dice.below(60) : 0
    replication['heartbeatRowMs'] = dice.oneIn(2) ? 5 + dice.below(200) : 0
    costs['dataMegabytes'] = 1 + dice.below(30)
    costs['copyKilobytesPerSecond'] = 20_000 + dice.below(60_000)
  },
  stories: [
    (place, atMs, dice) => [{ atMs, do: 'rebuild', node: dice.pick(nodes(place)), from: dice.pick(nodes(place)) }],
    (place, atMs, dice) => [{ atMs, do: 'rebuild', node: dice.pick(nodes(place)), from: 'db1' }],
    (place, atMs, dice) => [{ atMs, do: 'purge', node: dice.pick(nodes(place)) }],
    (_, atMs, dice) => [{ atMs, do: 'set', path: 'replication.retainEntries', value: dice.below(50) }],
  ],
}

/** A master is lost, by dying or out of sight, somebody else takes over, and it is taken back in one way or another. */
const lostAndBack: Story = (place, atMs, dice): Drawn[] => {
  const node = dice.oneIn(3) ? dice.pick(nodes(place)) : 'db1'
  const others = [...nodes(place), ...monitors(place)].filter((id) => id !== node)
  const dies = dice.oneIn(2)
  const back = atMs + 200 + dice.below(600)
  const away: Drawn[] = dies
    ? [
        { atMs, do: 'kill', node },
        { atMs: back, do: 'restart', node },
      ]
    : others.flatMap((other) => [
        { atMs, do: 'cut', between: [node, other] },
        { atMs: back, do: 'heal', between: [node, other] },
      ])
  const ways = Array.from({ length: 1 + dice.below(3) }, () => ({
    atMs: back + soon(dice),
    do: dice.pick(['rejoin', 'rewind', 'rewind']),
    node: dice.oneIn(3) ? dice.pick(nodes(place)) : node,
  }))
  return [...away, { atMs: back - 100, do: 'promote', node: dice.pick(nodes(place)) }, ...ways]
}

const returns: Shape = {
  scene({ failover }, dice) {
    failover['monitor'] = true
    failover['misses'] = 1 + dice.below(2)
    failover['fence'] = dice.pick(['none', 'none', 'none', 'lease', 'power-off', 'proxy'])
    failover['oldMaster'] = dice.pick(['leave', 'leave', 'rejoin', 'rewind', 'rebuild'])
  },
  stories: [
    lostAndBack,
    lostAndBack,
    lostAndBack,
    (place, atMs, dice) => [{ atMs, do: 'switchover', node: dice.pick(nodes(place)) }],
  ],
}

/** Regions of three replicas each, whatever they are about. */
const regions: Shape = {
  scene(raw, dice) {
    const all = raw as unknown as Group
    for (const node of raw.nodes) {
      node['role'] = 'master'
      delete node['upstream']
    }
    raw.nodes.splice(4)
    for (const client of all['clients'] as Group[]) {
      delete client['entriesPerWrite']
      client['consistency'] = dice.pick(['eventual', 'strong'])
    }
    delete raw.replication['mode']
    raw.failover['monitor'] = false
    delete raw.failover['monitors']
    all['multiMaster'] = { rows: dice.pick(['', 'cart']) }
    all['regions'] = {
      kind: dice.pick(['mrec', 'mrsc']),
      zoneMs: dice.spread(0.02, 20, 0.001),
      leaseMs: dice.spread(20, 1500, 0.001),
      giveUpMs: dice.spread(20, 1500, 0.001),
      ...(dice.oneIn(3) ? { witness: `db${1 + dice.below(3)}` } : {}),
    }
    makeRegions(all, dice)
  },
  stories: STORIES_OF_REGIONS,
}

export const THEMES = { comings, copies, returns, regions } as const satisfies Record<string, Shape>
