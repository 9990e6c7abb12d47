/**
 * Folds a run: the simulated databases. What only some runs need comes in packs, which a page fetches for the run that
 * it opens (`packs/README.md`); tests and the command line have them all.
 */
import type { Run } from '../run/index.ts'
import type { Engine, EngineOptions } from './engine.ts'
import { Fold } from './fold.ts'

export type { Checkpoint, Engine, EngineOptions, MachineChart, Measure } from './engine.ts'
export { FACTS, type Fact, type FactArgs, type FactKind, isAlwaysMilestone, isMilestone, isMoment } from './fact.ts'
export type * from './frame/index.ts'
export { compile } from './machines/compile/index.ts'
export { machineStepCost } from './machines/stepCost.ts'
export { serviceOf } from './measures/service.ts'
export { versionsOf } from './measures/writtenVersions.ts'
export { atHand } from './packs/atHand.ts'
export { machineCharts } from './packs/charts.ts'
export { FETCH } from './packs/fetch.ts'
export { mergesByFunction, packsOfAction, packsOfRun } from './packs/needs.ts'
export type { Pack, PackName } from './packs/pack.ts'
export type { MergeFunction } from './resolvers/index.ts'

/** An engine at time 0 of a run that `run` has checked. Throws on a run of another model's making only where it cannot go on. */
export function createEngine(run: Run, options?: EngineOptions): Engine {
  return new Fold(run, options)
}
