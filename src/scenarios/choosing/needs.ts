/**
 * What a reader says of a database before choosing how to replicate it: what will be asked of it, and what must not happen.
 * Two tables, from which the type, the controls, the address and the tests are read. What is asked is simulated as it stands
 * (so it is kept small enough to be folded while one waits); what must not happen is only compared with figures.
 */

interface NumberNeed {
  is: 'number'
  /** Durations in milliseconds of database time. */
  unit: 'ms' | 'per second' | '%' | 'writes' | 'places'
  /** Both ends are allowed. Whole numbers only. */
  min: number
  max: number
  default: number
  /** The values of its control, ascending. Any other whole number between the ends may come by an address. */
  stops: readonly number[]
}
interface ChoiceNeed {
  is: 'choice'
  choices: readonly [string, ...string[]]
  default: string
}
type Table = Record<string, NumberNeed | ChoiceNeed>

/** The work: it decides what is simulated. */
export const WORK = {
  /** Where users are. */
  places: { is: 'number', unit: 'places', min: 1, max: 3, default: 2, stops: [1, 2, 3] },
  /** One way between any two places (DOMAIN 8: half of a round trip). */
  apart: { is: 'number', unit: 'ms', min: 2, max: 160, default: 40, stops: [2, 5, 10, 20, 30, 40, 60, 80, 120, 160] },
  writers: { is: 'choice', choices: ['everywhere', 'one-place'], default: 'everywhere' },
  /** All writers together. */
  writes: { is: 'number', unit: 'per second', min: 1, max: 40, default: 8, stops: [1, 2, 4, 6, 8, 12, 16, 24, 32, 40] },
  /** All readers together. */
  reads: {
    is: 'number',
    unit: 'per second',
    min: 0,
    max: 60,
    default: 12,
    stops: [0, 2, 4, 8, 12, 16, 24, 36, 48, 60],
  },
  /** Share of requests for one row; the others spread over many. */
  hot: { is: 'number', unit: '%', min: 0, max: 100, default: 10, stops: [0, 5, 10, 20, 30, 50, 75, 100] },
  /**
   * Plain: a write puts a value, and may be followed by a later one. Counters: it adds to what is there, so that one that is
   * thrown away is missing in the sum for ever.
   */
  rows: { is: 'choice', choices: ['plain', 'counters'], default: 'plain' },
} as const satisfies Table

/** What must not happen. */
export const LIMITS = {
  /** Promised writes that may be lost in one trial; 0 = none ever. */
  lose: { is: 'number', unit: 'writes', min: 0, max: 50, default: 0, stops: [0, 1, 2, 5, 10, 20, 50] },
  /** Who decides when two people change one row: nobody has to, the later write wins, or the application is handed both. */
  decides: { is: 'choice', choices: ['nobody', 'clock', 'application'], default: 'nobody' },
  /** Whether readers may see old data. May: they read where they stand. Never: they ask for the newest. */
  old: { is: 'choice', choices: ['may', 'never'], default: 'may' },
  /** Time in one trial in which some client has no service. */
  without: {
    is: 'number',
    unit: 'ms',
    min: 0,
    max: 10_000,
    default: 5_000,
    stops: [0, 500, 1_000, 2_000, 3_000, 5_000, 10_000],
  },
  /** Of 100 writes in a calm hour 95 take no longer. */
  latency: {
    is: 'number',
    unit: 'ms',
    min: 1,
    max: 500,
    default: 200,
    stops: [2, 5, 10, 20, 50, 80, 120, 200, 300, 500],
  },
} as const satisfies Table

export const NEEDS = { ...WORK, ...LIMITS }

type ValueOf<N> = N extends { is: 'choice'; choices: readonly (infer C)[] } ? C : number
export type Needs = { readonly [K in keyof typeof NEEDS]: ValueOf<(typeof NEEDS)[K]> }
export type NeedName = keyof Needs

const NEED_NAMES = Object.keys(NEEDS) as NeedName[]

/** Needs from texts (of an address), by name; null or nonsense is the default. */
export function readNeeds(text: (name: NeedName) => string | null): Needs {
  return Object.fromEntries(NEED_NAMES.map((name) => [name, textTo(NEEDS[name], text(name))])) as Needs
}

function textTo(need: NumberNeed | ChoiceNeed, text: string | null): number | string {
  if (need.is === 'choice') return text !== null && need.choices.includes(text) ? text : need.default
  const value = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return value >= need.min && value <= need.max ? value : need.default
}

/** Only what is not the default, in the order of the table: what an address says of needs. */
export const writtenNeeds = (needs: Needs): [NeedName, string][] =>
  NEED_NAMES.flatMap((name) => (needs[name] === NEEDS[name].default ? [] : [[name, `${needs[name]}`]]))

export const DEFAULT_NEEDS: Needs = readNeeds(() => null)
