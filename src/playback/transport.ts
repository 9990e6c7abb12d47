import type {
  Alert,
  Fact,
  FactKind,
  Frame,
  MachineChart,
  Row,
  RulingFrame,
  Service,
  VersionFrame,
} from '../engine/index.ts'
import type { Action, Run } from '../run/index.ts'

/** What a page may ask of a playback. Times in microseconds of virtual time. */
export type Command =
  | { do: 'load'; run: Run; t?: number }
  | { do: 'play' }
  | { do: 'pause' }
  /**
   * Plays until a condition holds (LANGUAGE.md of `query`; null = none will do), `mostUs` at most, and stops at the very
   * instant: the same at any speed, and `atOnce`. What happens meanwhile does not end it, but another run does. It is
   * looked at after everything that happens, and at every whole 100 ms of the run.
   */
  | { do: 'play-until'; when: string | null; mostUs: number; atOnce?: boolean }
  /** What is being played until something holds is there at once. */
  | { do: 'hurry' }
  | { do: 'speed'; speed: number }
  | { do: 'auto-pace'; on: boolean }
  | { do: 'step' }
  | { do: 'step-back' }
  | { do: 'next-milestone' }
  | { do: 'previous-milestone' }
  | { do: 'seek'; t: number }
  /** Back to the start, keeping the interventions. */
  | { do: 'reset' }
  /** To the furthest instant played so far. */
  | { do: 'latest' }
  /** Acts at the playhead. In the past it forks: later interventions leave the branch, `undo` brings them back. */
  | { do: 'act'; action: Action }
  /** Plays this run instead, from its start to the present moment: for what no action can change. `undo` takes it back. */
  | { do: 'revise'; run: Run }
  | { do: 'undo' }
  | { do: 'redo' }
  /** Plays another branch, at the present moment or as far as it goes. */
  | { do: 'open-branch'; branch: number }
  /** 1 to 40 characters; names are unique among the branches. */
  | { do: 'rename-branch'; branch: number; name: string }
  /** Not the present one. Undo does not bring it back. */
  | { do: 'drop-branch'; branch: number }
  /** Shows another branch beside the present one, on one clock; null ends that. */
  | { do: 'compare'; branch: number | null }
  /**
   * Another run beside the present one, on one clock: a branch of its own that is compared from now on. `here` names the
   * present branch; with a run, that is a new branch, too, and the present one stays as it is. Two runs with the same
   * requests are twins: what is done to one is done to the other, as far as it can be.
   */
  | { do: 'beside'; run: Run; name: string; here: { name: string; run?: Run } }

export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8] as const

/** How the run is being played: everything around the frame. */
export interface Transport {
  run: Run
  time: number
  event: number
  playing: boolean
  /** 0.1 .. 8 */
  speed: number
  /** Database microseconds per wall second now: pace x speed x auto pace. */
  usPerSecond: number
  /** Auto pace: is it on, and how many times faster than the pace do we go right now (1 .. 1000). */
  autoPace: { on: boolean; factor: number }
  /** The furthest instant played on this branch; beyond it the timeline is "not run yet". */
  playedTo: number
  /** Is there nothing left that will ever happen? */
  ended: boolean
  /** The last `play-until` of this run; null = there was none. */
  until: UntilInfo | null
  milestones: Fact[]
  /** Interventions of the present branch (for the timeline and undo). */
  canUndo: boolean
  canRedo: boolean
  /** All branches, oldest first; at most 8. An action in the past makes one; the oldest unnamed goes when there are too many. */
  branches: BranchInfo[]
  /** Was the last action in the past, so that a branch was left (and can be brought back by undo)? */
  forked: boolean
  /** Spans of the timeline that auto pace went through faster, for their mark: [from, to, factor]. */
  hurried: [number, number, number][]
}

export interface UntilInfo {
  when: string | null
  /** The last instant that it waits for. */
  by: number
  /** Where it stopped; null = it goes on. */
  stoppedAt: number | null
  /** Did the condition hold there? */
  met: boolean
}

/** What somebody does at the playhead, for `foresee`. */
export type ForeseenMove = Extract<Command, { do: 'act' | 'play-until' | 'seek' }>

export interface BranchInfo {
  id: number
  /** "Run" for the first, then "Fork 1" and so on, until somebody names it. */
  name: string
  /** The branch it parted from, and the instant; null for the first. */
  parent: number | null
  partedAt: number
  playedTo: number
  /** What was done on it that its parent does not have: the first of them, for its label. */
  own: Action | null
  present: boolean
}

export interface Update {
  frame: Frame
  transport: Transport
  /** While comparing: the other branch at the same time, and how the two differ, most important first. */
  /** `twins`: the same is asked of both, and done to both. */
  other: { branch: number; twins: boolean; frame: Frame; differences: Difference[] } | null
}

/** One thing that is not the same in two frames of one instant. `here` is the present branch. */
export interface Difference {
  /** What: a counter's name, `master`, `epoch`, `process`, `role`, `received`, `applied`, `link`, `client`, `gate`. */
  what: string
  /** Whose: a participant or link; '' = the run's. */
  at: string
  here: number | string
  there: number | string
}

