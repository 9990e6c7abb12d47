/**
 * A machine made ready to run: compiled to tables, or stepped by XState's own transition(). Both are made once and shared
 * by all engines, for a program keeps no state.
 */
import type { AnyStateMachine } from 'xstate'
import type { Context } from '../world/index.ts'
import { compile, oracle, type Program } from './compile/index.ts'

export type Executor = 'compiled' | 'oracle'

const made = {
  compiled: new Map<AnyStateMachine, Program<Context>>(),
  oracle: new Map<AnyStateMachine, Program<Context>>(),
}

export function programOf(definition: AnyStateMachine, executor: Executor): Program<Context> {
  const known = made[executor].get(definition)
  if (known) return known
  const program = (executor === 'oracle' ? oracle(definition) : compile(definition)) as unknown as Program<Context>
  made[executor].set(definition, program)
  return program
}
