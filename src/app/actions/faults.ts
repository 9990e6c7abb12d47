/** What one does to the databases: faults and their repair, on a node, a link or a client. */

import type { Frame, LinkFrame, NodeFrame } from '../../engine/index.ts'
import type { Action as Act } from '../../run/index.ts'
import { kindOfRegions, labels } from '../../words/index.ts'
import type { Selection } from '../page/page.ts'
import { page } from '../page/page.ts'
import type { Desk, UserAction } from './action.ts'
import { masterOf, nodeOf } from './participants.ts'

/** The link meant by a target: itself, or the one that a slave copies over. */
function linkOf(frame: Frame, target: Selection | null): LinkFrame | undefined {
  if (target?.kind === 'link') return frame.links.find((link) => link.id === target.id)
  const node = nodeOf(frame, target)
  if (!node?.upstream) return undefined
  return frame.links.find(
    ({ kind, a, b }) =>
      kind === 'replication' && ((a === node.id && b === node.upstream) || (b === node.id && a === node.upstream)),
  )
}

/** Acts, and plays on if it was playing; what was done is in the run from here on. */
const act = ({ live }: Desk, action: Act) => live.do({ do: 'act', action })

interface NodeFault {
  id: string
  keys?: string[]
  make: (node: string) => Act
  applies: (node: NodeFrame, frame: Frame) => boolean
}

const running = (state: string) => state !== 'absent' && state !== 'stopped'

const NODE_FAULTS: NodeFault[] = [
  { id: 'kill', keys: ['K'], make: (node) => ({ do: 'kill', node }), applies: (n) => n.process !== 'down' },
  { id: 'restart', keys: ['U'], make: (node) => ({ do: 'restart', node }), applies: (n) => n.process === 'down' },
  {
    id: 'stop-receiver',
    make: (node) => ({ do: 'stop-receiver', node }),
    applies: (n) => n.process === 'up' && running(n.receiver.state) && n.receiver.state !== 'copying',
  },
  {
    id: 'start-receiver',
    make: (node) => ({ do: 'start-receiver', node }),
    // One that was refused may be told the same once more.
    applies: (n) => n.process === 'up' && ['stopped', 'refused'].includes(n.receiver.state),
  },
  {
    id: 'stop-applier',
    make: (node) => ({ do: 'stop-applier', node }),
    applies: (n) => n.process === 'up' && running(n.applier.state),
  },
  {
    id: 'start-applier',
    make: (node) => ({ do: 'start-applier', node }),
    // One that failed at an error may try the same entry again.
    applies: (n) => n.process === 'up' && ['stopped', 'failed'].includes(n.applier.state),
  },
  {
    id: 'lock-rows',
    make: (node) => ({ do: 'lock-rows', node }),
    applies: (n) => n.process === 'up' && n.role === 'slave' && n.lockedSince === null,
  },
  {
    id: 'unlock-rows',
    make: (node) => ({ do: 'unlock-rows', node }),
    applies: (n) => n.process === 'up' && n.lockedSince !== null,
  },
  {
    id: 'purge',
    make: (node) => ({ do: 'purge', node }),
    applies: (n) => n.process === 'up' && n.applied > n.purgedTo,
  },
  {
    id: 'promote',
    make: (node) => ({ do: 'promote', node }),
    applies: (n, frame) => n.process === 'up' && n.role === 'slave' && frame.monitor?.state === 'waiting-for-choice',
  },
  {
    id: 'switchover',
    make: (node) => ({ do: 'switchover', node }),
    applies: (n, frame) =>
      n.process === 'up' &&
      n.role === 'slave' &&
      n.extraFrom === null &&
      (frame.monitor === null || frame.monitor.state === 'watching' || frame.monitor.state === 'done'),
  },
]

/** What single servers have, and regions do not: threads that one stops, a log that one purges. */
const SINGLE = ['stop-receiver', 'start-receiver', 'stop-applier', 'start-applier', 'purge']

