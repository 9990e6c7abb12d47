/** What the kernel does for the machine of a replica, and what that sees. */
import { type Acts, nodeOf } from '../kernel/acts/act.ts'
import type { Sense } from '../kernel/sense.ts'
import { setReplica } from './group.ts'
import { hearReplica, lead, loseAll, loseReplica } from './leadership.ts'
import { groupOf } from './regions.ts'
import { isAlive, sendOthers, sendZone, zoneName } from './zones.ts'

export const replicating: Acts = {
  flushed(kernel, part, { to }: { to: number }) {
    const node = nodeOf(kernel, part)
    const group = groupOf(kernel.world, node)
    const zone = part.peer
    const { persisted, knows } = group.replicas[zone]!
    kernel.fact(node.id, 'replica-flushed', { reason: zoneName(zone), from: persisted + 1, to })
    setReplica(group, zone, { persisted: to, applied: Math.min(to, knows) })
    if (group.leader >= 0) sendZone(kernel, node, zone, group.leader, { type: 'PERSISTED', last: to, joins: false })
  },

  learn(kernel, part, { to, term }: { to: number; term: number }) {
    const group = groupOf(kernel.world, nodeOf(kernel, part))
    const known = group.replicas[part.peer]!
    if (term !== group.term || to <= known.knows) return
    setReplica(group, part.peer, { knows: to, applied: Math.min(known.persisted, to) })
  },

  join(kernel, part) {
    const node = nodeOf(kernel, part)
    const group = groupOf(kernel.world, node)
    const { persisted } = group.replicas[part.peer]!
    if (group.leader >= 0)
      sendZone(kernel, node, part.peer, group.leader, { type: 'PERSISTED', last: persisted, joins: true })
  },

  count(kernel, part, { zone, to, term, joins }: { zone: number; to: number; term: number; joins: boolean }) {
    const node = nodeOf(kernel, part)
    // It may have died on the way, or speak of a leader before this one.
    if (term === groupOf(kernel.world, node).term && isAlive(node, zone)) hearReplica(kernel, node, zone, to, joins)
  },

  announce(kernel, part) {
    const node = nodeOf(kernel, part)
    const { persisted } = groupOf(kernel.world, node).replicas[part.peer]!
    sendOthers(kernel, node, part.peer, { type: 'ELECT', last: persisted })
  },

  announceTo(kernel, part, { zone }: { zone: number }) {
    const node = nodeOf(kernel, part)
    const { persisted } = groupOf(kernel.world, node).replicas[part.peer]!
    sendZone(kernel, node, part.peer, zone, { type: 'ELECT', last: persisted })
  },

  lead(kernel, part) {
    lead(kernel, nodeOf(kernel, part), part.peer)
  },

  tellLead(kernel, part, { zone }: { zone: number }) {
    sendZone(kernel, nodeOf(kernel, part), part.peer, zone, { type: 'LEAD' })
  },

  die(kernel, part) {
    loseReplica(kernel, nodeOf(kernel, part), part.peer)
  },

  dieWithAll(kernel, part) {
    loseAll(kernel, nodeOf(kernel, part))
  },

  comeBack(kernel, part) {
    const node = nodeOf(kernel, part)
    const group = groupOf(kernel.world, node)
    const { persisted } = group.replicas[part.peer]!
    setReplica(group, part.peer, { readsFrom: group.decided })
    kernel.fact(node.id, 'replica-returned', { reason: zoneName(part.peer), from: persisted + 1 })
  },
}

export const replicaSense: Sense = (kernel, part, event) => {
  const { now, cause, world } = kernel
  const { type, leads, zone, first, last, term, joins } = event as typeof event & {
    zone: number
    first: number
    last: number
  }
  const node = world.nodes[part.place]!
  const group = groupOf(world, node)
  const { persisted } = group.replicas[part.peer]!
  const fits = type === 'PERSIST' && term === group.term && first === (part.context['upTo'] as number) + 1
  // Of two logs the longer one; of equal ones that of the zone that comes first.
  const isLonger = persisted > last || (persisted === last && part.peer < zone)
  const wins = type === 'ELECT' && group.leader < 0 && isLonger && isAlive(node, zone)
  const leaseUs = Math.max(1, group.leaseUntil - now)
  const led = group.leader >= 0
  return {
    type,
    now,
    cause,
    leads,
    zone,
    first,
    last,
    term,
    joins,
    persisted,
    fits,
    wins,
    led,
    leaseUs,
  } as typeof event
}
