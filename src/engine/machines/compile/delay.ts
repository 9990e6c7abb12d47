// How long a timer runs. A delay is a number of microseconds, or a name whose value is a number or a function of
// context and event. Virtual time is counted in integers, so anything else is an error rather than rounded.
import type { Args, Look } from './args.ts'
import { refuse } from './refuse.ts'

/** `value` where it is fixed; otherwise `of` computes it. `label` is what a person reads. */
export interface Delay {
  readonly label: string
  readonly value: number
  readonly of: Look | null
}

function isDelay(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** Throws unless a computed delay is an integer of at least 0. */
export function checkedDelay(machine: string, timer: string, value: unknown): number {
  if (isDelay(value)) return value
  throw new Error(`machine "${machine}", timer "${timer}": a delay must be an integer of at least 0, not ${value}.`)
}

export function readDelay(machine: string, path: string, ref: unknown, known: Record<string, unknown>): Delay {
  if (typeof ref === 'function') return refuse(machine, path, 'unnamed delays are not supported')
  const value = typeof ref === 'string' ? known[ref] : ref
  if (typeof ref === 'string') {
    if (value === undefined) refuse(machine, path, `the delay "${ref}" is unknown`)
    if (typeof value === 'function') return { label: ref, value: 0, of: value as (args: Args) => unknown }
  }
  if (!isDelay(value)) refuse(machine, path, `the delay "${String(ref)}" is not an integer of at least 0`)
  return { label: String(ref), value, of: null }
}
