/** Everything that goes with one loaded run, and only with it. */
import type { Run } from '../run/index.ts'
import { Branches } from './branches.ts'
import type { Checkpoints } from './checkpoints.ts'
import { Comparison } from './comparison.ts'
import { Lookahead } from './lookahead.ts'
import { Playhead } from './playhead.ts'
import { type EngineOf, firstTake } from './take.ts'
import type { Until } from './until.ts'

export interface Loaded {
  playhead: Playhead
  branches: Branches
  comparison: Comparison
  lookahead: Lookahead
  engineOf: EngineOf
  /** The last condition that it was played for. */
  until: Until | null
}

/** Stands at the start of `run`. */
export function load(run: Run, engineOf: EngineOf, checkpoints: Checkpoints): Loaded {
  const engine = engineOf(run)
  const playhead = new Playhead(engineOf, checkpoints, firstTake(run, engine, checkpoints), engine)
  return {
    playhead,
    branches: new Branches(playhead),
    comparison: new Comparison(engineOf, checkpoints),
    lookahead: new Lookahead(engineOf),
    engineOf,
    until: null,
  }
}

/** Gives its checkpoints back. */
export function unload({ playhead, branches, comparison }: Loaded): void {
  comparison.follow(null, 0)
  playhead.leave()
  branches.release()
}
