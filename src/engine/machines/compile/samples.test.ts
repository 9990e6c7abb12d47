// Machines as people write them, one for each thing a definition may use, walked together with XState until every
// transition, timer and guard has been seen.
import { describe, expect, it } from 'vitest'
import { assign, cancel, type EventFrom, raise, setup } from 'xstate'
import { agree, walkTogether } from './agree.ts'
import { chart } from './chart.ts'
import { compile } from './compile.ts'
import { oracle } from './oracle.ts'
import { isSetTimer } from './program.ts'

/** A retrying connection: nested states, named, computed and numeric delays, guard arrays, params, input. */
const connection = setup({
  types: {
    context: {} as { tries: number; limit: number; peer: string },
    input: {} as { limit: number },
    events: {} as { type: 'OPEN'; peer: string } | { type: 'ACCEPTED' | 'REFUSED' | 'CLOSE' },
  },
  guards: {
    atLeast: ({ context }, { tries }: { tries: number }) => context.tries >= tries,
    spent: ({ context }) => context.tries >= context.limit,
  },
  actions: {
    remember: assign(({ event }) => (event.type === 'OPEN' ? { peer: event.peer } : {})),
    count: assign({ tries: ({ context }) => context.tries + 1 }),
    forget: assign({ tries: 0 }),
    send: (_, _params: { to: string; what: string }) => {},
    note: (_, _params: { what: string }) => {},
  },
  delays: { patience: 5_000, backoff: ({ context }) => 100 * (context.tries + 1) },
}).createMachine({
  id: 'connection',
  context: ({ input }) => ({ tries: 0, limit: input.limit, peer: '' }),
  initial: 'closed',
  states: {
    closed: { entry: 'forget', on: { OPEN: { target: 'opening', actions: 'remember' } } },
    opening: {
      initial: 'asking',
      on: { CLOSE: 'closed', '*': { actions: { type: 'note', params: { what: 'unexpected' } } } },
      states: {
        asking: {
          entry: { type: 'send', params: ({ context }) => ({ to: context.peer, what: 'hello' }) },
          on: {
            ACCEPTED: '#connection.open',
            REFUSED: [
              { guard: 'spent', target: '#connection.closed' },
              { guard: { type: 'atLeast', params: { tries: 2 } }, target: 'waiting', actions: ['count', 'count'] },
              { target: 'waiting', actions: 'count' },
            ],
          },
          after: { patience: { target: 'waiting', actions: 'count' } },
        },
        waiting: { after: { backoff: 'asking', 60000: '#connection.closed' } },
      },
    },
    open: {
      on: { CLOSE: 'closed', OPEN: { target: 'open', reenter: true, actions: 'remember' } },
      after: { 900: 'closed' },
    },
  },
})

