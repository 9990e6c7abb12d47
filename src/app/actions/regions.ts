/** What one does to a region: stop one of its replicas or start it again, cut it off from all others, let it in again. */
import type { Frame, NodeFrame } from '../../engine/index.ts'
import type { Action as Act } from '../../run/index.ts'
import { regionLabels, siteOf } from '../../words/index.ts'
import type { Selection } from '../page/page.ts'
import type { Desk, UserAction } from './action.ts'
import { nodeOf } from './participants.ts'

type Zone = 'a' | 'b' | 'c'

const act = ({ live }: Desk, action: Act) => live.do({ do: 'act', action })

/** Zones of a region whose replicas are up, or down; none where it is no region, or down as a whole. */
function zonesOf(frame: Frame, target: Selection | null, down: boolean): Zone[] {
  const node = nodeOf(frame, target)
  const region = node?.process === 'up' ? siteOf(frame, node.id)?.region : null
  return region?.replicas.flatMap(({ zone, state }) => ((state === 'down') === down ? [zone] : [])) ?? []
}

const replicaFault = (id: 'kill-replica' | 'restart-replica', down: boolean): UserAction => ({
  id,
  group: 'faults',
  label: (_target, choice) => regionLabels[id](choice),
  keys: [],
  on: ['node'],
  choices: ({ frame }, target) => zonesOf(frame, target, down),
  applies: ({ frame }, target, choice) => {
    const zones: readonly string[] = zonesOf(frame, target, down)
    return choice === undefined ? zones.length > 0 : zones.includes(choice)
  },
  run: (desk, target, choice) => {
    const zones = zonesOf(desk.frame, target, down)
    const zone = zones.find((one) => choice === undefined || one === choice)
    if (target && zone) act(desk, { do: id, node: target.id, zone })
  },
})

/** Where a region stands, if it stands there alone with its clients: then cutting it off isolates the region. */
function placeOf(frame: Frame, target: Selection | null, cut: boolean): string | undefined {
  const node: NodeFrame | undefined = nodeOf(frame, target)
  if (!node || !siteOf(frame, node.id)?.region) return undefined
  return frame.dataCenters.find((one) => one.cut === cut && one.nodes.length === 1 && one.nodes[0] === node.id)?.id
}

const isolation = (id: 'isolate-region' | 'join-region', does: 'cut-data-center' | 'heal-data-center'): UserAction => {
  const cut = does === 'heal-data-center'
  return {
    id,
    group: 'faults',
    label: (target) => regionLabels[id](target?.id),
    keys: [],
    on: ['node'],
    applies: ({ frame }, target) => placeOf(frame, target, cut) !== undefined,
    run: (desk, target) => {
      const dataCenter = placeOf(desk.frame, target, cut)
      if (dataCenter !== undefined) act(desk, { do: does, dataCenter })
    },
  }
}

export const regionActions: UserAction[] = [
  replicaFault('kill-replica', false),
  replicaFault('restart-replica', true),
  isolation('isolate-region', 'cut-data-center'),
  isolation('join-region', 'heal-data-center'),
]
