/**
 * Reads in a region: an eventual one is answered by any replica, with the row as that one has it; a strong one by the leader.
 * Which replica it is, luck decides, of which each region has its own.
 */
import { nodeOf } from '../kernel/acts/act.ts'
import { serving } from '../kernel/acts/serving.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { isWitness } from '../measures/members.ts'
import { siteOf } from '../multiMaster/channels.ts'
import { mastersOf } from '../multiMaster/naming.ts'
import { answerWith } from '../multiMaster/reads.ts'
import { rowAt } from '../multiMaster/site.ts'
import type { RowState } from '../resolvers/index.ts'
import type { Node, Part, World } from '../world/index.ts'
import { hasCaughtUp } from './group.ts'
import { groupOf } from './regions.ts'
import { aliveOf } from './zones.ts'

export function takes(world: World, node: Node, what: 'write' | 'read', client: number): string {
  const { consistency } = world.settings.regions!
  if (isWitness(world, node)) return 'no-leader'
  if (what === 'read' && consistency[client] === 'eventual')
    return readable(world, node).length > 0 ? 'yes' : 'no-leader'
  if (groupOf(world, node).leader < 0) return 'no-leader'
  return mastersOf(world).regions!.agreement?.takes(world, node) ?? 'yes'
}

/** Replicas that run and have caught up. */
function readable(world: World, node: Node): number[] {
  const group = groupOf(world, node)
  return aliveOf(node).filter((zone) => hasCaughtUp(group, zone))
}

export function answerRead(kernel: Kernel, part: Part, key: number): void {
  const { world } = kernel
  const node = nodeOf(kernel, part)
  const group = groupOf(world, node)
  if (world.settings.regions!.consistency[part.peer] === 'eventual') {
    const zones = readable(world, node)
    if (zones.length === 0) refuseRead(kernel, part, 'no-leader')
    else {
      const zone = zones[world.chance.below(`region:${node.id}:replica`, zones.length)]!
      show(kernel, part, key, zone, rowIn(world, node, zone, key))
    }
    return
  }
  const { agreement } = mastersOf(world).regions!
  if (group.leader < 0) refuseRead(kernel, part, 'no-leader')
  else if (agreement !== null) agreement.strongRead(kernel, part, key)
  else showLeaders(kernel, part, key)
}

/** A strong read is answered with what the leader has. */
export function showLeaders(kernel: Kernel, part: Part, key: number): void {
  const { world } = kernel
  const node = nodeOf(kernel, part)
  show(kernel, part, key, groupOf(world, node).leader, rowAt(siteOf(world, node), key).state)
}

function show(kernel: Kernel, part: Part, key: number, zone: number, row: RowState): void {
  const regions = mastersOf(kernel.world).regions!
  regions.answered = regions.answered.map((known, client) => (client === part.peer ? zone : known))
  answerWith(kernel, part, key, row)
}

/** `reason`: a word of `read-failed`. */
export function refuseRead(kernel: Kernel, part: Part, reason: string): void {
  serving['refuseRead']!(kernel, part, { reason } as never)
}

/** A row as one replica has it: before the first change that it has not applied. */
function rowIn(world: World, node: Node, zone: number, key: number): RowState {
  const { replicas, changes } = groupOf(world, node)
  const { applied } = replicas[zone]!
  const next = changes.find((change) => change.key === key && change.position > applied)
  return next?.before ?? rowAt(siteOf(world, node), key).state
}
