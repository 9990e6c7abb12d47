import { createEngine, machineStepCost } from '../../engine/index.ts'
import { createPlayback } from '../../playback/index.ts'
import { type Figure, figure, quantile } from './figure.ts'
import { everyday } from './workloads.ts'

/**
 * Figures of the engine that need no browser: taken in Node, in processor time (with that of its compiler and its
 * memory tidying), so that a busy machine does not make the engine look slow. Their units say so.
 */
const RUNS = 5
/** Milliseconds of processor time. */
const now = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const repeat = (measure: () => number): number[] => Array.from({ length: RUNS }, measure)

export function machineSteps(): Figure[] {
  const costs = Array.from({ length: RUNS }, () => machineStepCost(everyday, 5_000_000, now))
  return [
    figure(
      'engine.machineStep.compiled',
      'us CPU (Node)',
      costs.map(({ compiled }) => compiled),
    ),
    figure(
      'engine.machineStep.oracle',
      'us CPU (Node)',
      costs.map(({ oracle }) => oracle),
    ),
  ]
}

const EVENTS_TO = 60_000_000

/** Kernel events a second: the engine alone, and with the checkpoints that let a reader go back to any moment. */
export function eventsPerSecond(): Figure[] {
  const { work } = folded(EVENTS_TO)
  return [
    figure(
      'engine.eventsPerSecond',
      'events/s CPU (Node)',
      repeat(() => work / folded(EVENTS_TO).seconds),
    ),
    figure(
      'engine.eventsPerSecond.timeTravel',
      'events/s CPU (Node)',
      repeat(() => work / playedTo(EVENTS_TO)),
    ),
  ]
}

/** Cost of an event in a run a hundred times longer, as a multiple; 1 = the same. */
export function growth(): Figure[] {
  const short = 3_000_000
  const ratios = repeat(() => {
    const brief = Array.from({ length: 20 }, () => folded(short))
    const cost = quantile(
      brief.map(({ seconds, work }) => seconds / work),
      0.5,
    )
    const long = folded(short * 100)
    return long.seconds / long.work / cost
  })
  return [figure('engine.growth.ratio', 'ratio of CPU (Node)', ratios)]
}

function folded(until: number): { seconds: number; work: number } {
  const engine = createEngine(everyday)
  const from = now()
  engine.runTo(until)
  return { seconds: (now() - from) / 1000, work: engine.work }
}

function playedTo(until: number): number {
  const playback = createPlayback()
  const from = now()
  for (const command of [
    { do: 'load', run: everyday },
    { do: 'seek', t: until },
  ] as const) {
    const problem = playback.do(command)
    if (problem !== null) throw new Error(problem)
  }
  return (now() - from) / 1000
}
