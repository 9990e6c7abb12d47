/**
 * A take: one value of the run as it is played, and everything found out by playing it. A branch goes through
 * several, as actions are added to it and taken back. Takes share the past up to where they part, because an
 * intervention at t acts after instant t.
 */
import type { Engine } from '../engine/index.ts'
import type { Run } from '../run/index.ts'
import type { Checkpoints, Trail } from './checkpoints.ts'
import { FactBook } from './factBook.ts'
import type { Span } from './hurried.ts'

/** Makes an engine that stands at the start of a run. */
export type EngineOf = (run: Run) => Engine

export interface Take {
  readonly run: Run
  readonly trail: Trail
  readonly book: FactBook
  /** The furthest instant played, in microseconds. */
  playedTo: number
  /** Up to where, beyond that, a search has found no milestone. */
  searchedTo: number
  /** Where auto pace went faster. */
  hurried: readonly Span[]
  /** Did it begin in the past of another take? */
  readonly forked: boolean
}

export function firstTake(run: Run, engine: Engine, checkpoints: Checkpoints): Take {
  const book = new FactBook()
  book.collect(engine)
  const trail = checkpoints.trail(engine.checkpoint())
  return { run, trail, book, playedTo: engine.time, searchedTo: 0, hurried: [], forked: false }
}

/** The take in which `run` is played instead, from right after instant `t` on. */
export function nextTake(from: Take, run: Run, t: number, forked: boolean): Take {
  return {
    run,
    trail: from.trail.fork(t),
    book: from.book.fork(t),
    playedTo: t,
    searchedTo: 0,
    hurried: from.hurried.flatMap(([a, b, factor]) => (a < t ? [[a, Math.min(b, t), factor] as Span] : [])),
    forked,
  }
}
