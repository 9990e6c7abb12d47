/**
 * Who is joined to whom, and what is under way between them. A message says its whole way as pairs of time and place, so
 * that a picture of any instant between two frames needs no state.
 */
import type { EntryName } from './multiMaster.ts'
import type { ReadVersions } from './read.ts'

export interface LinkFrame {
  /** `a~b` with a < b. */
  id: string
  a: string
  b: string
  /** replication: entries flow `from` -> `to`. client: writes. probe: monitor. */
  kind: 'replication' | 'client' | 'probe'
  from: string
  to: string
  oneWayUs: number
  jitterUs: number
  /** In each direction; 0 = no limit. */
  kilobytesPerSecond: number
  lossPercent: number
  state: 'up' | 'cut' | 'stalled'
  since: number
  /** Does it carry anything now: is the connection open? Old replication links that carry nothing are not drawn. */
  connected: boolean
  /** Several masters: entries go both ways, not only `from` -> `to`. */
  both?: boolean
}

/**
 * Something under way. Its place at time t is read off `path`, pairs of (time, fraction of the way), linear
 * between them and constant after the last: a held message just stays.
 */
export interface MessageFrame {
  id: number
  kind:
    | 'entries'
    | 'ack'
    | 'subscribe'
    | 'heartbeat'
    | 'snapshot'
    | 'write'
    | 'read'
    | 'reply'
    | 'probe'
    | 'answer'
    | 'command'
    | 'gossip'
    | 'vote'
    // Inside a region, leader to replica and back: `from` and `to` are as in `eu/a`, and `link` is ''.
    | 'persist'
    | 'persisted'
    | 'elect'
    // Between regions, mrsc.
    | 'promise'
    | 'promised'
  from: string
  to: string
  /** Link id. */
  link: string
  path: [number, number][]
  held: boolean
  /** entries: positions first..last in the sender's log; ack: up to `last`. */
  first: number
  last: number
  epoch: number
  origin: string
  /** write and reply: the write. */
  write: number
  /** ack: what it means. reply: the outcome, or `k3=41` of a read. read: the key. command: its name. */
  word: string
  /** The fact that sent it; 0 = none. */
  cause: number
  /** How many times it was lost on its way so far and sent again. */
  resent: number
  /** entries, several masters: by name, at most the first 8; a log holds entries of several origins there. */
  carries?: EntryName[]
  /** reply of a read: what its client will make of it; null otherwise. */
  answers: ReadVersions | null
}
