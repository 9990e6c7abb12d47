/** An expression once every name in it is known: something that can be worked out at an instant. */
import type { Fact } from '../engine/index.ts'
import type { Sight } from './story.ts'
import type { Type, Value } from './value.ts'

export interface Term {
  type: Type
  /** What a text can be. */
  words?: readonly string[]
  /** Does it need an instant to look at, or is it the same for the whole run? */
  onFrame: boolean
  /** Folds within folds: 0 = none. What is deeper is worked out first. */
  depth: number
  value(now: Now): Value
}

export interface Now {
  /** null where only the run as a whole is known. */
  readonly sight: Sight | null
  readonly timeUs: number
  readonly facts: readonly Fact[]
  /** Results of the folds that are known so far, by their number. */
  readonly slots: readonly Value[]
}

export const constant = (value: Value, type: Type): Term => ({ type, onFrame: false, depth: 0, value: () => value })

export const deepest = (...terms: readonly ({ depth: number } | null | undefined)[]): number =>
  Math.max(0, ...terms.map((term) => term?.depth ?? 0))
