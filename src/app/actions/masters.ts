/** What one does to several masters: take one out, make two compare their rows, help an applier past an error, write a row. */
import type { Frame, NodeFrame } from '../../engine/index.ts'
import { type Action as Act, OPERATIONS } from '../../run/index.ts'
import { choiceWord, kindOfRegions, mastering, siteOf } from '../../words/index.ts'
import { page, type Selection } from '../page/page.ts'
import type { Desk, UserAction } from './action.ts'
import { nodeOf } from './participants.ts'

export type Operation = (typeof OPERATIONS)[number]

const act = ({ live }: Desk, action: Act) => live.do({ do: 'act', action })

/** A node among several masters that are more than itself. */
function memberOf(frame: Frame, target: Selection | null): NodeFrame | undefined {
  return frame.multiMaster ? nodeOf(frame, target) : undefined
}

/** Nobody compares, skips or merges in a global table. */
const singleOf = (frame: Frame, target: Selection | null): NodeFrame | undefined =>
  kindOfRegions(frame) === null ? memberOf(frame, target) : undefined

/** It needs all its three regions. */
const isStrong = (frame: Frame): boolean => kindOfRegions(frame) === 'mrsc'

/** Other masters that are up: with a dead one nobody compares anything. */
const othersOf = (frame: Frame, id: string): string[] =>
  frame.nodes.filter((node) => node.id !== id && node.process === 'up').map((node) => node.id)

/** Whose entries stopped an applier of this node. */
const stoppedFrom = (frame: Frame, id: string): string[] =>
  siteOf(frame, id)?.channels.flatMap(({ from, error }) => (error === null ? [] : [from])) ?? []

/** The client that writes: the selected one, or the first that is at the selected master. */
function writerOf({ clients }: Frame, target: Selection | null): string | undefined {
  if (target?.kind === 'client') return clients.find(({ id, kind }) => id === target.id && kind !== 'reader')?.id
  return clients.find(({ kind, target: at }) => kind !== 'reader' && (target?.kind !== 'node' || at === target.id))?.id
}

/** Asked in the menu of the selection. */
const ask = (target: Selection) => page.set({ selection: target, open: 'actions' })

export const masterActions: UserAction[] = [
  {
    id: 'write-row',
    group: 'faults',
    label: (_target, choice) => mastering.writeRow(choice && choiceWord('clients.operation', choice)),
    keys: ['I'],
    on: ['client'],
    choices: ({ frame }, target) => (frame.multiMaster && writerOf(frame, target) !== undefined ? OPERATIONS : []),
    applies: ({ frame }, target) => frame.multiMaster !== null && writerOf(frame, target) !== undefined,
    run: (desk, target, choice) => {
      const client = writerOf(desk.frame, target)
      if (client === undefined) return
      if (choice === undefined) return ask(target ?? { kind: 'client', id: client })
      act(desk, { do: 'write', client, operation: choice as Operation })
    },
  },
  {
    id: 'repair',
    group: 'faults',
    label: (_target, choice) => mastering.repair(choice),
    keys: ['C'],
    on: ['node'],
    choices: ({ frame }, target) => (target && singleOf(frame, target) ? othersOf(frame, target.id) : []),
    applies: ({ frame }, target, choice) => {
      const node = singleOf(frame, target)
      if (node?.process !== 'up') return false
      const others = othersOf(frame, node.id)
      return choice === undefined ? others.length > 0 : others.includes(choice)
    },
    run: (desk, target, choice) => {
      const node = singleOf(desk.frame, target)
      if (!node || !target) return
      const others = othersOf(desk.frame, node.id)
      const from = choice ?? (others.length === 1 ? others[0] : undefined)
      if (from === undefined) ask(target)
      else act(desk, { do: 'repair', node: node.id, from })
    },
  },
  {
    id: 'skip-entry',
    group: 'faults',
    label: (_target, choice) => mastering.skipEntry(choice),
    keys: ['Shift+E'],
    on: ['node'],
    choices: ({ frame }, target) => (target && singleOf(frame, target) ? stoppedFrom(frame, target.id) : []),
    applies: ({ frame }, target, choice) => {
      const node = singleOf(frame, target)
      if (node?.process !== 'up') return false
      const stopped = stoppedFrom(frame, node.id)
      return choice === undefined ? stopped.length > 0 : stopped.includes(choice)
    },
    run: (desk, target, choice) => {
      const node = singleOf(desk.frame, target)
      const from = node && (choice ?? stoppedFrom(desk.frame, node.id)[0])
      if (node && from !== undefined) act(desk, { do: 'skip-entry', node: node.id, from })
    },
  },
  {
    id: 'remove-master',
    group: 'faults',
    label: (target) => mastering.removeMaster(target?.id),
    keys: ['Shift+Delete'],
    on: ['node'],
    applies: ({ frame }, target) => memberOf(frame, target) !== undefined && frame.nodes.length > 1 && !isStrong(frame),
    run: (desk, target) => {
      const node = memberOf(desk.frame, target)
      if (!node) return
      act(desk, { do: 'remove-master', node: node.id })
      if (desk.page.selection?.id === node.id) page.select(null)
    },
  },
]
