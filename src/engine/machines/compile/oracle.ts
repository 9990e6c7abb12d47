// The executor to trust: XState's own transition(), behind the interface of the compiled one. Two things are ours.
// Every transition of a private copy of the machine carries one more action that reports its number, because XState
// does not say which transitions it took; and each step starts from active states in document order, because XState
// otherwise remembers the order of entry, which is not part of a configuration.
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type ContextFrom,
  createMachine,
  type EventFrom,
  type ExecutableActionObject,
  type InputFrom,
  initialTransition,
  type StateValue,
  transition,
} from 'xstate'
import { configurations } from './configurations.ts'
import { type Definition, define, nodesOf, transitionsOf, waysOf } from './definition.ts'
import { checkedDelay } from './delay.ts'
import { type Intent, type MachineEvent, MICROSTEP_LIMIT, type Program, type Step } from './program.ts'

const FIRED = 'lab.fired'

/** Steps a machine with XState's transition(): hundreds of times slower than `compile`, and right by definition. */
export function oracle<M extends AnyStateMachine>(machine: M): Program<ContextFrom<M>, EventFrom<M>, InputFrom<M>> {
  const definition = define(machine)
  return stepped(definition, marked(machine), marked(startable(machine))) as unknown as Program<
    ContextFrom<M>,
    EventFrom<M>,
    InputFrom<M>
  >
}

/**
 * The same machine, which also starts without input, in nothing: XState does that before each step, for an actor that is
 * thrown away. Nearly all machines would throw, and to make and catch that is most of the work of a step.
 */
function startable(machine: AnyStateMachine): AnyStateMachine {
  const { context } = machine.config as { context?: unknown }
  if (typeof context !== 'function') return machine
  const started = (args: { input: unknown }) => (args.input === undefined ? {} : context(args))
  const config = { ...machine.config, context: started }
  return createMachine(config as never, machine.implementations as never) as unknown as AnyStateMachine
}

/** A copy whose transitions report themselves, and which stops going in circles when the compiled one does. */
function marked(machine: AnyStateMachine): AnyStateMachine {
  const copy = machine.provide({}) as AnyStateMachine
  copy.options = { ...copy.options, maxIterations: MICROSTEP_LIMIT }
  nodesOf(copy)
    .flatMap(transitionsOf)
    .forEach((each, number) => {
      const own = each as { actions: readonly unknown[] }
      own.actions = [{ type: FIRED, params: number }, ...own.actions]
    })
  return copy
}

/** `first` is asked how it starts, `machine` for every step after that. */
function stepped(definition: Definition, first: AnyStateMachine, machine: AnyStateMachine): Program {
  const all = configurations(definition)
  const numbers = new Map(all.states.map((_, config) => [sortedLeaves(all.name(config).split(' ')), config]))
  const rest = all.states.map((_, config): AnyMachineSnapshot => {
    const snapshot: AnyMachineSnapshot = machine.resolveState({
      value: stateValue(definition, all.states[config]!),
      context: {},
    })
    snapshot._nodes.sort((a, b) => a.order - b.order)
    return snapshot
  })

  const read = (
    snapshot: AnyMachineSnapshot,
    actions: readonly ExecutableActionObject[],
  ): Step<Record<string, unknown>> => {
    if (snapshot.status !== 'active') throw snapshot.error
    const config = numbers.get(sortedLeaves(leaves(snapshot.value, '')))
    if (config === undefined) throw new Error(`machine "${definition.id}": unknown configuration.`)
    const fired = actions.filter(({ type }) => type === FIRED).map(({ params }) => params as unknown as number)
    return { config, context: snapshot.context, intents: actions.flatMap((a) => intent(definition.id, a)), fired }
  }

  return {
    id: definition.id,
    configCount: all.count,
    transitionIds: definition.transitions.map(({ id }) => id),
    ways: waysOf(definition),
    configName: all.name,
    active: all.active,
    matches: all.matches,
    start: (input) => read(...(initialTransition(first, input as never) as Result)),
    step(config, context, event: MachineEvent) {
      const from = rest[config]
      if (from === undefined) throw new Error(`machine "${definition.id}" has no configuration ${config}.`)
      return read(...(transition(machine, { ...from, context }, event) as Result))
    },
  }
}

type Result = [AnyMachineSnapshot, ExecutableActionObject[]]

/** XState's state value for a set of active states. */
function stateValue({ states }: Definition, active: readonly number[], state = 0): StateValue {
  const inside = states[state]!.children.filter((child) => active.includes(child))
  const [only] = inside
  if (only !== undefined && states[state]!.kind === 'compound' && states[only]!.kind === 'atomic')
    return states[only]!.key
  return Object.fromEntries(
    inside.map((child) => [states[child]!.key, stateValue({ states } as Definition, active, child)]),
  )
}

function leaves(value: StateValue, path: string): string[] {
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  if (typeof value === 'string') return [below(value)]
  const keys = Object.keys(value)
  return keys.length === 0 ? [path] : keys.flatMap((key) => leaves(value[key]!, below(key)))
}

const sortedLeaves = (paths: readonly string[]): string => [...paths].sort().join(' ')

/** XState's actions as our intents: an immediate raise is already carried out, a delayed one is a timer. */
function intent(machine: string, { type, params }: ExecutableActionObject): Intent[] {
  const { id, delay, event, sendId } = (params ?? {}) as unknown as Record<string, unknown>
  if (type === FIRED) return []
  if (type === 'xstate.cancel') return [{ type: 'cancelTimer', id: String(sendId) }]
  if (type !== 'xstate.raise') return [{ type, params }]
  if (id === undefined) return []
  const name = String(id)
  return [{ type: 'setTimer', id: name, delay: checkedDelay(machine, name, delay), event: event as MachineEvent }]
}
