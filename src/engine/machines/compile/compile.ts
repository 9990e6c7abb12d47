// The executor that runs: a definition becomes tables, and a step is a look-up, a few guards and a list of
// operations. XState's own transition() does the same in 20 to 40 microseconds, because it builds an actor each time.
import type { AnyStateMachine, ContextFrom, EventFrom, InputFrom } from 'xstate'
import { Args } from './args.ts'
import { type Arrangement, type Candidate, type Plan, type Selection, Tables } from './arrangement.ts'
import { type Context, copier } from './copy.ts'
import { type Definition, define, waysOf } from './definition.ts'
import { checkedDelay } from './delay.ts'
import { ACT, ASSIGN_FIELDS, ASSIGN_FUNCTION, EMIT, type Operation, RAISE } from './operation.ts'
import { type Intent, type MachineEvent, MICROSTEP_LIMIT, type Program, type Step } from './program.ts'

/** The program type of a machine made with setup().createMachine(). */
export type ProgramOf<M extends AnyStateMachine> = Program<ContextFrom<M>, EventFrom<M>, InputFrom<M>>

/**
 * Compiles a definition to tables. Throws one sentence that names machine, state and thing when the definition
 * uses what is not supported (ARCHITECTURE: "One definition, two executors").
 */
export function compile<M extends AnyStateMachine>(machine: M): ProgramOf<M> {
  return new Compiled(define(machine)) as unknown as ProgramOf<M>
}

const NO_INTENTS: readonly Intent[] = []
const NOTHING: readonly number[] = []
const OTHER = 0

class Compiled implements Program<Context> {
  readonly id: string
  readonly configCount: number
  readonly transitionIds: readonly string[]
  readonly ways: Program['ways']
  private readonly definition: Definition
  private readonly tables: Tables
  private readonly rest: readonly Arrangement[]
  private readonly initial: Plan
  private readonly args: Args
  private readonly copy = copier()
  // What a step under way has done so far. Nothing of it outlives the step.
  private context: Context = {}
  private intents: readonly Intent[] = NO_INTENTS
  private fired: readonly number[] = NOTHING
  private assigned = false
  private owned = false
  private readonly values: unknown[] = []
  private readonly raised: MachineEvent[] = []

  constructor(definition: Definition) {
    this.definition = definition
    this.id = definition.id
    this.transitionIds = definition.transitions.map(({ id }) => id)
    this.ways = waysOf(definition)
    this.tables = new Tables(definition)
    this.configCount = this.tables.configurations.count
    this.rest = this.tables.rest()
    this.initial = this.tables.initial()
    this.args = new Args(definition.id)
  }

  configName(config: number): string {
    return this.tables.configurations.name(config)
  }

  active(config: number): readonly string[] {
    return this.tables.configurations.active(config)
  }

  matches(config: number, path: string): boolean {
    return this.tables.configurations.matches(config, path)
  }

  start(input: unknown): Step<Context> {
    const given: unknown = this.definition.machine.config.context
    const event = { type: 'xstate.init', input }
    const context = typeof given === 'function' ? { ...given({ input }) } : (given ?? {})
    this.begin(context as Context, event)
    this.run(this.initial)
    return this.settle(this.initial.next)
  }

  step(config: number, context: Context, event: MachineEvent): Step<Context> {
    const from = this.rest[config]
    if (from === undefined) throw new Error(`machine "${this.id}" has no configuration ${config}.`)
    const plan = this.planFor(from, context, event)
    if (plan === null) {
      if (from.always === null) return { config, context, intents: NO_INTENTS, fired: NOTHING }
      this.begin(context, event)
      return this.settle(from)
    }
    this.begin(context, event)
    this.run(plan)
    const { next } = plan
    if (next.always === null && this.raised.length === 0) {
      return { config: next.config, context: this.context, intents: this.intents, fired: this.fired }
    }
    return this.settle(next)
  }

  private begin(context: Context, event: MachineEvent): void {
    this.context = context
    this.args.context = context
    this.args.event = event
    this.intents = NO_INTENTS
    this.fired = NOTHING
    // Only an error leaves something behind, and setting the length costs even where it changes nothing.
    if (this.raised.length > 0) this.raised.length = 0
  }

  /** Takes eventless transitions and raised events until nothing is left to take. */
  private settle(from: Arrangement): Step<Context> {
    let at = from
    let eventless = true
    for (let count = 1; ; count++) {
      if (count > MICROSTEP_LIMIT) {
        const where = this.configName(at.config)
        throw new Error(`machine "${this.id}", state "${where}": more than ${MICROSTEP_LIMIT} microsteps in one step.`)
      }
      let plan: Plan | null = eventless && at.always !== null ? this.always(at, at.always) : null
      if (plan !== null) {
        this.run(plan)
        // XState looks again only where something it can see has changed.
        eventless = plan.changed || this.assigned
      } else {
        const event = this.raised.shift()
        if (event === undefined) {
          return { config: at.config, context: this.context, intents: this.intents, fired: this.fired }
        }
        plan = this.planFor(at, this.context, event)
        if (plan !== null) this.run(plan)
        eventless = true
      }
      if (plan !== null) at = plan.next
    }
  }

