/** Who leads a region: its death, the time without a leader, and the next one. */
import { isIn } from '../kernel/acts/act.ts'
import { close } from '../kernel/connections.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { partOf } from '../measures/parts.ts'
import { siteOf, threadsOf } from '../multiMaster/channels.ts'
import { mastersOf } from '../multiMaster/naming.ts'
import { markApplied } from '../multiMaster/replication.ts'
import type { Node, Part } from '../world/index.ts'
import { type Group, setReplica } from './group.ts'
import { advance, append, ship, tellDecided } from './quorum.ts'
import { groupOf } from './regions.ts'
import { aliveOf, replicaAt, sendOthers, zoneName } from './zones.ts'

/** A replica has just died, and all who are left know: connections were reset. */
export function loseReplica(kernel: Kernel, node: Node, zone: number): void {
  const group = groupOf(kernel.world, node)
  const left = aliveOf(node)
  const args = { reason: zoneName(zone), count: left.length }
  kernel.fact(node.id, 'replica-killed', args)
  setReplica(group, zone, { sent: -1, heard: -1 })
  const { leader } = group
  if (leader < 0) return
  if (leader === zone) {
    endLead(kernel, node, kernel.world.settings.regions!.leaseUs, left.length)
    for (const other of left) kernel.deliver(replicaAt(node, other), { type: 'LEADER_GONE' }, kernel.cause)
  } else if (left.length < 2) {
    // Nobody follows: it can decide nothing any more, and says so.
    endLead(kernel, node, 0, left.length)
    kernel.deliver(replicaAt(node, leader), { type: 'STEP_DOWN' }, kernel.cause)
  }
}

/** The whole region has died. */
export function loseAll(kernel: Kernel, node: Node): void {
  const group = groupOf(kernel.world, node)
  for (const zone of [0, 1, 2]) setReplica(group, zone, { sent: -1, heard: -1 })
  if (group.leader < 0) return
  rest(kernel, group, kernel.world.settings.regions!.leaseUs)
  forgetSessions(group)
  mastersOf(kernel.world).regions!.agreement?.unled(kernel, node)
}

function endLead(kernel: Kernel, node: Node, leaseUs: number, left: number): void {
  const group = groupOf(kernel.world, node)
  const args = { reason: zoneName(group.leader), us: leaseUs, count: left }
  rest(kernel, group, leaseUs)
  kernel.fact(node.id, 'leader-gone', args)
  const { cause } = kernel
  dropSessions(kernel, node)
  forgetSessions(group)
  mastersOf(kernel.world).regions!.agreement?.unled(kernel, node)
  kernel.cause = cause
}

function rest(kernel: Kernel, group: Group, leaseUs: number): void {
  group.leader = -1
  group.electingSince = kernel.now
  group.leaseUntil = kernel.now + leaseUs
}

/** Nobody waits any more for what only the leader had. */
function forgetSessions(group: Group): void {
  group.open = group.open.map((one) => (one.of.is === 'write' ? { ...one, of: { ...one.of, session: -1 } } : one))
}

/** What the leader was doing for clients ends with it; reads that any replica may answer go on. */
function dropSessions(kernel: Kernel, node: Node): void {
  const { world } = kernel
  const { consistency } = world.settings.regions!
  node.flushing = []
  node.nextFlush = []
  node.waiting = []
  node.commitDue = 0
  kernel.deliver(partOf(node, 'binlog')!, { type: 'DIED' }, kernel.cause)
  for (const part of node.parts.slice()) {
    if (part.machine !== 'session' || isIn(part, 'idle')) continue
    if (isReading(part) && consistency[part.peer] === 'eventual') continue
    close(kernel, part)
    kernel.detach(part, node.parts)
  }
  // What two of three have is done, also where the one that would have said so is gone.
  siteOf(world, node).uncommitted = []
  node.commitsTo = node.log.end
  markApplied(kernel, node)
}

const isReading = (part: Part): boolean => isIn(part, 'reading') || isIn(part, 'awaiting')

/**
 * It has the longer log of two that hear each other. What others have beyond that was never decided: it is cut off, and
 * items of other regions among it are taken anew, from the relay log.
 */
export function lead(kernel: Kernel, node: Node, zone: number): void {
  const { world, now } = kernel
  const group = groupOf(world, node)
  const end = group.replicas[zone]!.persisted
  const gone = group.open.filter(({ position }) => position > end)
  const us = now - group.electingSince
  group.term++
  group.leader = zone
  group.electingSince = -1
  group.end = end
  group.open = group.open.filter(({ position }) => position <= end)
  group.replicas = group.replicas.map((one) => ({
    ...one,
    persisted: Math.min(one.persisted, end),
    sent: -1,
    heard: -1,
  }))
  setReplica(group, zone, { knows: group.decided, applied: group.decided })
  const writes = gone.filter(({ of }) => of.is === 'write')
  kernel.fact(node.id, 'leader-elected', { reason: zoneName(zone), to: end, us, count: writes.length })
  const { cause } = kernel
  // Changes that have taken effect keep their place in what replicas are told.
  for (const { of, position } of gone) {
    if (of.is === 'write') continue
    kernel.cause = cause
    append(kernel, node, of)
    const { end: place } = group
    group.changes = group.changes.map((one) => (one.position === position ? { ...one, position: place } : one))
  }
  kernel.cause = cause
  sendOthers(kernel, node, zone, { type: 'LEAD' })
  for (const applier of threadsOf(node, 'channelApplier')) kernel.tell(applier, { type: 'RELAY_GREW' })
  mastersOf(world).regions!.agreement?.led(kernel, node)
  kernel.cause = cause
}

/** One that follows says how far it has flushed; `joins`: and asks for what comes after. */
export function hearReplica(kernel: Kernel, node: Node, zone: number, to: number, joins: boolean): void {
  const group = groupOf(kernel.world, node)
  const known = group.replicas[zone]!
  if (!joins && known.sent < 0) return
  setReplica(group, zone, joins ? { sent: to, heard: to } : { heard: Math.max(known.heard, to) })
  if (joins) {
    ship(kernel, node)
    tellDecided(kernel, node)
  }
  advance(kernel, node)
}
