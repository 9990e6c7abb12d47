// Holds the compiled machine against XState itself: both take the same random walk of events and timers, and after
// every step must stand in the same configuration with the same context, and must want the same things done in the
// same order. For tests. A walk is a function of its seed, so a failure can be taken again.
import type { AnyStateMachine, ContextFrom, EventFrom, InputFrom } from 'xstate'
import { compile } from './compile.ts'
import { Coverage } from './coverage.ts'
import { oracle } from './oracle.ts'
import { isCancelTimer, isSetTimer, type MachineEvent, type Program, type Step } from './program.ts'

/** Where a walk stands when it asks for the next event. */
export interface Standing<C> {
  readonly context: C
  /** Is this state (dotted path) active? */
  matches(path: string): boolean
}

/** Seeded choices, for event generators. */
export interface Choose {
  /** An integer with least <= n <= most. */
  int(least: number, most: number): number
  of<T>(list: readonly T[]): T
}

/** An event, or the part of it that `heard` does not add. */
type Sample<M extends AnyStateMachine> = {
  readonly type: EventFrom<M>['type']
  readonly [field: string]: unknown
}

export interface Walks<M extends AnyStateMachine> {
  /** Walks start with these inputs in turn. Default: one without input. */
  readonly inputs?: readonly InputFrom<M>[]
  /** Sample events, or a function that makes one to fit. */
  readonly events: readonly Sample<M>[] | ((choose: Choose, at: Standing<ContextFrom<M>>) => Sample<M>)
  /** What the kernel adds to every event that it delivers, those of timers included. */
  readonly heard?: (choose: Choose, at: Standing<ContextFrom<M>>) => Record<string, unknown>
  readonly seed: number
  /** Number of walks. Default 60. */
  readonly walks?: number
  /** Steps in each. Default 120. */
  readonly steps?: number
}

type Any = Program<object>

/**
 * Throws at the first difference, with the events that led there; then, unless every transition and timer fired
 * and every guard was both true and false, throws with what is missing. There is no list of exceptions: what
 * cannot be reached does not belong in a machine.
 */
export function agree<M extends AnyStateMachine>(machine: M, walks: Walks<M>): void {
  const missing = walkTogether(machine, walks)
  if (missing.length > 0) throw new Error(`machine "${machine.id}" was not covered:\n  ${missing.join('\n  ')}`)
}

/** As `agree`, but returns what is missing. */
export function walkTogether<M extends AnyStateMachine>(machine: M, walks: Walks<M>): string[] {
  const coverage = new Coverage(machine)
  const pair = {
    compiled: compile(coverage.machine) as unknown as Any,
    trusted: oracle(machine) as unknown as Any,
  }
  const choose = chooser(walks.seed)
  const inputs: readonly unknown[] = walks.inputs ?? [undefined]
  for (let nth = 0; nth < (walks.walks ?? 60); nth++) {
    walk(pair, coverage, walks as unknown as Walks<AnyStateMachine>, choose, inputs[nth % inputs.length])
  }
  return coverage.missing()
}

function walk(
  { compiled, trusted }: { compiled: Any; trusted: Any },
  coverage: Coverage,
  { events, heard, steps = 120 }: Walks<AnyStateMachine>,
  choose: Choose,
  input: unknown,
): void {
  const timers = new Map<string, MachineEvent>()
  const path: unknown[] = [{ input }]
  const told = (before: object | null) => ({ before, path, program: compiled })
  let at = together(
    () => compiled.start(input),
    () => trusted.start(input),
    told(null),
  )
  for (let step = 0; ; step++) {
    coverage.took(at.fired)
    for (const intent of at.intents) {
      if (isSetTimer(intent)) timers.set(intent.id, intent.event)
      else if (isCancelTimer(intent)) timers.delete(intent.id)
    }
    if (step === steps) return
    const { config, context } = at
    const standing = { context, matches: (state: string) => compiled.matches(config, state) }
    let event: MachineEvent
    if (timers.size > 0 && choose.int(0, 3) === 0) {
      const timer = choose.of([...timers.keys()])
      event = timers.get(timer)!
      timers.delete(timer)
      coverage.ranOut(timer)
    } else if (choose.int(0, 40) === 0) {
      event = { type: 'an event nobody knows' }
    } else if (typeof events === 'function') {
      event = events(choose, standing)
    } else {
      event = choose.of(events)
    }
    if (heard) event = { ...heard(choose, standing), ...event }
    path.push(event)
    // A context is shared by checkpoints: whoever writes to one must be caught.
    freeze(context)
    at = together(
      () => compiled.step(config, context, event),
      () => trusted.step(config, context, event),
      told(context),
    )
  }
}

interface Telling {
  readonly before: object | null
  readonly path: readonly unknown[]
  readonly program: Any
}

/** Runs both. Where both throw, so does this; any other difference is the end of the walk. */
function together(ours: () => Step<object>, theirs: () => Step<object>, telling: Telling): Step<object> {
  const mine = attempt(ours)
  const trusted = attempt(theirs)
  if (mine instanceof Error && trusted instanceof Error) throw mine
  const told = tell(mine, telling)
  const wanted = tell(trusted, telling)
  if (told === wanted && !(mine instanceof Error)) {
    plain('context', mine.context)
    for (const { type, ...rest } of mine.intents) plain(type, rest)
    return mine
  }
  const { path, program } = telling
  const led = path.slice(-8).map((event) => JSON.stringify(event))
  throw new Error(
    `machine "${program.id}" disagrees with XState after ${path.length - 1} events, the last being\n  ` +
      `${led.join('\n  ')}\ncompiled: ${told}\nXState:   ${wanted}`,
  )
}

function attempt(run: () => Step<object>): Step<object> | Error {
  try {
    return run()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** As text, so that the order of keys counts: two contexts that hash differently are not the same. */
function tell(step: Step<object> | Error, { before, program }: Telling): string {
  if (step instanceof Error) return `throws ${step.message}`
  const { config, context, intents, fired } = step
  const state = program.configName(config)
  const took = fired.map((number) => program.transitionIds[number])
  return JSON.stringify({ state, context, sameContext: context === before, intents, fired: took })
}

/** What is hashed, copied and sent to a page may only be integers, strings and booleans. */
function plain(name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      if (key !== 'params' || inner !== undefined) plain(`${name}.${key}`, inner)
  } else if (typeof value !== 'string' && typeof value !== 'boolean' && !Number.isSafeInteger(value)) {
    throw new Error(`${name} is ${String(value)}: only integers, strings and booleans may be state or leave a machine.`)
  }
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const inner of Object.values(value)) freeze(inner)
}

/** Choices that follow from a seed alone. */
export function chooser(seed: number): Choose {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))) >>> 0
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const int = (least: number, most: number): number => least + (next() % (most - least + 1))
  return { int, of: (list) => list[int(0, list.length - 1)]! }
}
