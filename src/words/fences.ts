import type { Frame, NodeFrame } from '../engine/index.ts'

/**
 * How a node was kept from taking writes, where its own role does not say it: switched off by the monitor, which looks
 * like a death, or cut off from its clients at the proxy, of which it knows nothing.
 */
export const isBarred = ({ barred, role, process }: NodeFrame): boolean =>
  barred && role === 'master' && process === 'up'

/** A power-off is over in the instant in which the node goes down. */
const SAME_US = 1000

export function isPoweredOff({ outages, settings }: Frame, { process, processSince }: NodeFrame): boolean {
  if (process !== 'down' || settings['failover.fence'] !== 'power-off') return false
  return outages.some(({ phases }) =>
    phases.some(({ name, to }) => name === 'fence' && to !== null && Math.abs(processSince - to) <= SAME_US),
  )
}
