/** A client as it knows itself: whom it writes to and reads from, what it waits for, and what came back. */
import type { ClientSpec } from '../../run/index.ts'
import type { ReadCounts, ReadVersions } from './read.ts'

export interface ClientFrame {
  id: string
  kind: ClientSpec['kind']
  /** The node that it takes for the master: where its writes go. */
  target: string
  /** The policy by which its reads find a node. */
  route: ClientSpec['route']
  /** Whom it reads from: the read under way, or the last one; null = it has not read yet. */
  readsFrom: string | null
  reads: ReadCounts
  state: 'thinking' | 'waiting' | 'backing-off' | 'stopped'
  since: number
  /** Waiting or backing off: when the oldest unanswered write was sent, and when it will be given up. */
  waitingSince: number | null
  givesUpAt: number | null
  /** In an outage as this client sees it: when the first write was sent that has come to nothing since its last OK. */
  failingSince: number | null
  /** Writes without an answer right now. */
  pending: number
  /** The oldest write without an answer; null = none, or it is a read. */
  oldest: number | null
  /** What it read last: `write` is the write whose version it saw (0 = the row did not exist). */
  lastRead: ({ key: string; value: number | null; write: number; at: number } & ReadVersions) | null
  /** The youngest outcome. */
  last: { write: number; outcome: 'ok' | 'error' | 'unknown'; at: number } | null
}
