/** Links, the connections that run over them, and the messages under way. */
import type { MessageFrame } from '../frame/index.ts'
import type { Told } from '../kernel/event.ts'

export interface Link {
  /** `a~b` with a < b by code units. */
  readonly id: string
  readonly a: string
  readonly b: string
  readonly kind: 'replication' | 'client' | 'probe'
  oneWayUs: number
  jitterUs: number
  /** In each direction; 0 = no limit. */
  bytesPerSecond: number
  /** Messages lost, of 100,000. */
  lossOf100k: number
  state: 'up' | 'cut' | 'stalled'
  since: number
  /** The fact of its present state; 0 at the start. */
  fact: number
  /** Earliest arrival of the next message a -> b and b -> a: jitter never reorders. */
  free: [number, number]
  /** Until when each sending end (a, b) is busy giving its bytes to a narrow link. */
  busy: [number, number]
}

/** An ordered reliable connection, opened by one part and served by another. */
export interface Connection {
  readonly id: number
  /** Numbers of the part that opened it and of the one that serves it; -1 until its first message has arrived. */
  readonly opener: number
  readonly server: number
  readonly link: string
  readonly openedAt: number
}

/** Immutable: holding or releasing replaces it. `pathOf` gives its whole way. */
export interface Message {
  readonly id: number
  readonly kind: MessageFrame['kind']
  readonly from: string
  readonly to: string
  /** Address of the part that it is for. */
  readonly part: string
  readonly link: string
  /** 0: none (a probe, an answer, a command: may be lost). */
  readonly connection: number
  readonly sentAt: number
  /** When it arrives if nothing happens to its link; while held, when it would have. */
  readonly arrivesAt: number
  readonly held: boolean
  /** Where it was held and let go: (time, millionths of the way), between start and arrival. */
  readonly bends: readonly (readonly [number, number])[]
  readonly first: number
  readonly last: number
  readonly epoch: number
  /** Node number where the entries were born; -1. */
  readonly origin: number
  readonly write: number
  readonly word: string
  /** What the receiving part is stepped with, without what the kernel adds on arrival. */
  readonly event: Told
  /** Fact that it comes from. */
  readonly cause: number
  /** Microseconds that its whole way takes, once it is given to the link. */
  readonly wayUs: number
  /** When it is sent again because it was lost before. */
  readonly resends: readonly number[]
  /** It belongs to no connection and will be lost half way. */
  readonly doomed: boolean
  /** Handles in the queue: of its arrival or loss, and of the next time it is sent again. */
  arrival: number
  again: number
}

/** Pairs of (time, millionths of the way), linear between them: where a message is when. */
export function pathOf(message: Message): (readonly [number, number])[] {
  const path: (readonly [number, number])[] = [[message.sentAt, 0], ...message.bends]
  if (!message.held) path.push([message.arrivesAt, 1_000_000])
  return path
}
