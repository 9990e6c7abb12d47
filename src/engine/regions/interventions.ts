/** What somebody does to a single replica. With its whole region down there is nothing that could be done to it alone. */
import { isIn } from '../kernel/acts/act.ts'
import { nodeNamed } from '../kernel/nodeNamed.ts'
import { isUp } from '../measures/parts.ts'
import type { Interventions } from '../packs/pack.ts'
import { ZONES } from './group.ts'
import { isAlive, replicaAt } from './zones.ts'

export const interventions: Partial<Interventions> = {
  'kill-replica'(kernel, { node: id, zone }) {
    const node = nodeNamed(kernel, id)
    const place = ZONES.indexOf(zone)
    const part = replicaAt(node, place)
    if (isAlive(node, place) || (isUp(node) && isIn(part, 'recovering'))) kernel.deliver(part, { type: 'KILL' }, 0)
  },

  'restart-replica'(kernel, { node: id, zone }) {
    const node = nodeNamed(kernel, id)
    const part = replicaAt(node, ZONES.indexOf(zone))
    if (!isUp(node) || !isIn(part, 'down')) return
    kernel.fact(node.id, 'replica-restarted', { reason: zone })
    kernel.deliver(part, { type: 'RESTART' }, kernel.cause)
  },
}
