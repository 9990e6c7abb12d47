import type { Fact, Frame, MachineChart } from '../engine/index.ts'
import type { Action, Run } from '../run/index.ts'

/** What a page may ask of a playback. Times in microseconds of virtual time. */
export type Command =
  | { do: 'load'; run: Run; t?: number }
  | { do: 'play' }
  | { do: 'pause' }
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
  | { do: 'undo' }
  | { do: 'redo' }

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
  milestones: Fact[]
  /** Interventions of the present branch (for the timeline and undo). */
  canUndo: boolean
  canRedo: boolean
  /** Was the last action in the past, so that a branch was left (and can be brought back by undo)? */
  forked: boolean
  /** Spans of the timeline that auto pace went through faster, for their mark: [from, to, factor]. */
  hurried: [number, number, number][]
}

export interface Update {
  frame: Frame
  transport: Transport
}

/** Questions with an answer that is too large, or too rarely needed, for every update. */
interface Questions {
  digest: { ask: { ask: 'digest' }; answer: string }
  /** Facts with from <= t <= to, oldest first, the last `most` of them. */
  facts: { ask: { ask: 'facts'; from: number; to: number; most: number }; answer: Fact[] }
  timeline: { ask: { ask: 'timeline'; from: number; to: number }; answer: Timeline }
  machines: { ask: { ask: 'machines' }; answer: Record<string, MachineChart> }
  /** What going back to any moment takes: checkpoints of all branches, and about how many bytes they hold. */
  checkpoints: { ask: { ask: 'checkpoints' }; answer: { count: number; bytes: number } }
}
export type Question = Questions[keyof Questions]['ask']
export type Answer<Q extends Question> = Extract<Questions[keyof Questions], { ask: Q }>['answer']

/** What the lanes of the timeline show, within [from, to]. */
export interface Timeline {
  from: number
  to: number
  playedTo: number
  lanes: Lane[]
}
export interface Lane {
  /** A node id, `clients` or `monitor`. */
  id: string
  spans: {
    from: number
    to: number
    is: 'master' | 'slave' | 'promoting' | 'down' | 'fenced' | 'answered' | 'no-answer' | 'watching' | 'stalled'
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
    count: number
    fact: number
  }[]
}
