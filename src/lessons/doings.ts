/**
 * What may be done to whom in a run, and what a step allows of that: for buttons, whoever draws them. What a button says
 * stands in the words; whether it makes sense now is read off the frame.
 */
import type { Frame, NodeFrame } from '../engine/index.ts'
import { type Action, LIMITS } from '../run/index.ts'
import { kindOfRegions, labels, learning, reshaping } from '../words/index.ts'
import type { Allowed } from './walkthrough.ts'

interface NodeDoing {
  make(node: string): Action
  applies(node: NodeFrame, frame: Frame): boolean
}

const running = (state: string) => state !== 'absent' && state !== 'stopped'
/** A master that was deposed and knows it. */
const isFormer = ({ process, role }: NodeFrame): boolean => process === 'up' && role === 'fenced'
/** What single servers have, and regions do not: threads that one stops, a log that one purges. */
const single =
  (applies: (node: NodeFrame) => boolean): NodeDoing['applies'] =>
  (node, frame) =>
    node.process === 'up' && kindOfRegions(frame) === null && applies(node)

/** By their names, which are those of the actions of a run. */
export const NODE_DOINGS = {
  kill: { make: (node) => ({ do: 'kill', node }), applies: (n) => n.process !== 'down' },
  restart: { make: (node) => ({ do: 'restart', node }), applies: (n) => n.process === 'down' },
  'stop-receiver': {
    make: (node) => ({ do: 'stop-receiver', node }),
    applies: single((n) => running(n.receiver.state) && n.receiver.state !== 'copying'),
  },
  'start-receiver': {
    make: (node) => ({ do: 'start-receiver', node }),
    // One that was refused may be told the same once more.
    applies: single((n) => ['stopped', 'refused'].includes(n.receiver.state)),
  },
  'stop-applier': {
    make: (node) => ({ do: 'stop-applier', node }),
    applies: single((n) => running(n.applier.state)),
  },
  'start-applier': {
    make: (node) => ({ do: 'start-applier', node }),
    // One that failed at an error may try the same entry again.
    applies: single((n) => ['stopped', 'failed'].includes(n.applier.state)),
  },
  'lock-rows': {
    make: (node) => ({ do: 'lock-rows', node }),
    applies: (n) => n.process === 'up' && n.role === 'slave' && n.lockedSince === null,
  },
  'unlock-rows': {
    make: (node) => ({ do: 'unlock-rows', node }),
    applies: (n) => n.process === 'up' && n.lockedSince !== null,
  },
  purge: { make: (node) => ({ do: 'purge', node }), applies: single((n) => n.applied > n.purgedTo) },
  promote: {
    make: (node) => ({ do: 'promote', node }),
    applies: (n, frame) => n.process === 'up' && n.role === 'slave' && frame.monitor?.state === 'waiting-for-choice',
  },
  switchover: {
    make: (node) => ({ do: 'switchover', node }),
    applies: (n, frame) =>
      n.process === 'up' &&
      n.role === 'slave' &&
      n.extraFrom === null &&
      (frame.monitor === null || frame.monitor.state === 'watching' || frame.monitor.state === 'done'),
  },
} as const satisfies Record<string, NodeDoing>

/** The ways back of a master, and a slave that goes. */
export const SHAPE_DOINGS = {
  rejoin: { make: (node) => ({ do: 'rejoin', node }), applies: isFormer },
  rewind: {
    make: (node) => ({ do: 'rewind', node }),
    applies: (n) => isFormer(n) || (n.role === 'slave' && n.process === 'up' && n.copy === null && n.errant !== null),
  },
  'remove-slave': { make: (node) => ({ do: 'remove-slave', node }), applies: (n) => n.role === 'slave' },
} as const satisfies Record<string, NodeDoing>

const SHAPE_LABELS: Record<keyof typeof SHAPE_DOINGS, (id: string) => string> = {
  rejoin: reshaping.rejoin,
  rewind: reshaping.rewind,
  'remove-slave': reshaping.removeSlave,
}

/** A slave, or a former master; not one that leads. */
export const isRebuildable = ({ process, role }: NodeFrame): boolean =>
  process === 'up' && (role === 'slave' || role === 'fenced')

/** Up, with data of its own. */
export const isDonor = (node: NodeFrame | undefined): boolean => node?.process === 'up' && node.copy === null

