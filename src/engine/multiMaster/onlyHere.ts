/** Entries that would be lost with a master: told OK, and nobody else who is up has them. */
import { members } from '../measures/members.ts'
import { isUp } from '../measures/parts.ts'
import { covers } from '../resolvers/index.ts'
import type { Node, World } from '../world/index.ts'
import { OK } from '../writes.ts'
import { dotOf } from './apply.ts'
import { siteOf } from './channels.ts'

/** It looks at no more of a log than that. */
const MOST = 512

/** Positions in its log, ascending. */
export function onlyHere(world: World, node: Node): number[] {
  const others = members(world).filter((other) => other !== node && isUp(other))
  const positions: number[] = []
  for (let position = Math.max(1, node.log.end - MOST + 1); position <= node.log.end; position++) {
    const entry = node.log.entryAt(position)
    const write = world.entries.writeOf(entry)
    const isOk = write > 0 && world.writes.outcome.get(write - 1) === OK
    if (isOk && !others.some((other) => holds(world, other, entry))) positions.push(position)
  }
  return positions
}

/** Has it applied it, or does it stand in one of its relay logs? */
export function holds(world: World, node: Node, entry: number): boolean {
  const site = siteOf(world, node)
  if (covers(site.seen, dotOf(world, entry))) return true
  return site.channels.some(({ relay, applied }) => {
    for (let at = applied + 1; at <= relay.end; at++) if (relay.entryAt(at) === entry) return true
    return false
  })
}
