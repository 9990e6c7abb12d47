/** Entries that would be lost with a master: told OK, and nobody else who is up has them. */
import { members } from '../measures/members.ts'
import { isUp } from '../measures/parts.ts'
import type { Dot } from '../resolvers/index.ts'
import type { Node, World } from '../world/index.ts'
import { OK } from '../writes.ts'
import { siteOf } from './channels.ts'
import { dotOf, mastersOf } from './naming.ts'

/** It looks at no more of a log than that. */
const MOST = 512

/** Positions in its log, ascending. */
export function onlyHere(world: World, node: Node): number[] {
  const others = members(world).filter((other) => other !== node && isUp(other))
  /** By origin: up to which of its entries somebody else has them. */
  const known = new Map<number, number>()
  const positions: number[] = []
  for (let position = Math.max(1, node.log.end - MOST + 1); position <= node.log.end; position++) {
    const entry = node.log.entryAt(position)
    const write = world.entries.writeOf(entry)
    if (write === 0 || world.writes.outcome.get(write - 1) !== OK) continue
    const { origin, sequence } = dotOf(world, entry)
    const upTo = known.get(origin) ?? Math.max(0, ...others.map((other) => heldUpTo(world, other, origin)))
    known.set(origin, upTo)
    if (sequence > upTo && !others.some((other) => hasAgreed(world, other, entry))) positions.push(position)
  }
  return positions
}

/** Has it applied it, or does it stand in one of its relay logs? */
export const holds = (world: World, node: Node, { origin, sequence }: Dot): boolean =>
  heldUpTo(world, node, origin) >= sequence

/** Regions that agree on every write have it before it comes through the log. */
export const hasAgreed = (world: World, node: Node, entry: number): boolean =>
  mastersOf(world).regions?.agreement?.holds(world, node, entry) ?? false

/** Entries of one origin come in their order, on every way. */
function heldUpTo(world: World, node: Node, origin: number): number {
  const site = siteOf(world, node)
  let upTo = site.seen[origin] ?? 0
  for (const { relay, applied } of site.channels)
    for (let at = relay.end; at > applied; at--) {
      const entry = relay.entryAt(at)
      if (world.entries.originOf(entry) !== origin) continue
      upTo = Math.max(upTo, world.entries.sequenceOf(entry))
      break
    }
  return upTo
}
