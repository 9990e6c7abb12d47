/**
 * The leader's log becomes that of the group: what it has flushed goes to the two others, and what one of them has flushed
 * as well is decided. Only then it takes effect. Simplified: the leader flushes first and sends afterwards, where a real
 * one does both at once; and how far things are decided the others hear in messages that are not drawn.
 */
import type { Kernel } from '../kernel/kernel.ts'
import { expire } from '../kernel/retention.ts'
import { wakeSenders } from '../multiMaster/replication.ts'
import type { RowState } from '../resolvers/index.ts'
import type { Node, Pending } from '../world/index.ts'
import { carryOut } from './effects.ts'
import { type Group, hasCaughtUp, type Open, othersOf, setReplica } from './group.ts'
import { groupOf } from './regions.ts'
import { aliveOf, isJoined, sendZone, zoneName } from './zones.ts'

/** The leader has flushed transactions. */
export function flushed(kernel: Kernel, node: Node, pending: readonly Pending[]): void {
  for (const { write, session, cause } of pending) {
    kernel.cause = cause
    append(kernel, node, { is: 'write', write, session })
  }
  ship(kernel, node)
  advance(kernel, node)
}

/** An item of another region, by its place in the relay log of that channel. */
export function takeItem(kernel: Kernel, node: Node, peer: Node, at: number): void {
  // Its leader died meanwhile: the next one takes it in hand anew.
  if (groupOf(kernel.world, node).leader < 0) return
  append(kernel, node, { is: 'item', peer: peer.number, at })
  ship(kernel, node)
}

/** At the end of the leader's log, on its disk. */
export function append(kernel: Kernel, node: Node, of: Open['of']): void {
  const group = groupOf(kernel.world, node)
  const position = ++group.end
  setReplica(group, group.leader, { persisted: position })
  const args = { reason: zoneName(group.leader), from: position, to: position }
  const cause = of.is === 'note' ? kernel.cause : kernel.fact(node.id, 'replica-flushed', args).id
  group.open = [...group.open, { position, cause, of }]
}

/** Sends every replica that follows what it has not been sent. */
export function ship(kernel: Kernel, node: Node): void {
  const group = groupOf(kernel.world, node)
  const { leader, end } = group
  for (const zone of othersOf(leader)) {
    const { sent } = group.replicas[zone]!
    if (!isJoined(group, zone) || sent >= end) continue
    setReplica(group, zone, { sent: end })
    sendZone(kernel, node, leader, zone, { type: 'PERSIST', first: sent + 1, last: end })
  }
}

/** Carries out, in order, what two of three have by now. */
export function advance(kernel: Kernel, node: Node): void {
  const { world } = kernel
  const group = groupOf(world, node)
  const { leader } = group
  const second = Math.max(...othersOf(leader).map((zone) => group.replicas[zone]!.heard))
  const upTo = Math.min(group.end, second)
  if (upTo <= group.decided) return
  const { cause } = kernel
  while (group.decided < upTo) {
    const [next, ...rest] = group.open
    group.open = rest
    group.decided = next!.position
    group.settling = next!.position
    kernel.cause = cause
    carryOut(kernel, node, next!)
  }
  group.settling = 0
  kernel.cause = cause
  setReplica(group, leader, { knows: group.decided, applied: group.decided })
  tellDecided(kernel, node)
  forget(node, group)
  expire(kernel, node)
  wakeSenders(kernel, node)
}

export function tellDecided(kernel: Kernel, node: Node): void {
  const group = groupOf(kernel.world, node)
  for (const zone of othersOf(group.leader))
    if (isJoined(group, zone)) sendZone(kernel, node, group.leader, zone, { type: 'DECIDED', last: group.decided })
}

/** A row has just changed; where that was no decision of the group, it goes into the log, for the others to follow. */
export function rowChanged(kernel: Kernel, number: number, key: number, before: RowState): void {
  const { world } = kernel
  const node = world.nodes[number]!
  const group = groupOf(world, node)
  if (group.settling === 0 && group.leader >= 0) {
    append(kernel, node, { is: 'note' })
    group.changes = [...group.changes, { position: group.end, key, before }]
    ship(kernel, node)
    return
  }
  group.changes = [...group.changes, { position: group.settling === 0 ? group.decided : group.settling, key, before }]
}

/** How rows stood is known for as long as a replica may be asked that has not gone on. */
function forget(node: Node, group: Group): void {
  const applied = aliveOf(node)
    .filter((zone) => hasCaughtUp(group, zone))
    .map((zone) => group.replicas[zone]!.applied)
  const to = Math.min(...applied, group.decided)
  if (to <= group.forgotten) return
  group.forgotten = to
  if (group.changes.length > 0) group.changes = group.changes.filter(({ position }) => position > to)
}
