/** What one does to the databases: faults and their repair, on a node, a link or a client. */

import type { Frame, LinkFrame } from '../../engine/index.ts'
import { NODE_DOINGS } from '../../lessons/index.ts'
import type { Action as Act } from '../../run/index.ts'
import { labels } from '../../words/index.ts'
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

const KEYS: Partial<Record<keyof typeof NODE_DOINGS, string>> = { kill: 'K', restart: 'U' }

/** Killing without a selection means the master: what one came for. */
const orMaster = (frame: Frame, target: Selection | null): Selection | null => {
  if (target) return target
  const master = masterOf(frame)
  return master ? { kind: 'node', id: master.id } : null
}

const nodeFaults: UserAction[] = (Object.keys(NODE_DOINGS) as (keyof typeof NODE_DOINGS)[]).map((id) => {
  const { make, applies } = NODE_DOINGS[id]
  const meant = (desk: Desk, target: Selection | null) => (id === 'kill' ? orMaster(desk.frame, target) : target)
  return {
    id,
    group: 'faults',
    label: (target) => labels.onNode[id](target?.id),
    keys: [KEYS[id] ?? []].flat(),
    on: ['node'],
    applies: (desk, target) => {
      const node = nodeOf(desk.frame, meant(desk, target))
      return node !== undefined && applies(node, desk.frame)
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
