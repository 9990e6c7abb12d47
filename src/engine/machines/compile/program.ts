// What the kernel sees of a state machine. A definition is written once, with XState's setup(), and runs in one
// of two ways: compiled to integer tables, or stepped by XState's own transition(). Both are a Program, so the
// kernel cannot tell them apart, and a test can hold them against each other. A program keeps no state: the
// configuration and the context come in and go out, and what the machine wants done comes out as data.

/** Any event a machine can be stepped with. Timers come back with the event of their `setTimer` intent. */
export interface MachineEvent {
  readonly type: string
}

/** "Start a timer": hand `event` back to this machine after `delay` microseconds (an integer, at least 0). */
export interface SetTimer {
  readonly type: 'setTimer'
  /** Unique within one machine instance. Setting a timer that is already set replaces it. */
  readonly id: string
  readonly delay: number
  readonly event: MachineEvent
}

/** "Stop a timer". Stopping one that is not set means nothing. */
export interface CancelTimer {
  readonly type: 'cancelTimer'
  readonly id: string
}

/** A custom action: its name in setup(), and its params; undefined when the definition gives none. */
interface Act {
  readonly type: string
  readonly params: unknown
}

/** What a machine wants done. Plain data, shared between steps: never write to one. */
export type Intent = SetTimer | CancelTimer | Act

export function isSetTimer(intent: Intent): intent is SetTimer {
  return intent.type === 'setTimer'
}

export function isCancelTimer(intent: Intent): intent is CancelTimer {
  return intent.type === 'cancelTimer'
}

/** The outcome of one step. Arrays may be shared between steps: never write to them. */
export interface Step<C> {
  /** Number of the configuration: 0 <= config < configCount. */
  readonly config: number
  /** The very same object that came in unless an assign ran. */
  readonly context: C
  /** In the order in which they are to be carried out. */
  readonly intents: readonly Intent[]
  /** Numbers of the transitions taken, in order; `transitionIds` names them. Empty = the event was ignored. */
  readonly fired: readonly number[]
}

/**
 * A machine that can be stepped. A configuration (the set of active states) is a number that follows from the
 * definition alone, so it may be stored and hashed: numbers do not depend on what ran before.
 */
export interface Program<
  C extends object = Record<string, unknown>,
  E extends MachineEvent = MachineEvent,
  I = unknown,
> {
  readonly id: string
  readonly configCount: number
  /** Transition number -> id, the same ids as in the machine's chart. */
  readonly transitionIds: readonly string[]
  /** Transition number -> dotted paths of the states that it leads from and to; '' = the root. */
  readonly ways: readonly { readonly from: string; readonly to: string }[]
  start(input: I): Step<C>
  /** Throws when eventless transitions go round in circles, or when a delay is not an integer of at least 0. */
  step(config: number, context: C, event: E | MachineEvent): Step<C>
  /** Dotted paths of the active leaf states in document order, joined by a space: 'role.master io.idle'. */
  configName(config: number): string
  /** Dotted paths of all active states but the root, in document order: ['role', 'role.master', ...]. */
  active(config: number): readonly string[]
  /** Is the state with this dotted path active? Throws when there is no such state. */
  matches(config: number, path: string): boolean
}

/** More microsteps than this in one step are a circle. */
export const MICROSTEP_LIMIT = 1_000
