/**
 * The three replicas of one region, and the log that they keep together (DOMAIN 6; the paper on DynamoDB of 2022). Positions
 * count the changes in that log. A replica's log is always the beginning of the leader's: a new leader cuts off what the
 * others have beyond its own, which nobody was told OK for. Simplified: those who are down are cut off in the same breath.
 */
import type { Digest } from '../kernel/hash.ts'
import { feedRow, type RowState } from '../resolvers/index.ts'

export type Zone = 'a' | 'b' | 'c'
export const ZONES: readonly Zone[] = ['a', 'b', 'c']

export interface Replica {
  /** Flushed to its disk. */
  readonly persisted: number
  /** Up to where it knows that changes are decided. */
  readonly knows: number
  /** Readable there. */
  readonly applied: number
  /** It takes reads once it has applied this: what was decided when it came back. */
  readonly readsFrom: number
  /** What the leader has sent it, and has heard that it flushed; -1 = it has not connected to this leader. */
  readonly sent: number
  readonly heard: number
}

/** A change that the leader has flushed and that is not decided: it takes effect once two of three have it. */
export interface Open {
  readonly position: number
  /** The leader's fact that it flushed it. */
  readonly cause: number
  /**
   * A write of a client (`session` -1: nobody waits for it any more), an item of another region, by its place in the
   * relay log of that channel, or a note that a row has changed already, for the other replicas to follow.
   */
  readonly of:
    | { readonly is: 'write'; readonly write: number; readonly session: number }
    | { readonly is: 'item'; readonly peer: number; readonly at: number }
    | { readonly is: 'note' }
}

/** A row as it stood before a change that not all replicas have applied yet. */
interface Change {
  readonly position: number
  readonly key: number
  readonly before: RowState
}

export interface Group {
  /** The node's. */
  readonly number: number
  /** Counts leaders. */
  term: number
  /** Index of its zone; -1 = nobody leads. */
  leader: number
  /** Since when nobody leads; -1 = somebody does. */
  electingSince: number
  /** Until when the lease of the last leader runs. */
  leaseUntil: number
  /** The end of the leader's log, and up to where two of three have it. */
  end: number
  decided: number
  /** Immutable, as all lists here. */
  replicas: readonly Replica[]
  /** From `decided + 1` to `end`. */
  open: readonly Open[]
  /** In the order in which they took effect; all that a replica may lack which can be asked. */
  changes: readonly Change[]
  /** No replica that has applied less than this can be asked: how rows stood then is no longer known. */
  forgotten: number
  /** The position whose effect is being carried out; 0 = none. */
  settling: number
  /** ReplicationLatency of the last item, by the number of its region; -1 = none yet. */
  latency: readonly number[]
  /** Earliest arrival of the next message, by 3 * sender + receiver: none overtakes another. */
  free: readonly number[]
}

const EMPTY: Replica = { persisted: 0, knows: 0, applied: 0, readsFrom: 0, sent: 0, heard: 0 }

export const makeGroup = (number: number, regions: number): Group => ({
  number,
  term: 1,
  leader: 0,
  electingSince: -1,
  leaseUntil: 0,
  end: 0,
  decided: 0,
  replicas: ZONES.map(() => EMPTY),
  open: [],
  changes: [],
  forgotten: 0,
  settling: 0,
  latency: Array.from({ length: regions }, () => -1),
  free: Array.from({ length: 9 }, () => 0),
})

export const othersOf = (zone: number): number[] => [0, 1, 2].filter((other) => other !== zone)

/** May it be asked, as far as it has come? */
export function hasCaughtUp({ replicas, forgotten }: Group, zone: number): boolean {
  const { applied, readsFrom } = replicas[zone]!
  return applied >= Math.max(forgotten, readsFrom)
}

export function setReplica(group: Group, zone: number, change: Partial<Replica>): void {
  group.replicas = group.replicas.map((one, at) => (at === zone ? { ...one, ...change } : one))
}

/** Immutable but for its own fields: a copy of these is a snapshot. */
export type GroupSnapshot = Readonly<Group>

export function feedGroup(digest: Digest, group: Group): void {
  const { term, leader, electingSince, leaseUntil, end, decided, replicas, open, changes, latency, free } = group
  for (const value of [term, leader, electingSince, leaseUntil, end, decided, group.forgotten]) digest.int(value)
  for (const { persisted, knows, applied, readsFrom, sent, heard } of replicas)
    for (const value of [persisted, knows, applied, readsFrom, sent, heard]) digest.int(value)
  digest.int(open.length)
  for (const { position, cause, of } of open) {
    digest.int(position).int(cause).text(of.is)
    if (of.is === 'write') digest.int(of.write).int(of.session)
    if (of.is === 'item') digest.int(of.peer).int(of.at)
  }
  digest.int(changes.length)
  for (const { position, key, before } of changes) feedRow(before, digest.int(position).int(key))
  for (const value of [...latency, ...free]) digest.int(value)
}
