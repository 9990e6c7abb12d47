// What a walk through a machine has shown of it. An agreement between two executors says nothing about a transition
// that never fired or a guard that was never false, so a test fails until everything has been seen.
import type { AnyStateMachine } from 'xstate'
import { type Definition, define } from './definition.ts'
import { TIMER } from './operation.ts'

type Test = (args: never, params: never) => unknown

export class Coverage {
  /** The machine with guards that report here; to be compiled in place of the original. */
  readonly machine: AnyStateMachine
  private readonly definition: Definition
  private readonly fired = new Set<number>()
  private readonly timers = new Set<string>()
  private readonly passed = new Set<string>()
  private readonly failed = new Set<string>()

  constructor(machine: AnyStateMachine) {
    this.definition = define(machine)
    const guards = Object.entries(machine.implementations.guards as Record<string, Test>).map(([name, test]) => {
      const reporting: Test = (args, params) => {
        const result = test(args, params)
        if (result) this.passed.add(name)
        else this.failed.add(name)
        return result
      }
      return [name, reporting] as const
    })
    this.machine = machine.provide({ guards: Object.fromEntries(guards) as never }) as AnyStateMachine
  }

  /** Transitions that a step took. */
  took(transitions: readonly number[]): void {
    for (const number of transitions) this.fired.add(number)
  }

  /** A timer ran out and its event was stepped. */
  ranOut(timer: string): void {
    this.timers.add(timer)
  }

  /** What was never seen, one phrase each; empty = everything was. Timers cover `after` and delayed raises. */
  missing(): string[] {
    const { transitions } = this.definition
    const used = new Set(transitions.flatMap(({ guard }) => guard?.name ?? []))
    return [
      ...transitions.filter(({ number }) => !this.fired.has(number)).map(({ id }) => `transition ${id} never fired`),
      ...timersOf(this.definition).flatMap((id) => (this.timers.has(id) ? [] : [`timer ${id} never ran out`])),
      ...[...used].filter((name) => !this.passed.has(name)).map((name) => `guard ${name} was never true`),
      ...[...used].filter((name) => !this.failed.has(name)).map((name) => `guard ${name} was never false`),
    ]
  }
}

/** Ids of all timers that a definition can set. */
function timersOf({ states, transitions }: Definition): string[] {
  const operations = [
    ...states.flatMap(({ entry, exit, initialActions }) => [...entry, ...exit, ...initialActions]),
    ...transitions.flatMap(({ actions }) => actions),
  ]
  const timers = operations.filter(({ kind, intent }) => kind === TIMER || intent?.type === 'setTimer')
  return [...new Set(timers.map(({ name }) => name))]
}
