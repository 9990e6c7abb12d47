/**
 * What one machine step costs in a real run, compiled and with XState's own transition(): the steps of a run are
 * recorded and then repeated by both, so that the mixture of machines and events is that of the run and nothing
 * but the step itself is timed.
 */
import type { AnyStateMachine } from 'xstate'
import type { Run } from '../../run/index.ts'
import { Fold } from '../fold.ts'
import { atHand } from '../packs/atHand.ts'
import { kitOf } from '../packs/kit.ts'
import type { Context } from '../world/index.ts'
import type { MachineEvent } from './compile/index.ts'
import { type Executor, programOf } from './executor.ts'

interface Recorded {
  machine: AnyStateMachine
  config: number
  context: Context
  event: MachineEvent
}

interface StepCost {
  /** Microseconds a step. `engine.machineStep.compiled` in the bench. */
  readonly compiled: number
  /** `engine.machineStep.oracle` in the bench. */
  readonly oracle: number
}

/** `now` gives milliseconds (the engine has no clock of its own); `until` is in microseconds. */
export function machineStepCost(run: Run, until: number, now: () => number): StepCost {
  const steps = record(run, until)
  return { compiled: repeat(steps, 'compiled', 40, now), oracle: repeat(steps, 'oracle', 1, now) }
}

/** Microseconds a step over `rounds` repetitions, after one that warms up. */
function repeat(steps: readonly Recorded[], executor: Executor, rounds: number, now: () => number): number {
  const programs = steps.map(({ machine }) => programOf(machine, executor))
  let from = 0
  for (let round = 0; round <= rounds; round++) {
    if (round === 1 || rounds === 0) from = now()
    for (let i = 0; i < steps.length; i++) {
      const { config, context, event } = steps[i]!
      programs[i]!.step(config, context, event)
    }
  }
  return ((now() - from) * 1000) / (rounds * steps.length)
}

/** Runs once with every compiled program's step listened to, then takes the listeners away again. */
function record(run: Run, until: number): Recorded[] {
  const steps: Recorded[] = []
  const undo = [...kitOf(atHand).machines.values()].map((machine) => {
    const program = programOf(machine, 'compiled')
    const { step } = program
    program.step = (config, context, event) => {
      steps.push({ machine, config, context, event })
      return step.call(program, config, context, event)
    }
    return () => {
      program.step = step
    }
  })
  try {
    new Fold(run).runTo(until)
  } finally {
    for (const take of undo) take()
  }
  return steps
}