/** A node: parallel regions that raise to each other, eventless steps, a delayed raise that can be called off. */
const node = setup({
  types: {
    context: {} as { queue: number; fenced: boolean },
    events: {} as
      | { type: 'PUSH'; count: number }
      | { type: 'TICK' | 'STOP' | 'GO' | 'FENCE' | 'RESET' | 'DRAINED' | 'CHECK' },
  },
  guards: {
    empty: ({ context }) => context.queue === 0,
    fenced: ({ context }) => context.fenced,
    big: ({ event }) => event.type === 'PUSH' && event.count > 2,
  },
  actions: {
    push: assign({ queue: ({ context, event }) => context.queue + (event.type === 'PUSH' ? event.count : 0) }),
    pop: assign({ queue: ({ context }) => context.queue - 1 }),
    fence: assign({ fenced: true }),
    unfence: assign({ fenced: false }),
    enter: (_, _params: { state: string }) => {},
    leave: (_, _params: { state: string }) => {},
    checkLater: raise({ type: 'CHECK' }, { id: 'check', delay: 'interval' }),
  },
  delays: { interval: 250 },
}).createMachine({
  id: 'node',
  context: { queue: 0, fenced: false },
  type: 'parallel',
  on: { FENCE: { actions: 'fence' } },
  states: {
    role: {
      initial: 'master',
      entry: { type: 'enter', params: { state: 'role' } },
      exit: { type: 'leave', params: { state: 'role' } },
      on: { RESET: { target: 'role', reenter: true, actions: 'unfence' } },
      states: {
        master: { always: { guard: 'fenced', target: 'draining' } },
        draining: {
          entry: { type: 'enter', params: { state: 'draining' } },
          exit: { type: 'leave', params: { state: 'draining' } },
          on: { DRAINED: { target: 'slave', actions: 'checkLater' }, FENCE: {} },
        },
        slave: {
          on: {
            CHECK: { actions: { type: 'enter', params: { state: 'checked' } } },
            STOP: { actions: cancel('check') },
          },
        },
      },
    },
    applier: {
      initial: { target: 'idle', actions: { type: 'enter', params: { state: 'applier' } } },
      states: {
        idle: {
          on: {
            PUSH: [
              { guard: 'big', target: 'applying.fast', actions: 'push' },
              { target: 'applying', actions: 'push' },
            ],
          },
        },
        applying: {
          initial: 'slow',
          on: { PUSH: { actions: 'push' }, STOP: 'stopped' },
          always: { guard: 'empty', target: 'idle', actions: raise({ type: 'DRAINED' }) },
          states: {
            slow: { on: { TICK: { actions: 'pop' } } },
            fast: { on: { TICK: { actions: 'pop', target: '#node.applier.applying', reenter: true } } },
          },
        },
        stopped: { on: { GO: 'applying' } },
      },
    },
  },
})

const nodeEvents = [
  { type: 'PUSH' as const, count: 1 },
  { type: 'PUSH' as const, count: 3 },
  ...(['TICK', 'TICK', 'STOP', 'GO', 'FENCE', 'RESET'] as const).map((type) => ({ type })),
]

describe('sample machines', () => {
  it('a connection agrees with XState, everything covered', () => {
    agree(connection, {
      inputs: [{ limit: 1 }, { limit: 4 }],
      events: (choose, { matches }): EventFrom<typeof connection> => {
        if (matches('closed') || choose.int(0, 9) === 0) return { type: 'OPEN', peer: choose.of(['db1', 'db2']) }
        return { type: choose.of(['ACCEPTED', 'REFUSED', 'REFUSED', 'REFUSED', 'CLOSE']) }
      },
      seed: 1,
    })
  })

  it('a node with parallel regions agrees with XState, everything covered', () => {
    agree(node, { events: nodeEvents, seed: 2 })
  })

  it('what was not seen is named, one by one', () => {
    expect(walkTogether(node, { events: [{ type: 'PUSH', count: 1 }, { type: 'FENCE' }], seed: 3 })).toEqual([
      'transition role/RESET never fired',
      'transition role.draining/DRAINED never fired',
      'transition role.slave/CHECK never fired',
      'transition role.slave/STOP never fired',
      'transition applier.idle/PUSH/1 never fired',
      'transition applier.applying/STOP never fired',
      'transition applier.applying/always never fired',
      'transition applier.applying.slow/TICK never fired',
      'transition applier.applying.fast/TICK never fired',
      'transition applier.stopped/GO never fired',
      'timer check never ran out',
      'guard big was never true',
      'guard empty was never true',
    ])
  })

  it('a difference is reported with the events that led there', () => {
    const broken = setup({
      types: { context: {} as { n: number } },
      actions: { bump: assign({ n: () => ++count }) },
    }).createMachine({
      id: 'broken',
      context: { n: 0 },
      on: { X: { actions: 'bump' } },
    })
    let count = 0
    expect(() => agree(broken, { events: [{ type: 'X' }], seed: 1 })).toThrow(
      /machine "broken" disagrees with XState after \d+ events/,
    )
  })
})

