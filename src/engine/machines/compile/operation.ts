// One action of a definition, made ready to run: looked up by name once, checked once. Whatever is fixed (an action
// without computed params, a timer with a fixed delay) becomes its intent here, shared by every step that emits it.
import type { Look } from './args.ts'
import { type Delay, readDelay } from './delay.ts'
import type { Intent, MachineEvent } from './program.ts'
import { refuse, refuseBuiltIn } from './refuse.ts'

/** EMIT a fixed intent; ACT with computed params; ASSIGN fields or a function; RAISE now; a TIMER that computes. */
export const EMIT = 0
export const ACT = 1
export const ASSIGN_FIELDS = 2
export const ASSIGN_FUNCTION = 3
export const RAISE = 4
export const TIMER = 5

/** One field of an assign: a value, or a function that looks. */
interface Field {
  readonly field: string
  readonly value: unknown
}

/** Every operation has all the fields, so that the loop that runs them sees one shape of object. */
export interface Operation {
  readonly kind: number
  readonly intent: Intent | null
  /** Type of the action; id of the timer. */
  readonly name: string
  readonly params: unknown
  readonly paramsOf: Look | null
  readonly assign: Look | null
  readonly fields: readonly Field[]
  readonly event: MachineEvent | null
  readonly eventOf: Look | null
  readonly delay: Delay | null
}

const BLANK: Operation = {
  kind: EMIT,
  intent: null,
  name: '',
  params: undefined,
  paramsOf: null,
  assign: null,
  fields: [],
  event: null,
  eventOf: null,
  delay: null,
}

/** Where an action stands, and the names it may use. */
export interface Place {
  readonly machine: string
  readonly path: string
  readonly actions: Record<string, unknown>
  readonly delays: Record<string, unknown>
}

/** XState's built-in actions are functions that carry their settings as properties. */
interface BuiltIn {
  readonly type: string
  readonly resolve?: unknown
  readonly assignment?: Look | Record<string, unknown>
  readonly event?: MachineEvent | string | Look
  readonly id?: unknown
  readonly delay?: unknown
  readonly sendId?: unknown
}

const isBuiltIn = (action: unknown): action is BuiltIn => typeof action === 'function' && 'resolve' in action

const asLook = (value: unknown): Look | null => (typeof value === 'function' ? (value as Look) : null)

/** Reads one action of a definition; throws one sentence when it is not allowed or not known. */
export function readAction(place: Place, ref: unknown): Operation {
  if (isBuiltIn(ref)) {
    if (ref.type === 'xstate.assign') return refuse(place.machine, place.path, 'unnamed actions are not supported')
    return readBuiltIn(place, ref, undefined)
  }
  if (typeof ref === 'function') return refuse(place.machine, place.path, 'unnamed actions are not supported')
  const { type, params } =
    typeof ref === 'string' ? { type: ref, params: undefined } : (ref as { type: string; params?: unknown })
  const implementation = place.actions[type]
  if (isBuiltIn(implementation)) return readBuiltIn(place, implementation, params)
  if (typeof implementation !== 'function') refuse(place.machine, place.path, `the action "${type}" is unknown`)
  if (type === 'setTimer' || type === 'cancelTimer') {
    refuse(place.machine, place.path, `the action name "${type}" is reserved`)
  }
  const paramsOf = asLook(params)
  if (paramsOf) return { ...BLANK, kind: ACT, name: type, paramsOf }
  return { ...BLANK, intent: { type, params }, name: type, params }
}

function readBuiltIn(place: Place, action: BuiltIn, params: unknown): Operation {
  const given = { ...BLANK, params, paramsOf: asLook(params) }
  if (action.type === 'xstate.assign') return readAssign(given, action)
  if (action.type === 'xstate.raise') return readRaise(place, given, action)
  if (action.type === 'xstate.cancel') {
    if (typeof action.sendId !== 'string') refuse(place.machine, place.path, 'cancel needs a fixed id')
    return { ...BLANK, intent: { type: 'cancelTimer', id: action.sendId }, name: action.sendId }
  }
  return refuseBuiltIn(place.machine, place.path, action.type)
}

function readAssign(given: Operation, { assignment }: BuiltIn): Operation {
  if (typeof assignment === 'function') return { ...given, kind: ASSIGN_FUNCTION, assign: assignment }
  return {
    ...given,
    kind: ASSIGN_FIELDS,
    fields: Object.entries(assignment ?? {}).map(([field, value]) => ({ field, value })),
  }
}

function readRaise(place: Place, given: Operation, action: BuiltIn): Operation {
  const { machine, path } = place
  if (typeof action.event === 'string' || action.event === undefined)
    refuse(machine, path, 'raise needs an event object')
  const eventOf = asLook(action.event)
  const event = eventOf ? null : (action.event as MachineEvent)
  if (action.delay === undefined && action.id !== undefined) refuse(machine, path, 'an immediate raise takes no id')
  if (action.delay === undefined) return { ...given, kind: RAISE, event, eventOf }
  if (typeof action.id !== 'string') refuse(machine, path, 'a delayed raise needs an id')
  const delay = readDelay(machine, path, action.delay, place.delays)
  const timer = { ...given, kind: TIMER, name: action.id, event, eventOf, delay }
  if (event === null || delay.of) return timer
  return { ...timer, kind: EMIT, intent: { type: 'setTimer', id: action.id, delay: delay.value, event } }
}
