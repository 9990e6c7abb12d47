/** What the machines of several masters see, where that is not what those of one master see. */
import { senses as oneMaster } from '../kernel/senses.ts'
import { wallOf } from '../measures/clock.ts'
import type { Senses } from '../packs/pack.ts'
import type { Node, Part, World } from '../world/index.ts'
import { errorOf } from './arrival.ts'
import { siteOf } from './channels.ts'
import { collectsEvery } from './collect.ts'
import { mastersOf } from './naming.ts'
import { channelFrom } from './site.ts'
import { isTaken } from './unique.ts'

export const senses: Senses = {
  session(kernel, part, event) {
    const seen = oneMaster['session']!(kernel, part, event)
    const { world } = kernel
    if ((seen as { takes?: string }).takes !== 'yes') return seen
    const refused = refusedBy(world, part, event.type)
    if (refused !== null) return { ...seen, takes: refused }
    if (event.type !== 'WRITE') return seen
    const { operation, argument } = mastersOf(world).asked.get(event['write'] as number)!
    const isDuplicate = operation === 'insert' && isTaken(siteOf(world, world.nodes[part.place]!), argument, -1)
    return isDuplicate ? { ...seen, takes: 'duplicate' } : seen
  },

  receiver(kernel, part, { type, reason, from, to, term, us }) {
    const { now, cause, world } = kernel
    const node = world.nodes[part.place]!
    const logEnd = channelFrom(siteOf(world, node), part.peer)?.received ?? 0
    return { type, now, cause, reason, from, to, term, us, logEnd, own: node.epoch }
  },

  channelApplier(kernel, part, { type }) {
    const { now, cause, world } = kernel
    const node = world.nodes[part.place]!
    const site = siteOf(world, node)
    const channel = channelFrom(site, part.peer)
    if (channel === undefined) return { type, now, cause, next: 0, holdUs: 0, error: 0 }
    const { regions } = mastersOf(world)
    // A region without a leader takes nothing in hand; what waits for two of its replicas is out of this thread's.
    if (regions !== null && !regions.doors.isLed(node)) return { type, now, cause, next: 0, holdUs: 0, error: 0 }
    const { relay } = channel
    const applied = channel.applied + (regions?.doors.taken(node, part.peer) ?? 0)
    const done = part.program.matches(part.config, 'applying') && type.startsWith('xstate.after')
    const skips = type === 'SKIP' && channel.error !== null
    const error = done ? errorOf(world, site, relay.entryAt(applied + 1)) : 0
    const at = applied + (error === 0 && (done || skips) ? 2 : 1)
    const next = at <= relay.end ? at : 0
    return { type, now, cause, next, holdUs: next > 0 ? holdUsOf(world, node, relay.entryAt(next)) : 0, error }
  },

  collector(kernel, part, { type }) {
    const { now, cause, world } = kernel
    return { type, now, cause, everyUs: collectsEvery(world, world.nodes[part.place]!) }
  },
}

/** Why a region takes no such request now; null = it does, or the node is no region. */
function refusedBy(world: World, part: Part, type: string): string | null {
  const { regions } = mastersOf(world)
  if (regions === null || (type !== 'WRITE' && type !== 'READ')) return null
  const node = world.nodes[part.place]!
  const takes = regions.doors.takes(world, node, type === 'WRITE' ? 'write' : 'read', part.peer)
  return takes === 'yes' ? null : takes
}

/** How long one that is delayed on purpose holds an entry yet, by the clocks of both. */
function holdUsOf(world: World, node: Node, entry: number): number {
  const { delayUs } = world.settings.nodes[node.number]!
  return delayUs === 0 ? 0 : Math.max(0, world.entries.wallUsOf(entry) + delayUs - wallOf(world, node))
}
