/**
 * Every node has a clock of its own (DOMAIN 1): ahead of true time or behind it, and fast or slow. Setting the offset is
 * a step of that clock; setting the drift bends it from then on.
 */
import type { Clock, Node, World } from '../world/index.ts'

/** What the clock on its wall says, in microseconds. */
export const wallOf = ({ time }: World, { clock }: Node): number => time + aheadAt(clock, time)

/** How far it is ahead of true time. */
export const aheadOf = ({ time }: World, { clock }: Node): number => aheadAt(clock, time)

/** Is it another one than its node's offset says? */
export const isBent = ({ settings }: World, { clock, number }: Node): boolean =>
  clock.driftPpm !== 0 || clock.offsetUs !== settings.nodes[number]!.clockOffsetUs

const aheadAt = ({ offsetUs, driftPpm, since }: Clock, t: number): number =>
  driftPpm === 0 ? offsetUs : offsetUs + Math.floor(((t - since) * driftPpm) / 1_000_000)

/** From `t` on. One that does not drift is the same whenever it began. */
export const clockFrom = (t: number, offsetUs: number, driftPpm: number): Clock => ({
  offsetUs,
  driftPpm,
  since: driftPpm === 0 ? 0 : t,
})
