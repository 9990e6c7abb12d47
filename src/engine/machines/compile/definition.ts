// A machine's definition with names turned into numbers: states in document order (0 is the root), transitions in
// the order in which XState would try them, actions and guards looked up and checked. Both executors and the chart
// start from here, so that they cannot disagree about what a number means.
import type { AnyStateMachine, AnyStateNode } from 'xstate'
import type { Look } from './args.ts'
import { type Operation, type Place, readAction } from './operation.ts'
import { refuse, refuseDescriptor, refuseState } from './refuse.ts'

/** No state: the parent of the root, the initial state of an atomic one. */
export const NONE = -1

export interface Guard {
  readonly name: string
  readonly test: Look
  readonly params: unknown
  readonly paramsOf: Look | null
}

export interface Transition {
  readonly number: number
  /** `source path/event/nth`, with the nth only where several share source and event. */
  readonly id: string
  readonly source: number
  /** NONE = targetless. */
  readonly target: number
  readonly reenter: boolean
  /** The type that triggers it, '*' for any, '' for always. */
  readonly event: string
  /** Name or number of the delay where it belongs to `after`; otherwise ''. */
  readonly after: string
  readonly guard: Guard | null
  readonly actions: readonly Operation[]
}

interface State {
  readonly index: number
  readonly parent: number
  /** Dotted path from the root; the root's is ''. */
  readonly path: string
  readonly key: string
  readonly kind: 'atomic' | 'compound' | 'parallel'
  readonly children: readonly number[]
  readonly initial: number
  readonly initialActions: readonly Operation[]
  readonly entry: readonly Operation[]
  readonly exit: readonly Operation[]
  /** Event descriptor -> candidates, the first whose guard passes wins. */
  readonly on: ReadonlyMap<string, readonly Transition[]>
  readonly always: readonly Transition[]
}

export interface Definition {
  readonly id: string
  readonly machine: AnyStateMachine
  readonly states: readonly State[]
  readonly transitions: readonly Transition[]
}

/** Where each transition leads from and to, by its number; one without a target stays. */
export function waysOf({ states, transitions }: Definition): { from: string; to: string }[] {
  return transitions.map(({ source, target }) => {
    const from = states[source]!.path
    return { from, to: target === NONE ? from : states[target]!.path }
  })
}

/** XState's state nodes in document order. */
export function nodesOf(machine: AnyStateMachine): AnyStateNode[] {
  const nodes: AnyStateNode[] = []
  const visit = (node: AnyStateNode): void => {
    nodes.push(node)
    for (const child of Object.values(node.states)) visit(child)
  }
  visit(machine.root)
  return nodes
}

/** The transitions that start at a state, in the order in which they are numbered. */
export function transitionsOf(node: AnyStateNode) {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])]
}

/** Reads and checks a definition. Throws one sentence for the first thing that is not supported. */
export function define(machine: AnyStateMachine): Definition {
  const nodes = nodesOf(machine)
  const indexOf = new Map(nodes.map((node, index) => [node, index]))
  const transitions: Transition[] = []
  for (const { path, key, parent, config } of nodes) {
    refuseState(machine.id, path.join('.'), parent ? key : '', config as Record<string, unknown>)
  }
  const states = nodes.map((node, index): State => {
    const path = node.path.join('.')
    const { actions, delays } = machine.implementations
    const place: Place = { machine: machine.id, path, actions, delays }
    const read = (refs: readonly unknown[]) => refs.map((ref) => readAction(place, ref))
    const own = readTransitions(machine, node, index, place, indexOf, transitions.length)
    transitions.push(...own)
    const on = new Map<string, Transition[]>()
    for (const t of own) if (t.event !== '') on.set(t.event, [...(on.get(t.event) ?? []), t])
    return {
      index,
      parent: node.parent ? indexOf.get(node.parent)! : NONE,
      path,
      key: node.key,
      kind: node.type as State['kind'],
      children: Object.values(node.states).map((child) => indexOf.get(child as AnyStateNode)!),
      initial: node.initial.target[0] ? indexOf.get(node.initial.target[0])! : NONE,
      initialActions: read(node.initial.actions),
      entry: read(node.entry),
      exit: read(node.exit),
      on,
      always: own.filter((t) => t.event === ''),
    }
  })
  return { id: machine.id, machine, states, transitions }
}

function readTransitions(
  machine: AnyStateMachine,
  node: AnyStateNode,
  source: number,
  place: Place,
  indexOf: ReadonlyMap<AnyStateNode, number>,
  first: number,
): Transition[] {
  const labels = transitionsOf(node).map((t) => (isAfter(t) ? `after ${t.delay}` : t.eventType || 'always'))
  return transitionsOf(node).map((t, nth): Transition => {
    if (!isAfter(t) && t.eventType !== '') refuseDescriptor(place.machine, place.path, t.eventType)
    if (t.target && t.target.length > 1) refuse(place.machine, place.path, 'several targets are not supported')
    const label = labels[nth]!
    const before = labels.slice(0, nth).filter((other) => other === label).length
    const several = labels.filter((other) => other === label).length > 1
    return {
      number: first + nth,
      id: `${place.path}/${label}${several ? `/${before + 1}` : ''}`,
      source,
      target: t.target?.[0] ? indexOf.get(t.target[0] as AnyStateNode)! : NONE,
      reenter: t.reenter,
      event: t.eventType,
      after: isAfter(t) ? String(t.delay) : '',
      guard: t.guard === undefined ? null : readGuard(machine, place, t.guard),
      actions: t.actions.map((ref) => readAction(place, ref)),
    }
  })
}

/** XState adds `delay` to the transitions that come from `after`. */
function isAfter(transition: object): transition is { delay: string | number } {
  return 'delay' in transition && transition.delay !== undefined
}

function readGuard(machine: AnyStateMachine, place: Place, ref: unknown): Guard {
  const say = (what: string): never => refuse(place.machine, place.path, what)
  if (typeof ref === 'function') {
    const builtIn = 'check' in ref
    return say(builtIn ? 'and, or, not and stateIn are not supported' : 'unnamed guards are not supported')
  }
  const { type, params } =
    typeof ref === 'string' ? { type: ref, params: undefined } : (ref as { type: string; params?: unknown })
  const test = (machine.implementations.guards as Record<string, unknown>)[type]
  if (test === undefined) return say(`the guard "${type}" is unknown`)
  if (typeof test !== 'function') return say(`the guard "${type}" is another guard's name, which is not supported`)
  if ('check' in test) return say(`the guard "${type}" combines others (and, or, not, stateIn), which is not supported`)
  const paramsOf = typeof params === 'function' ? (params as Look) : null
  return { name: type, test: test as Look, params: paramsOf ? undefined : params, paramsOf }
}
