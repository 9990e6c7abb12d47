/**
 * What every machine may ask of the kernel, besides its own intents. A machine says it by a named action with
 * data; the function behind the name is empty, because only the kernel carries intents out.
 */
import type { FactArgs, FactKind } from '../fact.ts'
import type { Told } from '../kernel/event.ts'

/** Write a fact down; what the same step does afterwards has it as its cause. */
export interface Note {
  kind: FactKind
  args: FactArgs
}

/** Tell another part of the same participant something: `to` is its id, as in `binlog`. Heard 1 us later. */
export interface Tell {
  to: string
  event: Told
}

/** For `setup({ actions })`. */
export const shared = {
  note: (_: unknown, _note: Note): void => {},
  tell: (_: unknown, _tell: Tell): void => {},
}

/** What the kernel adds to every event that it delivers. */
export interface Heard {
  /** The instant, in microseconds. */
  now: number
  /** The fact that made it happen; 0 = none. */
  cause: number
}
