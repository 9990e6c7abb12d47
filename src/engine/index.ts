/** Folds a run: the simulated databases. */
export type { Checkpoint, Engine, EngineOptions, MachineChart } from './engine.ts'
export { FACTS, type Fact, type FactArgs, type FactKind, isMilestone, isMoment } from './fact.ts'
export type * from './frame.ts'
// createEngine(run, options): Engine
// machineCharts(): Record<string, MachineChart>
