import type { Frame, LostWrite } from '../engine/index.ts'
import { count } from './numbers.ts'
import { terms } from './terms.ts'

/** Writes that were told OK and are lost: the ledger. */

/** Heading of the lost ledger: "2 writes lost". */
export const lostHeading = (k: number): string => `${count(k, 'write')} lost`
/** A line of it: "#18 k3=41". */
export const lostLine = ({ number, key, value }: Pick<LostWrite, 'number' | 'key' | 'value'>): string =>
  `#${number} ${key}=${value}`

export function lostSentence({ lost, mode, settings }: Frame): string {
  const them = lost.length === 1 ? 'it' : 'them'
  if (lost.length === 0) return 'Nothing that was promised is lost.'
  if (mode.kind === 'async' && settings['failover.drain'] === 'skip')
    return `The new ${terms.master} took over at once, without what it had not applied.`
  if (mode.kind === 'async') return `The ${terms.master} promised ${them} before any ${terms.slave} had ${them}.`
  if (mode.kind === 'semi-sync')
    return `The ${terms.master} promised ${them} after it had stopped waiting, or a ${terms.slave} without ${them} took over.`
  return `Enough ${terms.slaves} had ${them}, and one without ${them} took over.`
}
export const lostRows = ({ lost }: Frame): string[] => lost.map(lostLine)
