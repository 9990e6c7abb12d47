// Machines nobody would write: random trees of states with random transitions, timers, raises and eventless steps.
// Where regions fight over a state or a transition re-enters its own ancestor, the compiled tables must still do
// what XState does, order included. No coverage is asked for: most of these machines have unreachable corners.
import { describe, expect, it } from 'vitest'
import { type AnyStateMachine, assign, cancel, raise, setup } from 'xstate'
import { type Choose, chooser, walkTogether } from './agree.ts'
import { define } from './definition.ts'
import * as without from './withoutXState.ts'

const EVENTS = ['A', 'B', 'C', 'D']

interface Context {
  n: number
  log: string
}

type Look = { context: Context; event: { type: string; k?: number } }

/** Everything that a random machine may name. */
const base = setup({
  types: { context: {} as Context, events: {} as { type: string; k?: number } },
  guards: {
    even: ({ context }) => context.n % 2 === 0,
    remainder: ({ context }, { of, is }: { of: number; is: number }) => context.n % of === is,
    large: ({ event }) => (event.k ?? 0) > 2,
  },
  actions: {
    note: () => {},
    tell: (_, _params: { n: number; type: string }) => {},
    count: assign({ n: ({ context }) => (context.n + 1) % 60, log: ({ event }) => event.type }),
    add: assign(({ context, event }, { by }: { by: number }) => ({ n: (context.n + by + (event.k ?? 0)) % 60 })),
    reset: assign({ n: 0 }),
    kick: raise({ type: 'B', k: 1 } as never),
  },
  delays: { short: 500, computed: ({ context }) => context.n * 10 },
})

type Config = Record<string, unknown>

function randomMachine(seed: number): AnyStateMachine {
  const choose = chooser(seed)
  const paths: string[] = []
  const tree = shape(choose, 'r', 0, paths)
  decorate(choose, tree, paths)
  const config = { ...tree, context: { n: choose.int(0, 5), log: '' } }
  return base.createMachine(config as never) as unknown as AnyStateMachine
}

function shape(choose: Choose, path: string, depth: number, paths: string[]): Config {
  paths.push(path)
  const count = depth === 0 ? choose.int(1, 3) : depth < 3 ? choose.of([0, 0, 0, 1, 2, 3]) : 0
  if (count === 0) return { id: path }
  const keys = ['a', 'b', 'c'].slice(0, count)
  const states = Object.fromEntries(keys.map((key) => [key, shape(choose, `${path}-${key}`, depth + 1, paths)]))
  if (choose.int(0, 2) === 0) return { id: path, type: 'parallel', states }
  const target = choose.of(keys)
  return { id: path, initial: choose.int(0, 3) === 0 ? { target, actions: actions(choose, 1) } : target, states }
}

function decorate(choose: Choose, config: Config, paths: readonly string[]): void {
  const maybe = (key: string, chance: number, make: () => unknown) => {
    if (choose.int(0, 99) < chance) config[key] = make()
  }
  maybe('entry', 40, () => actions(choose, 2))
  maybe('exit', 40, () => actions(choose, 2))
  maybe('always', 15, () => list(choose, () => ({ ...transition(choose, paths), guard: guard(choose) })))
  maybe('after', 25, () => ({
    [choose.of(['short', 'computed', '70'])]: list(choose, () => transition(choose, paths)),
  }))
  maybe('on', 75, () => {
    const types = [...EVENTS, '*'].filter(() => choose.int(0, 2) === 0)
    return Object.fromEntries(types.map((type) => [type, list(choose, () => transition(choose, paths))]))
  })
  const { states = {} } = config as { states?: Record<string, Config> }
  for (const child of Object.values(states)) decorate(choose, child, paths)
}

const list = <T>(choose: Choose, make: () => T): T[] => Array.from({ length: choose.of([1, 1, 2]) }, make)

function transition(choose: Choose, paths: readonly string[]): Config {
  return {
    ...(choose.int(0, 4) > 0 && { target: `#${choose.of(paths)}` }),
    ...(choose.int(0, 3) === 0 && { reenter: true }),
    ...(choose.int(0, 2) === 0 && { guard: guard(choose) }),
    ...(choose.int(0, 1) === 0 && { actions: actions(choose, 2) }),
  }
}

function guard(choose: Choose): unknown {
  const of = choose.int(2, 4)
  return choose.of<unknown>(['even', 'large', { type: 'remainder', params: { of, is: choose.int(0, of - 1) } }])
}

function actions(choose: Choose, most: number): unknown[] {
  return Array.from({ length: choose.int(1, most) }, () =>
    choose.of<() => unknown>([
      () => 'note',
      () => 'note',
      () => ({ type: 'note', params: undefined }),
      () => 'count',
      () => ({ type: 'note', params: { at: choose.int(0, 9) } }),
      () => ({ type: 'tell', params: ({ context, event }: Look) => ({ n: context.n, type: event.type }) }),
      () => 'count',
      () => 'reset',
      () => ({ type: 'add', params: { by: choose.int(1, 5) } }),
      () => ({ type: 'add', params: ({ context }: Look) => ({ by: context.n + 1 }) }),
      // Seldom: raised events like to go round in circles.
      () => (choose.int(0, 3) > 0 ? 'note' : raise({ type: choose.of(EVENTS) } as never)),
      () => (choose.int(0, 3) > 0 ? 'count' : raise(raised as never)),
      () => raise({ type: 'C' } as never, { id: 'later', delay: 'computed' } as never),
      () => raise({ type: 'D', k: 4 } as never, { id: 'fixed', delay: 90 }),
      () => cancel('later'),
      () => (choose.int(0, 3) > 0 ? 'reset' : 'kick'),
    ])(),
  )
}

const raised = ({ context }: Look) => ({ type: EVENTS[context.n % 4]!, k: context.n })

const events = (choose: Choose) => ({ type: choose.of(EVENTS), k: choose.int(0, 4) })

describe('random machines', () => {
  it('step as XState steps them, in state, context, intents and order', () => {
    let steady = 0
    for (let seed = 1; seed <= 300; seed++) {
      try {
        walkTogether(randomMachine(seed), { events: events as never, seed, walks: 3, steps: 30 })
        steady++
      } catch (error) {
        // Both went in circles: `walkTogether` saw to it that they did so together.
        if (!/microsteps in one step/.test(String(error))) throw new Error(`seed ${seed}: ${error}`)
      }
    }
    expect(steady).toBeGreaterThan(200)
  })

  it('are read without XState as with it', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const machine = randomMachine(seed)
      const again = without.setup(machine.implementations).createMachine(machine.config as never)
      const [mine, theirs] = [again as unknown as AnyStateMachine, machine].map((each) => {
        const { machine: _, ...reading } = define(each)
        return reading
      })
      expect(mine, `seed ${seed}`).toEqual(theirs)
    }
  })
})