/** Killing without a selection means the master: what one came for. */
const orMaster = (frame: Frame, target: Selection | null): Selection | null => {
  if (target) return target
  const master = masterOf(frame)
  return master ? { kind: 'node', id: master.id } : null
}

const nodeFaults: UserAction[] = NODE_FAULTS.map(({ id, keys = [], make, applies }) => {
  const meant = (desk: Desk, target: Selection | null) => (id === 'kill' ? orMaster(desk.frame, target) : target)
  return {
    id,
    group: 'faults',
    label: (target) => labels.onNode[id as keyof typeof labels.onNode](target?.id),
    keys,
    on: ['node'],
    applies: (desk, target) => {
      const node = nodeOf(desk.frame, meant(desk, target))
      return (
        node !== undefined && applies(node, desk.frame) && (!SINGLE.includes(id) || kindOfRegions(desk.frame) === null)
      )
    },
    run: (desk, target) => {
      const node = meant(desk, target)
      if (!node) return
      act(desk, make(node.id))
      // The home page has one button: the rest of the story plays by itself.
      if (id === 'kill' && desk.page.where === 'home') desk.live.do({ do: 'play' })
    },
  }
})

const linkFault = (id: 'cut' | 'stall' | 'heal', applies: (link: LinkFrame) => boolean): UserAction => ({
  id,
  group: 'faults',
  label: (target) => labels.onLink[id](target?.id),
  keys: [],
  on: ['link'],
  applies: ({ frame }, target) => {
    const link = linkOf(frame, target)
    return link !== undefined && applies(link)
  },
  run: (desk, target) => {
    const link = linkOf(desk.frame, target)
    if (link) act(desk, { do: id, between: [link.a, link.b] })
  },
})

const linkFaults: UserAction[] = [
  linkFault('cut', (link) => link.state !== 'cut'),
  linkFault('stall', (link) => link.state !== 'stalled'),
  linkFault('heal', (link) => link.state !== 'up'),
  {
    id: 'cut-or-heal',
    group: 'faults',
    label: () => labels.cutOrHeal,
    keys: ['X'],
    applies: ({ frame }, target) => linkOf(frame, target) !== undefined || nodeOf(frame, target) !== undefined,
    run: (desk, target) => {
      const link = linkOf(desk.frame, target)
      // A master has several links, so it is asked which one: in the menu.
      if (!link) page.set({ open: 'actions' })
      else act(desk, { do: link.state === 'up' ? 'cut' : 'heal', between: [link.a, link.b] })
    },
  },
]

/** Everything between one data centre and the rest at once: chosen by its name. */
const dataCenterFault = (id: 'cut-data-center' | 'heal-data-center', cut: boolean): UserAction => {
  const meant = ({ dataCenters }: Frame) => dataCenters.filter((one) => one.cut === cut).map((one) => one.id)
  return {
    id,
    group: 'faults',
    label: (_target, choice) => labels.onDataCenter[id](choice),
    keys: [],
    choices: ({ frame }) => meant(frame),
    applies: ({ frame }, _target, choice) =>
      choice === undefined ? meant(frame).length > 0 : meant(frame).includes(choice),
    run: (desk, _target, choice = meant(desk.frame)[0]) => {
      if (choice !== undefined) act(desk, { do: id, dataCenter: choice })
    },
  }
}

export const faultActions: UserAction[] = [
  ...nodeFaults,
  ...linkFaults,
  dataCenterFault('cut-data-center', false),
  dataCenterFault('heal-data-center', true),
  {
    id: 'write',
    group: 'faults',
    label: (target) => labels.writeFrom(target?.id),
    keys: ['W'],
    on: ['client'],
    applies: ({ frame }, target) => clientOf(frame, target) !== undefined,
    run: (desk, target) => {
      const client = clientOf(desk.frame, target)
      if (client) act(desk, { do: 'write', client })
    },
  },
]

/** Writing without a selected client means the first one. */
function clientOf(frame: Frame, target: Selection | null): string | undefined {
  return target?.kind === 'client' ? target.id : frame.clients[0]?.id
}
