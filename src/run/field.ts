/**
 * The kinds of field that the tables of `schema.ts`, `tables/` and `intervention.ts` are made of. Types, defaults, checks,
 * the JSON Schema, the link's short form and the controls on the page are all read off such a table.
 */
export type Field = NumberField | ChoiceField | FlagField | TextField | IdField | PairField | GroupField | ListField

/** What a number counts. Times, rates and shares are multiples of 0.001; everything else is whole. */
export type Unit =
  | 'ms'
  | 'per second'
  | 'kB/s'
  | '%'
  | 'bytes'
  | 'slaves'
  | 'probes'
  | 'monitors'
  | 'entries'
  | 'keys'
  | 'connections'
  | 'writes'
  | 'reads'
  | 'MB'
  | 'attempts'
  | 'draws'
  | 'ppm'
  | 'rank'
  | 'value'

interface Described {
  /** One or two sentences: what the real thing is, and what a change does. */
  description: string
  /** May be absent without having a default: then the meaning is in the description. */
  optional?: true
}
export interface NumberField extends Described {
  type: 'number'
  unit: Unit
  /** Both ends are allowed. */
  min: number
  max: number
  /** Of a control on the page; not a rule of validity. */
  step: number
  default?: number
  /** May be changed while the run goes on, by a `set` intervention. */
  live?: true
}
export interface ChoiceField extends Described {
  type: 'choice'
  choices: readonly string[]
  default?: string
  live?: true
}
interface FlagField extends Described {
  type: 'flag'
  default?: boolean
}
interface TextField extends Described {
  type: 'text'
  /** Characters. */
  max: number
  default?: string
}
/** `[a-z][a-z0-9-]*`, at most 24 characters. */
interface IdField extends Described {
  type: 'id'
  default?: string
}
/** Two different ids. */
interface PairField extends Described {
  type: 'pair'
}
interface GroupField extends Described {
  type: 'group'
  fields: Fields
}
/** Of groups. Without `min` it may be left out. */
interface ListField extends Described {
  type: 'list'
  of: Fields
  min?: number
  max: number
}
export type Fields = { readonly [name: string]: Field }

/** The TypeScript type of a table's values once defaults are filled in. */
export type ValuesOf<F extends Fields> = Flat<
  { -readonly [K in keyof F as F[K] extends { optional: true } ? never : K]: ValueOf<F[K]> } & {
    -readonly [K in keyof F as F[K] extends { optional: true } ? K : never]?: ValueOf<F[K]>
  }
>
type Flat<T> = { [K in keyof T]: T[K] }
type ValueOf<F extends Field> = F extends { type: 'number' }
  ? number
  : F extends { type: 'choice'; choices: readonly (infer C)[] }
    ? C
    : F extends { type: 'flag' }
      ? boolean
      : F extends { type: 'text' | 'id' }
        ? string
        : F extends { type: 'pair' }
          ? [string, string]
          : F extends { type: 'group'; fields: infer G extends Fields }
            ? ValuesOf<G>
            : F extends { type: 'list'; of: infer G extends Fields }
              ? ValuesOf<G>[]
              : never

/** The smallest difference that a number of this unit can express. */
export const grain = (unit: Unit): number => (['ms', 'per second', 'kB/s', '%'].includes(unit) ? 0.001 : 1)
