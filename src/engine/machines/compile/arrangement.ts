// The tables that steps run on, filled where a run first needs them. An arrangement is a configuration together with
// the order in which its states were entered: XState breaks ties between regions by that order. It lives only
// inside one step (every step starts from document order), so runs cannot differ by what came before.
import { type Configurations, configurations } from './configurations.ts'
import { type Definition, type Guard, NONE, type Transition } from './definition.ts'
import { type Move, Structure } from './microstep.ts'
import { ACT, EMIT, type Operation, TIMER } from './operation.ts'
import type { Intent } from './program.ts'

export interface Arrangement {
  readonly config: number
  readonly active: readonly number[]
  /** By event row; null = nothing to try. */
  readonly select: (Selection | null | undefined)[]
  /** Candidates of each leaf and its ancestors; null = no always anywhere. */
  readonly always: readonly (readonly Candidate[])[] | null
  /** By the number of the first transition. */
  readonly plans: Map<number, Plan>
}

/** What to try for one event: the regions first, then what encloses them. */
export interface Selection {
  readonly regions: readonly Selection[] | null
  readonly own: readonly Candidate[]
}

/** A transition as seen from one arrangement. */
export interface Candidate {
  readonly transition: Transition
  readonly guard: Guard | null
  plan: Plan | null
}

/** What taking a list of transitions does. */
export interface Plan {
  readonly enabled: readonly Transition[]
  readonly fired: readonly number[]
  readonly operations: readonly Operation[]
  /** All intents, where none of them has to be computed. */
  readonly intents: readonly Intent[] | null
  readonly next: Arrangement
  /** Is any other state active than before? */
  readonly changed: boolean
  /** The plan for these and one more, by that one's number. */
  readonly more: Map<number, Plan>
}

/** Event row of types that the definition does not mention: only '*' can match. */
const OTHER = 0

export class Tables {
  readonly configurations: Configurations
  /** Event type -> row; types that are absent have row 0. */
  readonly rows = new Map<string, number>()
  private readonly types: string[] = ['']
  private readonly definition: Definition
  private readonly structure: Structure
  private readonly known = new Map<string, Arrangement>()

  constructor(definition: Definition) {
    this.definition = definition
    this.structure = new Structure(definition)
    this.configurations = configurations(definition)
    for (const { event } of definition.transitions) {
      if (event === '' || event === '*' || this.rows.has(event)) continue
      this.rows.set(event, this.types.length)
      this.types.push(event)
    }
  }

  /** The arrangement in which a step finds a configuration. */
  rest(): Arrangement[] {
    return this.configurations.states.map((active) => this.arrange(active))
  }

  initial(): Plan {
    return this.plan(this.structure.initial(), [])
  }

  selection(from: Arrangement, row: number): Selection | null {
    const found = this.below(from.active, 0, row)
    from.select[row] = found
    return found
  }

  /** The plan of a single transition. */
  planOf(from: Arrangement, candidate: Candidate): Plan {
    const { transition } = candidate
    let plan = from.plans.get(transition.number)
    if (!plan) {
      plan = this.plan(this.structure.move(from.active, [transition]), [transition])
      from.plans.set(transition.number, plan)
    }
    candidate.plan = plan
    return plan
  }

  /** The plan of one transition more, enabled together with those of `plan`. */
  extended(from: Arrangement, plan: Plan, transition: Transition): Plan {
    let more = plan.more.get(transition.number)
    if (!more) {
      const enabled = [...plan.enabled, transition]
      more = this.plan(this.structure.move(from.active, enabled), enabled)
      plan.more.set(transition.number, more)
    }
    return more
  }

  private plan(move: Move, enabled: readonly Transition[]): Plan {
    const { states } = this.definition
    const operations = [
      ...move.exits.flatMap((state) => states[state]!.exit),
      ...move.taken.flatMap((transition) => transition.actions),
      ...move.entries.flatMap((state) => [
        ...states[state]!.entry,
        ...(move.defaults.has(state) ? states[state]!.initialActions : []),
      ]),
    ]
    const fixed = operations.every(({ kind }) => kind !== ACT && kind !== TIMER)
    return {
      enabled,
      fired: move.taken.map(({ number }) => number),
      operations: fixed ? operations.filter(({ kind }) => kind !== EMIT) : operations,
      intents: fixed ? operations.flatMap(({ intent }) => intent ?? []) : null,
      next: this.arrange(move.active),
      changed: move.changed,
      more: new Map(),
    }
  }

  private arrange(active: readonly number[]): Arrangement {
    const key = active.join(' ')
    let found = this.known.get(key)
    if (!found) {
      const always = active.filter((s) => this.definition.states[s]!.kind === 'atomic').map((s) => this.eventless(s))
      found = {
        config: this.configurations.of(active),
        active,
        select: new Array(this.types.length).fill(undefined),
        always: always.some((candidates) => candidates.length > 0) ? always : null,
        plans: new Map(),
      }
      this.known.set(key, found)
    }
    return found
  }

  private eventless(leaf: number): Candidate[] {
    const found: Candidate[] = []
    for (let at = leaf; at !== NONE; at = this.definition.states[at]!.parent) {
      found.push(...this.definition.states[at]!.always.map(candidate))
    }
    return found
  }

  /** What an active state and the active states below it can do with an event. */
  private below(active: readonly number[], state: number, row: number): Selection | null {
    const { on } = this.definition.states[state]!
    const exact = row === OTHER ? [] : (on.get(this.types[row]!) ?? [])
    const own = [...exact, ...(on.get('*') ?? [])].map(candidate)
    // In the order in which the regions were entered, as XState has it.
    const children = active.filter((child) => this.definition.states[child]!.parent === state)
    const regions = children.map((child) => this.below(active, child, row)).filter((found) => found !== null)
    if (regions.length === 0) return own.length > 0 ? { regions: null, own } : null
    const [only] = regions
    // A chain of states is one list, from the inside out; so is a parallel state with one region that listens.
    if (regions.length === 1 && only!.regions === null) return { regions: null, own: [...only!.own, ...own] }
    return { regions, own }
  }
}

function candidate(transition: Transition): Candidate {
  return { transition, guard: transition.guard, plan: null }
}
