/**
 * What the monitor makes of its probes' answers where slaves copy from slaves. It knows nothing else: a slave counts as
 * one of a node in the middle because it said so, and as its orphan when it says that nothing comes from there.
 */
import { members } from '../measures/members.ts'
import type { Monitor, Node, Probe, World } from '../world/index.ts'

/** Of a node that has not answered yet. */
export const UNHEARD: Probe = {
  missed: 0,
  lastAnswerAt: -1,
  lastMissAt: -1,
  role: '',
  upstream: -1,
  replicating: false,
  saidAt: -1,
  leasedUntil: -1,
}

/** Those who copied from a slave when they last answered, and got nothing from it any more. None of a master's. */
export function orphansOf(world: World, { probes }: Monitor, number: number): Node[] {
  if (leads(probes[number]!)) return []
  return members(world).filter((node) => {
    const { role, upstream, replicating } = probes[node.number]!
    return role === 'slave' && upstream === number && !replicating
  })
}

/**
 * Whom a slave that answered has to be told to copy from: the master, if it copies from one that is deposed; where it
 * is, if it does not know the newest epoch, or still is a candidate of a choice that is over because nobody's word
 * reached it. -1: it is right as it is.
 */
export function properUpstream(
  { probes }: Monitor,
  known: { master: number; epoch: number },
  { role, upstream, epoch }: { role: string; upstream: number; epoch: number },
): number {
  // It has made room for the new master and was not told whom to follow.
  if (role === 'readOnly' && epoch < known.epoch) return known.master
  if (role !== 'slave' && role !== 'candidate') return -1
  if (upstream !== known.master && leads(probes[upstream]!)) return known.master
  return epoch < known.epoch || role === 'candidate' ? upstream : -1
}

/**
 * May this slave stay where it is when `chosen` becomes master? Under a node in the middle that answered, too, and is
 * no further than the new master: one that is would be refused by it, and have nothing to pass on.
 */
export function mayStay({ reports }: Monitor, number: number, chosen: number): boolean {
  const above = reports[reports[number]!.upstream]
  return above !== null && above !== undefined && above.received <= (reports[chosen]?.received ?? above.received)
}

/** When the last lease that it knows of is over for sure; 0 = there is none. */
export const lastLease = ({ probes, votersLease }: Monitor): number =>
  probes.reduce((latest, { leasedUntil }) => Math.max(latest, leasedUntil), Math.max(0, votersLease))

const leads = ({ role }: Probe): boolean => role === 'master' || role === 'fenced' || role === 'rewinding'
