/**
 * The short stories that troubles are made of, and single actions of every kind that there is: a death and a return, a
 * silence and its end, storms of both, any setting that may change.
 */
import { ACTIONS, type Field, type Scenario, settings } from '../../../run/index.ts'
import type { Dice } from './dice.ts'
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
/** Milliseconds until what has begun is over. */
export const soon = (dice: Dice) => dice.spread(1, 1500, 0.001)
export const nodes = ({ names }: Place) => names['nodes']!
/** Who watches; nobody where there is no monitor. */
export const monitors = ({ names }: Place) => names['monitors'] ?? []
const centers = ({ names }: Place) => names['dataCenters'] ?? []

const anyAction: Story = (place, atMs, dice) => {
  const all = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]
  const kinds = centers(place).length > 0 ? all : all.filter((kind) => !kind.includes('data-center'))
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
    // All who watch, or each as luck has it: then some see what others do not.
    ...(dice.oneIn(2) ? monitors(place) : monitors(place).filter(() => dice.oneIn(3))),
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

/** A data centre loses its lines, and mostly gets them back. */
const apart: Story = (place, atMs, dice) => {
  if (centers(place).length === 0) return partition(place, atMs, dice)
  const dataCenter = dice.pick(centers(place))
  const end: Drawn[] = dice.oneIn(4) ? [] : [{ atMs: atMs + soon(dice), do: 'heal-data-center', dataCenter }]
  return [{ atMs, do: 'cut-data-center', dataCenter }, ...end]
}

/** One who watches is cut off from everybody: of several, as good as dead. */
const lonely: Story = (place, atMs, dice) => {
  if (monitors(place).length === 0) return trouble(place, atMs, dice)
  const one = dice.pick(monitors(place))
  const others = [...nodes(place), ...monitors(place)].filter((id) => id !== one)
  const heals = dice.oneIn(4) ? null : atMs + soon(dice)
  return others.flatMap((other): Drawn[] => [
    { atMs, do: 'cut', between: [one, other] },
    ...(heals === null ? [] : [{ atMs: heals, do: 'heal', between: [one, other] }]),
  ])
}

/** While all is well, as far as anybody knows; now and then the one who is named dies of it. */
const handover: Story = (place, atMs, dice) => {
  const node = dice.pick(nodes(place))
  const dies: Drawn[] = dice.oneIn(4) ? [{ atMs: atMs + dice.spread(0.5, 60, 0.001), do: 'kill', node }] : []
  return [{ atMs, do: 'switchover', node }, ...dies]
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
export const STORIES: readonly Story[] = [
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
  apart,
  lonely,
  handover,
  thread,
  byHand,
  mode,
  joining,
  anySetting,
  anySetting,
  anySetting,
]