describe('a walk', () => {
  it('stops at what is neither integer nor string', () => {
    const half = setup({
      types: { context: {} as { n: number } },
      actions: { halve: assign({ n: 0.5 }) },
    }).createMachine({
      id: 'half',
      context: { n: 0 },
      on: { X: { actions: 'halve' } },
    })
    expect(() => agree(half, { events: [{ type: 'X' }], seed: 1 })).toThrow('context.n is 0.5')
  })

  it('stops at a machine that writes to its context', () => {
    const vandal = setup({
      types: { context: {} as { list: { n: number } } },
      actions: {
        scribble: assign({
          list: ({ context }) => {
            context.list.n++
            return context.list
          },
        }),
      },
    }).createMachine({ id: 'vandal', context: { list: { n: 0 } }, on: { X: { actions: 'scribble' } } })
    expect(() => agree(vandal, { events: [{ type: 'X' }], seed: 1 })).toThrow(/read only property 'n'/)
  })
})

describe('a program', () => {
  const program = compile(connection)
  const started = program.start({ limit: 2 })

  it('numbers configurations by the definition alone', () => {
    const names = Array.from({ length: program.configCount }, (_, config) => program.configName(config))
    expect(names).toEqual(['closed', 'opening.asking', 'opening.waiting', 'open'])
    expect(oracle(connection).configName(2)).toBe('opening.waiting')
    expect(compile(node).configName(0)).toBe('role.master applier.idle')
  })

  it('tells which states are active', () => {
    const { config } = program.step(started.config, started.context, { type: 'OPEN', peer: 'db2' })
    expect(program.active(config)).toEqual(['opening', 'opening.asking'])
    expect(program.matches(config, 'opening')).toBe(true)
    expect(program.matches(config, 'open')).toBe(false)
    expect(() => program.matches(config, 'ajar')).toThrow('machine "connection" has no state "ajar".')
  })

  it('sets a timer on entry and cancels it on exit, and takes the timer back as an event', () => {
    const opening = program.step(started.config, started.context, { type: 'OPEN', peer: 'db2' })
    const event = { type: 'xstate.after.patience.connection.opening.asking' }
    expect(opening.intents).toEqual([
      { type: 'send', params: { to: 'db2', what: 'hello' } },
      { type: 'setTimer', id: event.type, delay: 5_000, event },
    ])
    const waiting = program.step(opening.config, opening.context, opening.intents.find(isSetTimer)!.event)
    expect(waiting.fired.map((number) => program.transitionIds[number])).toEqual(['opening.asking/after patience'])
    expect(waiting.context).toEqual({ tries: 1, limit: 2, peer: 'db2' })
    expect(waiting.intents.map(({ type }) => type)).toEqual(['cancelTimer', 'setTimer', 'setTimer'])
  })

  it('hands back the very context when nothing was assigned', () => {
    const ignored = program.step(started.config, started.context, { type: 'CLOSE' })
    expect(ignored.context).toBe(started.context)
    expect(ignored).toEqual({ ...started, fired: [], intents: [] })
  })
})

describe('a chart', () => {
  const drawn = chart(node)

  it('lists states with their parents and kinds', () => {
    expect(drawn.initial).toBe('')
    expect(chart(connection).initial).toBe('closed')
    expect(drawn.states.slice(0, 2)).toEqual([
      { path: 'role', parent: null, kind: 'compound' },
      { path: 'role.master', parent: 'role', kind: 'atomic' },
    ])
  })

  it('names transitions as steps report them, delays by their names, and nothing for what comes from inside', () => {
    expect(drawn.transitions.map(({ id }) => id)).toEqual(compile(node).transitionIds)
    const find = (id: string) => [...drawn.transitions, ...chart(connection).transitions].find((t) => t.id === id)
    expect(find('applier.applying/always')).toMatchObject({ to: 'applier.idle', event: '', guard: 'empty' })
    expect(find('role.draining/DRAINED')).toMatchObject({ event: '' })
    expect(find('role.slave/CHECK')).toMatchObject({ from: 'role.slave', to: 'role.slave', event: 'after interval' })
    expect(find('opening.waiting/after backoff')).toMatchObject({ event: 'after backoff', to: 'opening.asking' })
    expect(find('opening.asking/REFUSED/2')).toMatchObject({ guard: 'atLeast(tries 2)' })
  })
})
