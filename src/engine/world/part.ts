/** A state machine as it stands: a number of its compiled program, and a context. What moves it is in `machines/`. */
import type { Timers } from '../kernel/timers.ts'
import type { Program } from '../machines/compile/index.ts'

/** One state machine of a participant, e.g. `db2/receiver:db1`. */
export interface Part {
  /** Place in `World.parts`. */
  readonly number: number
  /** Is it there? A part that went keeps its number. */
  attached: boolean
  /** `owner/id`. */
  readonly address: string
  /** As in `receiver:db1`. */
  readonly id: string
  readonly owner: string
  /** Node or client number of the owner; -1 for the monitor and the router. */
  readonly place: number
  /** What it is about: node number of the peer, number of the connection; -1. */
  readonly peer: number
  /** Key of the definition: `receiver`. */
  readonly machine: string
  /**
   * `program.matches(config, 'connection.streaming')` asks for a state (a receiver's is parallel: `connection` and
   * `relay`), `program.active(config)` lists the dotted paths; `program.transitionIds` = names for `fired` and `last`.
   */
  readonly program: Program<Context>
  config: number
  /** Immutable: a step returns a new one or the same. */
  context: Context
  /** When `config` last changed. */
  since: number
  /** By transition number: when it last fired; -1 never. */
  fired: number[]
  /** Number of the last transition; -1 before the first. */
  last: number
  /** The connection that it opened or serves; 0 = none. */
  connection: number
  /** The fact that its last transition came with: what it noted, or what made it move. */
  because: number
  /** Timers set, by id: handle of the queue entry. */
  timers: Timers
}

/** Integers, strings and booleans, and `s`: the settings it works under (immutable, shared). */
export type Context = Readonly<Record<string, unknown>>
