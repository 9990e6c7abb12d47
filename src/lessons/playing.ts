/**
 * Where a learner is in a walkthrough: a value, which the player takes from one happening to the next. Beside it, what the
 * player hears and what it asks for. Nothing here knows a screen, a clock or how a run is played.
 */
import type { Action, Run } from '../run/index.ts'
import type { Move, Option, Walkthrough } from './walkthrough.ts'

/** A run and an instant of it, in microseconds. */
export interface Moment {
  readonly run: Run
  readonly t: number
}

export type OptionId = Option['id']

type Phase =
  /** The step is being gone to: nothing to show yet. */
  | 'enter'
  /** A prediction waits: the run stands still, what lies ahead is hidden. */
  | 'ask'
  /** The answer is locked in (or passed over), and the engine is asked what the right one is. */
  | 'weigh'
  /** What happens then is under way. */
  | 'reveal'
  /** The answer was wrong: the world in which it were right is played. Its name and `because` are shown. */
  | 'world'
  /** That world beside the truth, on one clock. */
  | 'beside'
  /** The gate is closed: the learner acts, or the run plays. */
  | 'do'
  /** "Show me": `solve` is carried out visibly. */
  | 'show'
  /** The gate is open: Next. */
  | 'open'
  /** Past the last step. */
  | 'done'

export interface Playing {
  readonly lesson: Walkthrough
  /** Index of the step. */
  readonly at: number
  readonly phase: Phase
  /** Picked, not yet locked in. */
  readonly chosen: OptionId | null
  /** Step id -> locked in. */
  readonly answers: Readonly<Record<string, OptionId>>
  /** Step id -> what the engine said. */
  readonly correct: Readonly<Record<string, OptionId>>
  /** Where each step was entered: Back restores exactly that. Null: not been there. */
  readonly entered: readonly (Moment | null)[]
  /** Still to be carried out, the present one first. */
  readonly moves: readonly Move[]
  /** Carried out at once, without being watched? */
  readonly hurried: boolean
  /** The text of the step's `told` that held when its gate opened; null: none yet. */
  readonly told: string | null
  /** Step id -> what was told there. */
  readonly tolds: Readonly<Record<string, string>>
  /** How it really is, after the reveal. */
  readonly truth: Moment | null
  /** Where the wrong answer's world ended. */
  readonly wrong: Moment | null
  /** The learner's try has come to its end, and the gate is closed: whatever is done next is a new one. */
  readonly failed: boolean
  /** Where the learner is. */
  readonly now: Moment | null
  /** Everything before this step is passed over, by its solution. */
  readonly goingTo: number
  /** Counts what was asked for: an answer to something older is not heard. */
  readonly turn: number
}

/** What can be seen of the run: the answer of a playback to `{ ask: 'sight', whens: wishes(state) }`. */
export interface Seen {
  readonly run: Run
  readonly t: number
  /** What it is played until; `stoppedAt` null: it is not there yet. Null: nothing. */
  readonly until: { readonly stoppedAt: number | null } | null
  /** Whether each of the wishes holds. */
  readonly holds: readonly boolean[]
}

export type Happening =
  /** To be sent first, and to go to any step (counted from 0). */
  | { readonly is: 'open'; readonly step?: number }
  | { readonly is: 'choose'; readonly option: OptionId }
  | { readonly is: 'lock' }
  | { readonly is: 'next' }
  | { readonly is: 'back' }
  | { readonly is: 'show-me' }
  /** This step once more, from where it was entered; its answer is open again. */
  | { readonly is: 'again' }
  /** After every update (at most ten times a second). `turn` is that of the state for which it was asked. */
  | { readonly is: 'look'; readonly seen: Seen; readonly turn: number }
  /** The answer to the command `foresee`. */
  | {
      readonly is: 'foreseen'
      readonly run: Run
      readonly t: number
      readonly holds: readonly boolean[]
      readonly turn: number
    }
  /** From `world` on to `beside`, or from there back to the truth. */
  | { readonly is: 'compare' }
  /** Back from the lab, in which anything may have happened: to this moment. */
  | { readonly is: 'return'; readonly moment: Moment }

/** What a playback is asked to do. All but `foresee` are commands of it as they stand. */
export type Command =
  | { readonly do: 'load'; readonly run: Run; readonly t: number }
  | { readonly do: 'pause' }
  | { readonly do: 'hurry' }
  | { readonly do: 'compare'; readonly branch: null }
  | { readonly do: 'beside'; readonly run: Run; readonly name: string; readonly here: { readonly name: string } }
  | MoveCommand
  /** To be asked, as a question, and answered by `foreseen` with the turn of the state that came with it. */
  | {
      readonly do: 'foresee'
      readonly run: Run
      readonly t: number
      readonly moves: readonly MoveCommand[]
      readonly whens: readonly string[]
    }

export type MoveCommand =
  | { readonly do: 'act'; readonly action: Action }
  | { readonly do: 'play-until'; readonly when: string | null; readonly mostUs: number; readonly atOnce?: boolean }
  | { readonly do: 'seek'; readonly t: number }

/** What a happening comes to. */
export interface Outcome {
  readonly state: Playing
  readonly commands: readonly Command[]
}
