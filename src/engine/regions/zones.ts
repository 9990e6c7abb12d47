/**
 * What replicas of a region say to each other. Zones are joined by lines of their own: ordered, never lost, and no links of
 * the run, so nobody can cut one (simplified: a replica that is cut off is as good as a dead one, and can be killed).
 */
import type { Told } from '../kernel/event.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { isUp } from '../measures/parts.ts'
import type { Node, Part } from '../world/index.ts'
import { type Group, othersOf, ZONES } from './group.ts'
import { groupOf } from './regions.ts'

export const replicaAt = (node: Node, zone: number): Part =>
  node.parts.find(({ machine, peer }) => machine === 'replica' && peer === zone)!

const DOWN = ['down', 'recovering', 'starting']

/** Does its host run? */
export const isAlive = (node: Node, zone: number): boolean => {
  const { program, config } = replicaAt(node, zone)
  return isUp(node) && !DOWN.some((state) => program.matches(config, state))
}

export const aliveOf = (node: Node): number[] => [0, 1, 2].filter((zone) => isAlive(node, zone))

/** Of another zone: does it follow the leader of now, as far as that has heard? */
export const isJoined = ({ replicas }: Group, zone: number): boolean => replicas[zone]!.sent >= 0

/** One way between two zones; nothing overtakes. */
export function sendZone(kernel: Kernel, node: Node, from: number, to: number, event: Told): void {
  const { world, now } = kernel
  const group = groupOf(world, node)
  const way = 3 * from + to
  const arrivesAt = Math.max(now + world.settings.regions!.zoneUs, group.free[way]!)
  group.free = group.free.map((at, other) => (other === way ? arrivesAt : at))
  const id = world.nextMessage++
  const told = { ...event, zone: from, term: group.term, id, sentAt: now }
  kernel.tell(replicaAt(node, to), told, arrivesAt - now)
}

/** To both others that run. */
export function sendOthers(kernel: Kernel, node: Node, from: number, event: Told): void {
  for (const to of othersOf(from)) if (isAlive(node, to)) sendZone(kernel, node, from, to, event)
}

export const zoneName = (zone: number): string => ZONES[zone]!
