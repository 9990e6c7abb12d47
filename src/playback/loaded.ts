/** Everything that goes with one loaded run, and only with it. */
import type { Run } from '../run/index.ts'
import { Branches } from './branches.ts'
import type { Checkpoints } from './checkpoints.ts'
import { Comparison } from './comparison.ts'
import { Derivation } from './derive.ts'
import { LagTrack } from './lagTrack.ts'
import { Lookahead } from './lookahead.ts'
import { Playhead } from './playhead.ts'
import { type EngineOf, firstTake } from './take.ts'

export interface Loaded {
  playhead: Playhead
  branches: Branches
  comparison: Comparison
  lookahead: Lookahead
  derivation: Derivation
  lagTrack: LagTrack
}

/** Stands at the start of `run`. */
export function load(run: Run, engineOf: EngineOf, checkpoints: Checkpoints): Loaded {
  const engine = engineOf(run)
  const playhead = new Playhead(engineOf, checkpoints, firstTake(run, engine, checkpoints), engine)
  const derivation = new Derivation(engineOf)
  return {
    playhead,
    branches: new Branches(playhead),
    comparison: new Comparison(engineOf, checkpoints),
    lookahead: new Lookahead(engineOf),
    derivation,
    lagTrack: new LagTrack(engineOf),
  }
}

/** Gives its checkpoints back. */
export function unload({ playhead, branches, comparison }: Loaded): void {
  comparison.follow(null, 0)
  playhead.leave()
  branches.release()
}
