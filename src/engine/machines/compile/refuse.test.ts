import { describe, expect, it } from 'vitest'
import {
  type AnyStateMachine,
  and,
  assign,
  emit,
  enqueueActions,
  log,
  not,
  or,
  raise,
  sendTo,
  setup,
  spawnChild,
  stateIn,
} from 'xstate'
import { compile } from './compile.ts'

type Config = Record<string, unknown>

const implementations = {
  guards: { yes: () => true, both: and(['yes' as never, 'yes' as never]), alias: 'yes' as never },
  actions: { act: () => {}, setTimer: () => {}, loud: emit({ type: 'x' }), note: log('x') as never },
  delays: { half: 0.5, bad: -1, late: () => 5 },
}

/** A machine `m` whose state `a.b` is what is given. */
function machine(b: Config): AnyStateMachine {
  const config = { id: 'm', initial: 'a', states: { a: { initial: 'b', states: { b, c: {} } } } }
  return setup(implementations as never).createMachine(config as never) as unknown as AnyStateMachine
}

const actions = (action: unknown): Config => ({ entry: [action] })
const guard = (ref: unknown): Config => ({ on: { X: { target: 'c', guard: ref } } })

const refused: readonly (readonly [what: string, state: Config, sentence: string])[] = [
  ['invoke', { invoke: { src: 'x' } }, 'invoke is not supported'],
  ['spawn', actions(spawnChild('x' as never)), 'the built-in action spawnChild is not supported'],
  ['history', { states: { h: { history: 'deep' }, x: {} }, initial: 'x' }, 'history states are not supported'],
  ['final', { states: { x: { type: 'final' } }, initial: 'x' }, 'final states are not supported'],
  ['onDone', { states: { x: {} }, initial: 'x', onDone: 'c' }, 'onDone is not supported'],
  ['output', { output: 1 }, 'output is not supported'],
  ['route', { id: 'r', route: {} }, 'route is not supported'],
  ['enqueueActions', actions(enqueueActions(() => {})), 'the built-in action enqueueActions is not supported'],
  ['emit', actions(emit({ type: 'x' })), 'the built-in action emit is not supported'],
  ['emit, named', actions('loud'), 'the built-in action emit is not supported'],
  ['log', actions(log('x')), 'the built-in action log is not supported'],
  ['log, named', actions('note'), 'the built-in action log is not supported'],
  ['sendTo', actions(sendTo('x', { type: 'y' })), 'the built-in action sendTo is not supported'],
  ['stateIn', guard(stateIn('a')), 'and, or, not and stateIn are not supported'],
  ['and', guard(and(['yes', 'yes'])), 'and, or, not and stateIn are not supported'],
  ['or', guard(or(['yes', 'yes'])), 'and, or, not and stateIn are not supported'],
  ['not', guard(not('yes')), 'and, or, not and stateIn are not supported'],
  ['and, named', guard('both'), 'the guard "both" combines others (and, or, not, stateIn), which is not supported'],
  ['a guard that names another', guard('alias'), 'the guard "alias" is another guard\'s name, which is not supported'],
  ['an unnamed guard', guard(() => true), 'unnamed guards are not supported'],
  ['an unknown guard', guard('nope'), 'the guard "nope" is unknown'],
  ['an unnamed action', actions(() => {}), 'unnamed actions are not supported'],
  ['an unnamed assign', actions(assign({})), 'unnamed actions are not supported'],
  ['an unknown action', actions('nope'), 'the action "nope" is unknown'],
  ['a reserved action name', actions('setTimer'), 'the action name "setTimer" is reserved'],
  ['an unknown delay', { after: { nope: 'c' } }, 'the delay "nope" is unknown'],
  ['a fraction of a microsecond', { after: { 1.5: 'c' } }, 'the delay "1.5" is not an integer of at least 0'],
  ['a named fraction', { after: { half: 'c' } }, 'the delay "half" is not an integer of at least 0'],
  ['a negative delay', { after: { bad: 'c' } }, 'the delay "bad" is not an integer of at least 0'],
  ['a delayed raise without id', actions(raise({ type: 'x' }, { delay: 5 })), 'a delayed raise needs an id'],
  ['a raise with an id and no delay', actions(raise({ type: 'x' }, { id: 'x' })), 'an immediate raise takes no id'],
  ['an unnamed delay', actions(raise({ type: 'x' }, { id: 'x', delay: () => 5 })), 'unnamed delays are not supported'],
  ['a partial wildcard', { on: { 'x.*': 'c' } }, 'the partial wildcard "x.*" is not supported'],
  ['a reserved event', { on: { 'xstate.init': 'c' } }, 'the event name "xstate.init" is reserved'],
  ['several targets', { on: { X: { target: ['#m.a.b', '#m.a.c'] } } }, 'several targets are not supported'],
]

describe('a definition that is refused says machine, state and thing in one sentence', () => {
  it.each(refused)('%s', (_, state, sentence) => {
    const path = JSON.stringify(state).includes('"history"') ? 'a.b.h' : sentence.startsWith('final') ? 'a.b.x' : 'a.b'
    expect(() => compile(machine(state))).toThrow(`machine "m", state "${path}": ${sentence}.`)
  })

  it('a state with a number for a name', () => {
    const states = { 7: {} }
    expect(() => compile(machine({ initial: '7', states }))).toThrow(
      'machine "m", state "a.b.7": a state may not have a number for a name.',
    )
  })

  it('more configurations than anyone can follow', () => {
    const region = { initial: 'p', states: { p: {}, q: {}, r: {}, s: {} } }
    const states = Object.fromEntries([...'abcdefg'].map((key) => [key, region]))
    expect(() => compile(machine({ type: 'parallel', states }))).toThrow(
      'machine "m", state "a.b": there are more than 4096 configurations.',
    )
  })

  it('and what is allowed passes', () => {
    expect(() => compile(machine({ ...actions('act'), ...guard('yes'), after: { late: 'c', 5: 'c' } }))).not.toThrow()
  })
})

describe('what only a step can show is an error in the step', () => {
  const running = setup({
    types: { context: {} as { n: number }, events: {} as { type: 'SPAWN' | 'SELF' | 'LATE' | 'ROUND' } },
    actions: {
      spawns: assign(({ spawn }) => ({ n: spawn.length })),
      looks: assign(({ self }) => ({ n: self.sessionId.length })),
    },
    delays: { fraction: ({ context }) => context.n + 0.5 },
  }).createMachine({
    id: 'm',
    context: { n: 1 },
    initial: 'idle',
    states: {
      idle: { on: { SPAWN: { actions: 'spawns' }, SELF: { actions: 'looks' }, LATE: 'late', ROUND: 'ping' } },
      late: { after: { fraction: 'idle' } },
      ping: { always: 'pong' },
      pong: { always: 'ping' },
    },
  })
  const program = compile(running)
  const step = (type: 'SPAWN' | 'SELF' | 'LATE' | 'ROUND') => {
    const { config, context } = program.start(undefined as never)
    return () => program.step(config, context, { type })
  }

  it('spawn and self', () => {
    expect(step('SPAWN')).toThrow('machine "m": spawn is not supported.')
    expect(step('SELF')).toThrow('machine "m": self is not supported.')
  })

  it('a delay that is not an integer', () => {
    expect(step('LATE')).toThrow('a delay must be an integer of at least 0, not 1.5.')
  })

  it('eventless transitions that go round', () => {
    expect(step('ROUND')).toThrow(/machine "m", state "p[io]ng": more than 1000 microsteps in one step\./)
  })
})