  private planFor(from: Arrangement, context: Context, event: MachineEvent): Plan | null {
    const row = this.tables.rows.get(event.type) ?? OTHER
    let selection = from.select[row]
    if (selection === undefined) selection = this.tables.selection(from, row)
    this.args.context = context
    this.args.event = event
    return selection === null ? null : this.choose(from, selection, null)
  }

  /** Adds to `plan` what a selection enables; returns `plan` itself when that is nothing. */
  private choose(from: Arrangement, selection: Selection, plan: Plan | null): Plan | null {
    let found = plan
    if (selection.regions !== null) {
      for (const region of selection.regions) found = this.choose(from, region, found)
      if (found !== plan) return found
    }
    const candidate = this.first(selection.own)
    return candidate === null ? found : this.adding(from, found, candidate)
  }

  private adding(from: Arrangement, plan: Plan | null, candidate: Candidate): Plan {
    if (plan !== null) return this.tables.extended(from, plan, candidate.transition)
    return candidate.plan ?? this.tables.planOf(from, candidate)
  }

  private always(from: Arrangement, leaves: readonly (readonly Candidate[])[]): Plan | null {
    let plan: Plan | null = null
    for (const candidates of leaves) {
      const candidate = this.first(candidates)
      // Two leaves may find the same transition of an ancestor.
      if (candidate === null || plan?.enabled.includes(candidate.transition)) continue
      plan = this.adding(from, plan, candidate)
    }
    return plan
  }

  private first(candidates: readonly Candidate[]): Candidate | null {
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[i]!
      const { guard } = candidate
      if (guard === null) return candidate
      const params = guard.paramsOf === null ? guard.params : guard.paramsOf(this.args)
      if (guard.test(this.args, params)) return candidate
    }
    return null
  }

  private run(plan: Plan): void {
    this.assigned = false
    this.owned = false
    const { operations, fired } = plan
    this.fired = this.fired.length === 0 ? fired : fired.length === 0 ? this.fired : [...this.fired, ...fired]
    if (plan.intents !== null) {
      for (let i = 0; i < operations.length; i++) this.operate(operations[i]!, null)
      if (plan.intents.length > 0) {
        this.intents = this.intents.length === 0 ? plan.intents : [...this.intents, ...plan.intents]
      }
      return
    }
    const intents: Intent[] = this.intents.length === 0 ? [] : [...this.intents]
    for (let i = 0; i < operations.length; i++) this.operate(operations[i]!, intents)
    this.intents = intents
  }

  private operate(operation: Operation, intents: Intent[] | null): void {
    const { kind, intent } = operation
    if (kind === EMIT) {
      intents!.push(intent!)
      return
    }
    const { args } = this
    const params = operation.paramsOf === null ? operation.params : operation.paramsOf(args)
    if (kind === ACT) {
      this.owned = false
      intents!.push({ type: operation.name, params })
    } else if (kind === ASSIGN_FIELDS) {
      const { fields } = operation
      const { values } = this
      // All fields look at the context as it was before any of them.
      for (let i = 0; i < fields.length; i++) {
        const { value } = fields[i]!
        values[i] = typeof value === 'function' ? value(args, params) : value
      }
      const context = this.writable()
      for (let i = 0; i < fields.length; i++) context[fields[i]!.field] = values[i]
    } else if (kind === ASSIGN_FUNCTION) {
      const update = operation.assign!(args, params) as Context
      const context = this.writable()
      for (const field in update) context[field] = update[field]
    } else {
      this.owned = false
      const event = operation.eventOf === null ? operation.event! : (operation.eventOf(args, params) as MachineEvent)
      if (kind === RAISE) this.raised.push(event)
      else intents!.push(this.timer(operation, event, params))
    }
  }

  /** The context to write to: a copy, which assigns in a row share as nobody has seen it in between. */
  private writable(): Context {
    if (this.owned) return this.context
    const context = this.copy(this.context)
    this.context = context
    this.args.context = context
    this.owned = true
    this.assigned = true
    return context
  }

  private timer({ name, delay }: Operation, event: MachineEvent, params: unknown): Intent {
    const value = delay!.of === null ? delay!.value : delay!.of(this.args, params)
    return { type: 'setTimer', id: name, delay: checkedDelay(this.id, name, value), event }
  }
}
