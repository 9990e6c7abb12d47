/**
 * What somebody does to a generated run: single actions of every kind that there is, any setting that may change, and
 * the short stories that troubles are made of (a death and a return, a silence and its end, storms of both).
 */
import { ACTIONS, type Field, hasManyMasters, type Scenario, settings } from '../../../run/index.ts'
import type { Dice } from './dice.ts'
import { STORIES_OF_MANY } from './manyMasters.ts'
import { drawFields, drawValue, type Names } from './value.ts'

/** Not yet checked. */
export interface Drawn {
  atMs: number
  do: string
  [argument: string]: unknown
}

export interface Place {
  readonly scenario: Scenario
  readonly untilMs: number
  /** Of nodes also those that join. */
  names: Record<string, readonly string[]>
}
export type Story = (place: Place, at: number, dice: Dice) => Drawn[]

const MODES = ['async', 'semi-sync', 'quorum', 'all']
const soon = (dice: Dice) => dice.spread(1, 1500, 0.001)
const nodes = ({ names }: Place) => names['nodes']!

const anyAction: Story = (place, atMs, dice) => {
  const kinds = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]
  const kind = dice.pick(kinds)
  if (kind === 'add-slave') return joining(place, atMs, dice)
  return [{ atMs, do: kind, ...drawFields(ACTIONS[kind], `actions.${kind}`, dice.of('arguments'), place.names) }]
}

const joining: Story = (place, atMs, dice) => {
  const id = `db${nodes(place).length + 1}`
  const added = drawFields(ACTIONS['add-slave'], 'actions.add-slave', dice.of('arguments'), place.names)
  place.names = { ...place.names, nodes: [...nodes(place), id] }
  return [{ atMs, do: 'add-slave', ...added, node: id }]
}

const death: Story = (place, atMs, dice) => {
  const node = dice.oneIn(3) ? dice.pick(nodes(place)) : 'db1'
  const back: Drawn[] = dice.oneIn(3) ? [] : [{ atMs: atMs + soon(dice), do: 'restart', node }]
  return [{ atMs, do: 'kill', node }, ...back]
}

const storm: Story = (place, atMs, dice) =>
  Array.from({ length: 2 + dice.below(5) }, () => ({
    atMs: atMs + dice.below(300),
    do: dice.oneIn(2) ? 'kill' : 'restart',
    node: dice.pick(nodes(place)),
  }))

const trouble: Story = ({ names }, atMs, dice) => {
  const { between } = drawFields(ACTIONS.cut, 'actions.cut', dice.of('between'), names) as { between: [string, string] }
  const what = dice.pick(['cut', 'stall', 'stall'])
  const end: Drawn[] = dice.oneIn(4) ? [] : [{ atMs: atMs + soon(dice), do: 'heal', between }]
  return [{ atMs, do: what, between }, ...end]
}

/** Everybody on one side loses sight of one node, or of it and a second one. */
const partition: Story = (place, atMs, dice) => {
  const inside = [dice.pick(nodes(place)), ...(dice.oneIn(3) ? [dice.pick(nodes(place))] : [])]
  const everybody = [
    ...nodes(place),
    ...(dice.oneIn(2) ? ['monitor'] : []),
    ...(dice.oneIn(3) ? place.names['clients']! : []),
  ]
  const outside = everybody.filter((id) => !inside.includes(id))
  const what = dice.pick(['cut', 'stall'])
  const heals = dice.oneIn(4) ? null : atMs + soon(dice)
  return inside.flatMap((one) =>
    outside.flatMap((other): Drawn[] => [
      { atMs, do: what, between: [one, other] },
      ...(heals === null ? [] : [{ atMs: heals, do: 'heal', between: [one, other] }]),
    ]),
  )
}

const thread: Story = (place, atMs, dice) => {
  const what = dice.pick(['receiver', 'applier'])
  const node = dice.pick(nodes(place))
  const end: Drawn[] = dice.oneIn(3) ? [] : [{ atMs: atMs + soon(dice), do: `start-${what}`, node }]
  return [{ atMs, do: `stop-${what}`, node }, ...end]
}

const byHand: Story = (place, atMs, dice) => [
  ...(dice.oneIn(2) ? [{ atMs, do: 'kill', node: 'db1' }] : []),
  { atMs: atMs + soon(dice), do: 'promote', node: dice.pick(nodes(place)) },
]

const mode: Story = (_, atMs, dice) => [{ atMs, do: 'set', path: 'replication.mode', value: dice.pick(MODES) }]

const anySetting: Story = ({ scenario, names }, atMs, dice) => {
  const known = settings(scenario)
  const { path, field } = dice.oneIn(5) ? ofAnyLink(scenario, names, dice) : dice.pick(known)
  const value = drawValue(field, placeOf(path), dice.of('value'), names) ?? (field as { default?: unknown }).default
  return value === undefined ? [] : [{ atMs, do: 'set', path, value }]
}

/** A link has its settings whether or not the scenario makes an exception of it. */
function ofAnyLink(scenario: Scenario, names: Names, dice: Dice): { path: string; field: Field } {
  const { between } = drawFields(ACTIONS.cut, 'actions.cut', dice.of('link'), names) as { between: [string, string] }
  const links = settings({ ...scenario, network: { ...scenario.network, links: [{ between }] } })
  return dice.pick(links.filter(({ path }) => path.startsWith('network.links.')))
}

/** `clients.c1.thinkMs` is drawn as `clients.thinkMs`. */
const placeOf = (path: string): string => path.replace(/^(network\.links|[a-zA-Z]+)\.[^.]+\.(?=[^.]+$)/, '$1.')

/** Each as often as it stands here. */
const STORIES: readonly Story[] = [
  anyAction,
  anyAction,
  anyAction,
  anyAction,
  anyAction,
  death,
  death,
  death,
  death,
  storm,
  trouble,
  trouble,
  trouble,
  partition,
  thread,
  byHand,
  mode,
  joining,
  anySetting,
  anySetting,
  anySetting,
]

export function drawScript(scenario: Scenario, names: Names, dice: Dice): Drawn[] {
  const { untilMs } = scenario
  const place: Place = { scenario, untilMs, names }
  const known = hasManyMasters(scenario) ? [...STORIES, ...STORIES_OF_MANY, ...STORIES_OF_MANY] : STORIES
  const stories = dice.oneIn(12) ? 0 : 1 + dice.below(9)
  // What belongs together happens in this order; now and then two things at the same instant.
  const time = () => (dice.oneIn(3) ? dice.spread(1, untilMs, 0.001) : dice.below(untilMs * 1000) / 1000)
  const times = Array.from({ length: stories }, time).sort((a, b) => a - b)
  return times.flatMap((atMs, at) => {
    const own = dice.of(at)
    return own.pick(known)(place, at > 0 && own.oneIn(8) ? times[at - 1]! : atMs, own)
  })
}
