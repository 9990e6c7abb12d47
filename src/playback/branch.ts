/**
 * One branch of what is being played: a run, and everything found out by playing it. Branches of one run share
 * the past up to where they part, because an intervention at t acts after instant t.
 */
import type { Engine } from '../engine/index.ts'
import type { Run } from '../run/index.ts'
import type { Checkpoints, Trail } from './checkpoints.ts'
import { FactBook } from './factBook.ts'
import type { Span } from './hurried.ts'

/** Makes an engine that stands at the start of a run. */
export type EngineOf = (run: Run) => Engine

export interface Branch {
  readonly run: Run
  readonly trail: Trail
  readonly book: FactBook
  /** The furthest instant played, in microseconds. */
  playedTo: number
  /** Where auto pace went faster. */
  hurried: readonly Span[]
  /** Did it begin in the past of another branch? */
  readonly forked: boolean
}

export function firstBranch(run: Run, engine: Engine, checkpoints: Checkpoints): Branch {
  const book = new FactBook()
  book.collect(engine)
  const trail = checkpoints.trail(engine.checkpoint())
  return { run, trail, book, playedTo: engine.time, hurried: [], forked: false }
}

/** The branch on which `run` is played instead, from right after instant `t` on. */
export function branchOff(from: Branch, run: Run, t: number, forked: boolean): Branch {
  return {
    run,
    trail: from.trail.fork(t),
    book: from.book.fork(t),
    playedTo: t,
    hurried: from.hurried.flatMap(([a, b, factor]) => (a < t ? [[a, Math.min(b, t), factor] as Span] : [])),
    forked,
  }
}