/** One thing that may be done, and what it says. */
export interface Doing {
  /** Of the action, as a step names it. */
  readonly id: string
  readonly label: string
  readonly action: Action
  /** Does it make sense now? */
  readonly applies: boolean
}

type Doable = (frame: Frame, isMeant: (id: string) => boolean) => Doing[]

/** With whom it is done, where the label alone doesn't say it. */
const toWhom = (label: string, id: string): string => (label.includes(id) ? label : learning.doneTo(label, id))

const onNodes =
  (id: string, { make, applies }: NodeDoing, label: (node: string) => string): Doable =>
  (frame, isMeant) =>
    frame.nodes
      .filter((node) => isMeant(node.id))
      .map((node) => ({
        id,
        label: toWhom(label(node.id), node.id),
        action: make(node.id),
        applies: applies(node, frame),
      }))

const LINK_STATES = { cut: 'cut', stall: 'stalled', heal: 'up' } as const
const onLinks =
  (id: keyof typeof LINK_STATES): Doable =>
  ({ links }, isMeant) =>
    links
      .filter(({ id: link, a, b }) => isMeant(link) || isMeant(`${b}~${a}`))
      .map(({ id: link, a, b, state }) => ({
        id,
        label: learning.doneTo(labels.onLink[id](), learning.link(link)),
        action: { do: id, between: [a, b] },
        applies: state !== LINK_STATES[id],
      }))

const onDataCenters =
  (id: 'cut-data-center' | 'heal-data-center', cut: boolean): Doable =>
  ({ dataCenters }, isMeant) =>
    dataCenters
      .filter((one) => isMeant(one.id))
      .map((one) => ({
        id,
        label: labels.onDataCenter[id](one.id),
        action: { do: id, dataCenter: one.id },
        applies: one.cut === cut,
      }))

const rebuild: Doable = (frame, isMeant) =>
  frame.nodes
    .filter((node) => isMeant(node.id))
    .flatMap((node) =>
      frame.nodes
        .filter((donor) => donor !== node)
        .map((donor) => ({
          id: 'rebuild',
          label: toWhom(reshaping.rebuild(donor.id), node.id),
          action: { do: 'rebuild', node: node.id, from: donor.id },
          applies: isRebuildable(node) && isDonor(donor),
        })),
    )

/** Under whoever is named, or under the master. Its name is the next that nobody has. */
const addSlave: Doable = ({ nodes, multiMaster }, isMeant) => {
  let number = nodes.length + 1
  while (nodes.some(({ id }) => id === `db${number}`)) number += 1
  return nodes
    .filter(({ id, role }) => multiMaster === null && role === 'master' && isMeant(id))
    .map(({ id }) => ({
      id: 'add-slave',
      label: reshaping.addSlave(id),
      action: { do: 'add-slave', node: `db${number}`, upstream: id },
      applies: nodes.length < LIMITS.nodes,
    }))
}

const write: Doable = ({ clients }, isMeant) =>
  clients
    .filter(({ id, kind }) => isMeant(id) && kind !== 'reader')
    .map(({ id }) => ({ id: 'write', label: labels.writeFrom(id), action: { do: 'write', client: id }, applies: true }))

const names = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[]

const DOABLE: Readonly<Record<string, Doable>> = {
  ...Object.fromEntries(names(NODE_DOINGS).map((id) => [id, onNodes(id, NODE_DOINGS[id], labels.onNode[id])])),
  ...Object.fromEntries(names(SHAPE_DOINGS).map((id) => [id, onNodes(id, SHAPE_DOINGS[id], SHAPE_LABELS[id])])),
  ...Object.fromEntries(names(LINK_STATES).map((id) => [id, onLinks(id)])),
  'cut-data-center': onDataCenters('cut-data-center', false),
  'heal-data-center': onDataCenters('heal-data-center', true),
  'add-slave': addSlave,
  rebuild,
  write,
}

/** What a step allows of this, to everybody whom it may be done to; none for an action that has no buttons here. */
export function doingsOf(frame: Frame, allow: readonly Allowed[]): Doing[] {
  return allow.flatMap((one) =>
    'action' in one ? (DOABLE[one.action]?.(frame, (id) => one.target === undefined || one.target === id) ?? []) : [],
  )
}
