/** What one does to the topology and to the mode: slaves come, go and copy from somebody else; OK gets another meaning. */

import type { Frame, NodeFrame } from '../../engine/index.ts'
import { isDonor, isRebuildable, SHAPE_DOINGS } from '../../lessons/index.ts'
import { type Action as Act, LIMITS, MODES, type Run } from '../../run/index.ts'
import { choiceWord, reshaping } from '../../words/index.ts'
import { page, type Selection } from '../page/page.ts'
import type { Desk, UserAction } from './action.ts'
import { masterOf, nodeOf } from './participants.ts'

const act = ({ live }: Desk, action: Act) => live.do({ do: 'act', action })

/** Under whom a new slave goes: the selected node, or the master. */
const upstreamOf = (frame: Frame, target: Selection | null): NodeFrame | undefined =>
  nodeOf(frame, target) ?? masterOf(frame)

/** The first number that no node of this run has or had: a name is used only once. */
function nextName(run: Run): string {
  const used = new Set(run.scenario.nodes.map(({ id }) => id))
  for (const one of run.interventions) if (one.do === 'add-slave') used.add(one.node)
  for (const { id } of run.scenario.clients) used.add(id)
  let n = 1
  while (used.has(`db${n}`)) n += 1
  return `db${n}`
}

/** Whom a slave may copy from: anybody but itself and those who copy from it. The present one is not among them. */
export function upstreamsFor(frame: Frame, id: string): string[] {
  const upstream = new Map(frame.nodes.map((node) => [node.id, node.upstream]))
  const below = (start: string): boolean => {
    let here: string | null | undefined = start
    for (let steps = 0; here && steps < LIMITS.nodes; steps += 1, here = upstream.get(here))
      if (here === id) return true
    return false
  }
  return frame.nodes.map((node) => node.id).filter((one) => one !== upstream.get(id) && !below(one))
}

/** Whose data a node can be built from. */
export const donorsFor = (frame: Frame, id: string): string[] =>
  frame.nodes.filter((node) => node.id !== id && isDonor(node)).map((node) => node.id)

/** May it be built anew? */
const isBuiltAnew = (frame: Frame, id: string): boolean =>
  frame.nodes.some((one) => one.id === id && isRebuildable(one))

const isSlave = (node: NodeFrame | undefined): node is NodeFrame => node?.role === 'slave'

const wayBack = (id: 'rejoin' | 'rewind'): UserAction => ({
  id,
  group: 'faults',
  label: (target) => reshaping[id](target?.id),
  keys: [],
  on: ['node'],
  applies: ({ frame }, target) => {
    const node = nodeOf(frame, target)
    return node !== undefined && SHAPE_DOINGS[id].applies(node)
  },
  run: (desk, target) => {
    const node = nodeOf(desk.frame, target)
    if (node) act(desk, SHAPE_DOINGS[id].make(node.id))
  },
})

export const topologyActions: UserAction[] = [
  {
    id: 'add-slave',
    group: 'faults',
    label: (target) => reshaping.addSlave(target?.id),
    keys: ['+'],
    on: ['node'],
    applies: ({ frame, page: { where } }, target) =>
      where !== 'home' &&
      frame.multiMaster === null &&
      upstreamOf(frame, target) !== undefined &&
      frame.nodes.length < LIMITS.nodes,
    run: (desk, target) => {
      const upstream = upstreamOf(desk.frame, target)
      if (upstream) act(desk, { do: 'add-slave', node: nextName(desk.transport.run), upstream: upstream.id })
    },
  },
  {
    id: 'seed-slave',
    group: 'faults',
    label: (target) => reshaping.seedSlave(target?.id),
    keys: [],
    on: ['node'],
    applies: ({ frame, page: { where } }, target) =>
      where !== 'home' &&
      frame.multiMaster === null &&
      isDonor(upstreamOf(frame, target)) &&
      masterOf(frame) !== undefined &&
      frame.nodes.length < LIMITS.nodes,
    run: (desk, target) => {
      const donor = upstreamOf(desk.frame, target)
      const master = masterOf(desk.frame)
      const node = nextName(desk.transport.run)
      if (donor && master) act(desk, { do: 'add-slave', node, upstream: master.id, from: donor.id })
    },
  },
  {
    id: 'rebuild',
    group: 'faults',
    label: (_target, choice) => reshaping.rebuild(choice),
    keys: [],
    on: ['node'],
    choices: ({ frame }, target) => (target && isBuiltAnew(frame, target.id) ? donorsFor(frame, target.id) : []),
    applies: ({ frame }, target, choice) => {
      if (!target || !isBuiltAnew(frame, target.id)) return false
      const donors = donorsFor(frame, target.id)
      return choice === undefined ? donors.length > 0 : donors.includes(choice)
    },
    run: (desk, target, choice) => {
      if (!target) return
      if (choice !== undefined) return act(desk, { do: 'rebuild', node: target.id, from: choice })
      // Asked in the menu of the node.
      page.set({ selection: { kind: 'node', id: target.id }, open: 'actions' })
    },
  },
  ...(['rejoin', 'rewind'] as const).map(wayBack),
  {
    id: 'remove-slave',
    group: 'faults',
    label: (target) => reshaping.removeSlave(target?.id),
    keys: ['Delete'],
    on: ['node'],
    applies: ({ frame }, target) => isSlave(nodeOf(frame, target)),
    run: (desk, target) => {
      const node = nodeOf(desk.frame, target)
      if (!node) return
      act(desk, SHAPE_DOINGS['remove-slave'].make(node.id))
      if (desk.page.selection?.id === node.id) page.select(null)
    },
  },
  {
    id: 'repoint',
    group: 'faults',
    label: (_target, choice) => reshaping.repoint(choice),
    keys: ['O'],
    on: ['node'],
    choices: ({ frame }, target) => (target && isSlave(nodeOf(frame, target)) ? upstreamsFor(frame, target.id) : []),
    applies: ({ frame }, target, choice) => {
      const node = nodeOf(frame, target)
      if (!isSlave(node) || node.process !== 'up') return false
      const upstreams = upstreamsFor(frame, node.id)
      return choice === undefined ? upstreams.length > 0 : upstreams.includes(choice)
    },
    run: (desk, target, choice) => {
      const node = nodeOf(desk.frame, target)
      if (!node) return
      if (choice !== undefined) return act(desk, { do: 'repoint', node: node.id, upstream: choice })
      // Asked in the menu of the node.
      page.set({ selection: { kind: 'node', id: node.id }, open: 'actions' })
    },
  },
  {
    id: 'mode',
    group: 'faults',
    label: (_target, choice) => reshaping.mode(choice && choiceWord('replication.mode', choice)),
    keys: ['M'],
    choices: () => MODES,
    applies: ({ frame, page: { where } }, _target, choice) =>
      where !== 'home' && frame.multiMaster === null && choice !== frame.mode.kind,
    run: (desk, _target, choice) => {
      const next = MODES[(MODES.indexOf(desk.frame.mode.kind) + 1) % MODES.length] ?? 'async'
      act(desk, { do: 'set', path: 'replication.mode', value: choice ?? next })
    },
  },
]
