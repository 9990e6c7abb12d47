/**
 * A walkthrough is data: a run, and steps that tell, ask and wait. What a step waits for is a condition on the engine's
 * state, so any way that leads there counts; what a prediction's answer is, is asked of the engine and never written
 * down, so that lesson and simulation cannot disagree.
 *
 * Conditions are expressions of `src/query` (LANGUAGE.md there). All texts use the first vocabulary ("master", "slave");
 * whoever shows them puts them into the reader's own. `*words*` are stressed, "`c1`" is set like a value.
 */
import type { Action, Intervention, Run } from '../run/index.ts'
import type { Needs, Preset } from '../scenarios/index.ts'

export interface Walkthrough {
  /** Stands in addresses: small letters, digits, dashes. */
  readonly id: string
  /** Its place on the recommended path; null: a public incident. */
  readonly number: number | null
  /** Of a public incident, when it happened: "21 October 2018". */
  readonly date?: string
  /** At most 50 characters. */
  readonly title: string
  /** How long it takes, told before it is begun. */
  readonly minutes: number
  /** What one can do afterwards, in one sentence. */
  readonly goal: string
  /** What many believe and this corrects, in their words: "Committed means safe." */
  readonly belief: string
  readonly pictogram: Preset['pictogram']
  /** What it is about, without anything that is done in it. */
  readonly run: Run
  readonly sources: readonly Source[]
  readonly steps: readonly Step[]
}

export interface Source {
  /** Who says it, and when: "GitHub, 30 October 2018". */
  readonly name: string
  /** Title or section. */
  readonly place: string
  readonly url?: string
}

export interface Step {
  readonly id: string
  /** At most 50 characters. */
  readonly title: string
  /** At most 60 words. */
  readonly say: string
  /** The same for a room, at most 25 words; absent: as many of its first sentences. */
  readonly sayPresent?: string
  readonly enter: Enter
  /** Participants and links to look at: the others are dimmed, never hidden. */
  readonly focus?: readonly string[]
  /** What the learner may do, beside looking and playing. Empty or absent: nothing. */
  readonly allow?: readonly Allowed[]
  readonly predict?: Prediction
  /**
   * Several masters: a table of the last writes with their vectors stands under what is said. Two of them ("db1:2") are
   * compared; what their vectors say of each other is told once nothing is asked any more.
   */
  readonly vectors?: 'all' | readonly [string, string]
  /** What the run has been worth to its clients so far, in figures of the engine, stands under what is said. */
  readonly figures?: true
  /** Ways on, once the gate is open: each leads to what is recommended for these needs. */
  readonly choose?: readonly { readonly text: string; readonly needs: Partial<Needs> }[]
  readonly gate: Gate
  /** Told once the gate is open: the first whose condition holds. The last has none: it always holds. */
  readonly told?: readonly { readonly when?: string; readonly text: string }[]
  /** The sentence to remember. */
  readonly remember?: string
  /** What the model simplifies here, or what a source says otherwise. */
  readonly model?: { readonly text: string; readonly source: Source }
  /** For whoever teaches: shown in notes only. */
  readonly teacher?: string
}

/** Where a step begins: where the learner is, or at a moment of the walkthrough's run with these interventions. */
type Enter =
  | 'here'
  | {
      readonly atMs: number
      readonly interventions?: readonly Intervention[]
      readonly settings?: Settings
      readonly seed?: number
    }

/** Settings by their paths, in place of the scenario's: `{ 'replication.mode': 'semi-sync' }`. */
export type Settings = Readonly<Record<string, number | string | boolean>>

/**
 * One thing that may be done: a user action, and to whom. `target` absent: to anybody that it fits. `set` is one setting
 * with its control, the path as in a `set` action.
 */
export type Allowed = { readonly action: string; readonly target?: string } | { readonly set: string }

export interface Prediction {
  /** One question, with its question mark. */
  readonly ask: string
  /** Two to four. Of their conditions exactly one holds when the answer is shown. */
  readonly options: readonly Option[]
  /** What happens once an answer is locked in. */
  readonly reveal: readonly Move[]
  /** On the button that locks it in, after the letter: "then pull the plug". */
  readonly then: string
}

export interface Option {
  readonly id: 'a' | 'b' | 'c' | 'd'
  /** The answer itself, at most 14 characters: "All 7". */
  readonly text: string
  /** Why one may think so, at most 8 words. */
  readonly reason: string
  /** It is the right one if this holds after the reveal. */
  readonly when: string
  /** Told when it was wrong: what is true instead, at most 40 words. */
  readonly because: string
  /**
   * The world in which it would have been right: `when` holds there after the reveal. Shown first, then beside the truth.
   * Only an option that is right has none.
   */
  readonly world?: World
}

/** Another run for the same step: what is different. */
export interface World {
  /** "If every slave had to confirm first": one clause, how that world differs. */
  readonly name: string
  readonly settings?: Settings
  /** In place of those of the step and of its reveal. */
  readonly interventions?: readonly Intervention[]
  readonly seed?: number
  /** Moves in place of the prediction's reveal. */
  readonly reveal?: readonly Move[]
}

/** What somebody does at the playhead, one after the other. */
export type Move =
  | { readonly act: Action }
  /** Plays on until a condition holds, at most so long (ms of the run, 60,000 unless told). */
  | { readonly until: string; readonly mostMs?: number }
  | { readonly playMs: number }
  | { readonly seekMs: number }

export type Gate =
  /** Reading is enough. */
  | { readonly is: 'read' }
  /** Plays by itself; going on before it is there goes there at once. */
  | { readonly is: 'time'; readonly until: string; readonly mostMs?: number }
  /** The learner brings it about. Not true at the beginning; `solve` makes it true, and so does each of `others`. */
  | {
      readonly is: 'state'
      readonly when: string
      /**
       * A try has come to its end once this holds while the gate is closed: it has failed. What the learner does then is done
       * where the step began, with everything that was set since: one chooses again. Absent: one goes on trying.
       */
      readonly over?: string
      readonly hint: string
      readonly solve: readonly Move[]
      /** At least one other way. */
      readonly others: readonly (readonly Move[])[]
    }