/** Questions with an answer that is too large, or too rarely needed, for every update. */
interface Questions {
  digest: { ask: { ask: 'digest' }; answer: string }
  /** Facts with from <= t <= to, oldest first: the last `most` of them, or with `first` the first. */
  facts: { ask: { ask: 'facts'; from: number; to: number; most: number; first?: true }; answer: Fact[] }
  /**
   * The fact, and what caused it, first cause first; found however long ago it was. Empty: there is none. An entry that
   * waited its turn in the relay log leads back to its arrival, not through all that were applied before it.
   */
  why: {
    ask:
      | { ask: 'why'; fact: number }
      /** The newest of these kinds (at this participant, about that one) at or before t. */
      | { ask: 'why'; kinds: readonly FactKind[]; at?: string; peer?: string; t: number }
    answer: Fact[]
  }
  /** A node's data at the playhead, newest change first. */
  rows: { ask: { ask: 'rows'; node: string; most: number }; answer: Row[] }
  /** A conflict by every rule, side by side, as the settings stand at the playhead. */
  rulings: { ask: { ask: 'rulings'; conflict: number }; answer: RulingFrame[] }
  /** Several masters: what each of the last writes (`most` at most) left of its row, in their order. */
  versions: { ask: { ask: 'versions'; most: number }; answer: VersionFrame[] }
  timeline: { ask: { ask: 'timeline'; from: number; to: number }; answer: Timeline }
  /** What the stage would show at an instant that has been played; the playhead stays where it is. */
  peek: { ask: { ask: 'peek'; t: number }; answer: Frame }
  lag: { ask: { ask: 'lag'; from: number; to: number }; answer: LagSeries }
  /** What the run has been worth to its clients up to the playhead, and the compared one; null = none is compared. */
  service: { ask: { ask: 'service' }; answer: { here: Service; there: Service | null } }
  /** Which of these conditions hold at the playhead, and where that is: all of one instant. Fails where one cannot be read. */
  sight: {
    ask: { ask: 'sight'; whens: readonly string[] }
    answer: { run: Run; t: number; until: UntilInfo | null; holds: boolean[] }
  }
  /**
   * What a run would come to from instant `t` on, if somebody did all this: where it would stand, and which conditions
   * would hold there. Nothing moves. Fails with one sentence where it cannot be done.
   */
  foresee: {
    ask: { ask: 'foresee'; run: Run; t: number; moves: readonly ForeseenMove[]; whens: readonly string[] }
    answer: { run: Run; t: number; holds: boolean[] }
  }
  /** The run that is compared; null = none is. */
  compared: { ask: { ask: 'compared' }; answer: Run | null }
  machines: { ask: { ask: 'machines' }; answer: Record<string, MachineChart> }
  /** What going back to any moment takes: checkpoints of all branches, and about how many bytes they hold. */
  checkpoints: { ask: { ask: 'checkpoints' }; answer: { count: number; bytes: number } }
}
export type Question = Questions[keyof Questions]['ask']
export type Answer<Q extends Question> = Questions[Q['ask']]['answer']

/** What the lanes of the timeline show, within [from, to]. */
export interface Timeline {
  from: number
  to: number
  playedTo: number
  lanes: Lane[]
}
export interface Lane {
  /** A node id, `clients`, `monitor` or `agree`. */
  id: string
  spans: {
    from: number
    to: number
    is:
      | 'master'
      | 'read-only'
      | 'slave'
      | 'promoting'
      | 'down'
      | 'fenced'
      | 'rewinding'
      | 'answered'
      | 'no-answer'
      | 'watching'
      | 'stalled'
      | 'cut'
      /** Several masters: all have the same data, or not. */
      | 'agree'
      | 'differ'
  }[]
  marks: {
    t: number
    is:
      | 'write'
      | 'ack'
      | 'timeout'
      | 'death'
      | 'lost'
      | 'chosen'
      | 'applied'
      | 'probe'
      | 'probe-missed'
      | 'restart'
      | 'fault'
      | 'healed'
      | 'fenced'
      | 'setting'
      /** A read that showed what a newer epoch left out: on the lane of the clients. */
      | 'phantom'
      /** A commit waits for more slaves than there are, without a timeout. */
      | 'blocked'
      /** The lane's node was added, or taken out of service. */
      | 'joined'
      | 'left'
      /** Several masters: an entry was written or applied here; and two writes met. */
      | 'entry'
      | 'conflict'
    /** Things of one kind at one instant are one mark. */
    count: number
    fact: number
    /** Of an entry: the place of the master that wrote it. */
    origin?: number
  }[]
  /** Of one of several masters: its place. */
  origin?: number
}

/** Lag over time, within [from, to] and no further than has been played. */
export interface LagSeries {
  from: number
  to: number
  playedTo: number
  /** Looked at every so many microseconds, at whole multiples of it. */
  step: number
  /** False: there was too much to run again for one answer. Ask once more, and more will be there. */
  done: boolean
  /** When it was looked at, ascending; each list of a slave has a value for each. */
  at: number[]
  slaves: LagLine[]
  /** Those raised by the end of the window that the engine still shows, the oldest first. */
  alerts: Alert[]
}

/** Null: nobody could say. */
export interface LagLine {
  id: string
  /** Age of the oldest entry that it lacks, in microseconds. */
  trueUs: (number | null)[]
  /** What it reports, in whole seconds; null is NULL. */
  reported: (number | null)[]
  heartbeatUs: (number | null)[]
  toReceive: (number | null)[]
  toApply: (number | null)[]
}
