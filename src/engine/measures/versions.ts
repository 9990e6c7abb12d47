/**
 * Which of two versions is newer, and what can be said of a read (DOMAIN 2.6). A version is an entry. Within an epoch
 * ids rise in the order of the log, and a later epoch counts as newer, so that two entries can be compared also when
 * no log holds both.
 */
import type { Verdict, World } from '../world/index.ts'

/** `entry` 0, no version at all, is older than any. */
export function isNewer({ entries }: World, entry: number, other: number): boolean {
  if (entry === other || entry === 0) return false
  if (other === 0) return true
  const [epoch, before] = [entries.epochOf(entry), entries.epochOf(other)]
  return epoch === before ? entry > other : epoch > before
}

/** The number of a version: where it stands in the log of the master that took it. 0 = no row. */
export const versionNumber = ({ entries }: World, entry: number): number =>
  entry === 0 ? 0 : entries.sequenceOf(entry)

export interface Judgement {
  /** Older than the newest version whose writer had been told OK before the read began. */
  stale: boolean
  /** Older than what the client itself had been told OK for. */
  ownMissing: boolean
  /** The node had applied less than one that the client had read from before. */
  wentBack: boolean
}

/** `asked`: what there was when the read began. `entry`: the version shown; `upTo`: the last entry applied there. */
export function judge(
  world: World,
  asked: { readonly newest: number; readonly own: number; readonly seen: number },
  entry: number,
  upTo: number,
): Judgement {
  return {
    stale: isNewer(world, asked.newest, entry),
    ownMissing: isNewer(world, asked.own, entry),
    wentBack: isNewer(world, asked.seen, upTo),
  }
}

/** The worst of it. */
export const verdictOf = ({ stale, ownMissing, wentBack }: Judgement): Verdict =>
  ownMissing ? 'own-write-missing' : wentBack ? 'went-back' : stale ? 'stale' : 'fresh'
