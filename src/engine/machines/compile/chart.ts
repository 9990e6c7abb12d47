// A machine's definition as data, for the inspector to draw. It is read off what runs, so the picture cannot differ
// from the behaviour; the ids of its transitions are those that a step reports as fired.
import type { AnyStateMachine } from 'xstate'
import type { MachineChart } from '../../engine.ts'
import { type Definition, define, type Guard, NONE, type Transition, waysOf } from './definition.ts'
import type { Operation } from './operation.ts'

/** Throws as `compile` does. The root is not among the states; its path is ''. */
export function chart(machine: AnyStateMachine): MachineChart {
  const definition = define(machine)
  const { states, transitions } = definition
  const internal = labels(definition)
  const ways = waysOf(definition)
  const path = (index: number): string => (index === NONE ? '' : states[index]!.path)
  return {
    id: definition.id,
    initial: path(states[0]!.initial),
    states: states.slice(1).map(({ path: own, parent, kind }) => ({
      path: own,
      parent: parent === 0 ? null : path(parent),
      kind,
    })),
    transitions: transitions.map((t, number) => ({
      id: t.id,
      ...ways[number]!,
      event: label(t, internal),
      guard: t.guard ? guardLabel(t.guard) : '',
    })),
  }
}

function label(t: Transition, internal: ReadonlyMap<string, string>): string {
  if (t.after !== '') return `after ${t.after}`
  return internal.get(t.event) ?? t.event
}

/** Events that a machine raises to itself do not come from outside: '' at once, 'after ...' with a delay. */
function labels({ states, transitions }: Definition): Map<string, string> {
  const operations: Operation[] = [
    ...states.flatMap(({ entry, exit, initialActions }) => [...entry, ...exit, ...initialActions]),
    ...transitions.flatMap(({ actions }) => actions),
  ]
  const found = new Map<string, string>()
  for (const { event, delay } of operations) {
    if (event === null) continue
    if (delay === null) found.set(event.type, '')
    else if (!found.has(event.type)) found.set(event.type, `after ${delay.label}`)
  }
  return found
}

function guardLabel({ name, params }: Guard): string {
  if (typeof params !== 'object' || params === null) return name
  return `${name}(${Object.entries(params)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')})`
}
