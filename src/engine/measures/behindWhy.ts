/**
 * Why a slave is behind, or silent: the fact that an alert names as its cause. Looked for from the slave upwards to the
 * master, the nearest first: a dead process, a thread that was stopped, a lock, a link that is cut or silent. Where
 * nothing is broken it is the work itself: a setting that was changed since, or what the SQL thread is busy with.
 */
import { linkId } from '../kernel/linkId.ts'
import type { Node, World } from '../world/index.ts'
import type { Distance } from './lag.ts'
import type { OpenFaults, Why } from './openFaults.ts'
import { isUp } from './parts.ts'
import type { Work } from './work.ts'

/** What an alert is put down to. */
export interface Cause {
  /** 0 = nothing is known. */
  readonly fact: number
  /** Since when something is broken; null = nothing is. */
  readonly brokenAt: number | null
}

/** A change that is older than this before a slave fell behind is not what it fell behind for: 60 s. */
const RECENT_US = 60_000_000

/** `onset`: since when it is behind. */
export function behindWhy(
  world: World,
  node: Node,
  distance: Distance,
  onset: number,
  faults: OpenFaults,
  work: Work,
): Cause {
  const own = distance.entriesToApply > 0 ? threadFault(node, faults) : undefined
  const broken = deathOf(node) ?? own ?? pathFault(world, node, faults)
  if (broken !== undefined) return { fact: broken.fact, brokenAt: broken.t }
  const busy = work.of(node.number, distance.entriesToApply >= distance.entriesToReceive)
  return { fact: faults.changeSince(onset - RECENT_US)?.fact ?? busy, brokenAt: null }
}

/** Why nobody hears of it: its own death, its links, or the thread whose standstill makes it say NULL. */
export function silentWhy(world: World, node: Node, faults: OpenFaults): Cause {
  const stands = deathOf(node) ?? faults.of(node.id, 'data') ?? threadFault(node, faults)
  const broken = stands ?? pathFault(world, node, faults) ?? lineFault(world, node)
  return { fact: broken?.fact ?? 0, brokenAt: broken?.t ?? null }
}

const deathOf = (node: Node): Why | undefined => (isUp(node) ? undefined : { fact: node.diedBy, t: node.diedAt })

const threadFault = ({ id }: Node, faults: OpenFaults): Why | undefined => faults.of(id, 'sql') ?? faults.of(id, 'rows')

/** What keeps new entries from a slave, somewhere on their way from the master. */
function pathFault(world: World, slave: Node, faults: OpenFaults): Why | undefined {
  let node = slave
  // A ring of upstreams exists only for an instant, and is no longer than the list of nodes.
  for (let hop = 0; hop < world.nodes.length && node.upstream >= 0; hop++) {
    const upstream = world.nodes[node.upstream]!
    const name = linkId(node.id, upstream.id)
    const link = world.links.find(({ id }) => id === name)
    if (link !== undefined && link.state !== 'up') return { fact: link.fact, t: link.since }
    const stopped = deathOf(upstream) ?? faults.of(node.id, 'io') ?? faults.of(node.id, 'data')
    if (stopped !== undefined) return stopped
    const above = upstream.upstream >= 0 ? threadFault(upstream, faults) : undefined
    if (above !== undefined) return above
    node = upstream
  }
  return undefined
}

/** Any other link of a node that carries nothing. */
function lineFault({ links }: World, { id }: Node): Why | undefined {
  const link = links.find(({ a, b, state }) => (a === id || b === id) && state !== 'up')
  return link && { fact: link.fact, t: link.since }
}
