// What one machine step costs, compiled and with XState's own transition(), side by side in one run: absolute
// times differ between machines by more than a change of ours would, the ratio does not.
import type { AnyStateMachine, EventFrom, InputFrom } from 'xstate'
import { compile } from './compile.ts'
import { oracle } from './oracle.ts'
import type { Program } from './program.ts'

export interface StepCost {
  /** Microseconds a step, median of the rounds. `engine.machineStep.compiled` in the bench. */
  readonly compiled: number
  /** `engine.machineStep.oracle` in the bench. */
  readonly oracle: number
}

const ROUNDS = 9
const COMPILED_STEPS = 200_000
const ORACLE_STEPS = 2_000

/**
 * Steps a machine through `events` over and over, from its start. `now` gives milliseconds (the engine has no clock
 * of its own). `events` should keep the machine moving: an event that is ignored is cheap and says little.
 */
export function measureMachineStep<M extends AnyStateMachine>(
  machine: M,
  events: readonly EventFrom<M>[],
  now: () => number,
  input?: InputFrom<M>,
): StepCost {
  const measured = (program: unknown, steps: number) =>
    median(rounds(program as Program<object>, events, steps, now, input))
  return { compiled: measured(compile(machine), COMPILED_STEPS), oracle: measured(oracle(machine), ORACLE_STEPS) }
}

function rounds(
  program: Program<object>,
  events: readonly EventFrom<AnyStateMachine>[],
  steps: number,
  now: () => number,
  input: unknown,
): number[] {
  const costs: number[] = []
  // The first round warms up and does not count.
  for (let round = 0; round <= ROUNDS; round++) {
    let at = program.start(input)
    const from = now()
    for (let i = 0; i < steps; i++) at = program.step(at.config, at.context, events[i % events.length]!)
    if (round > 0) costs.push(((now() - from) * 1_000) / steps)
  }
  return costs
}

function median(costs: readonly number[]): number {
  return [...costs].sort((a, b) => a - b)[costs.length >> 1]!
}
