// Which states a set of transitions leaves and enters, in which order: the SCXML algorithm as XState 5.33 carries it
// out, over state numbers. It depends on structure only, so a result is computed once and kept. XState remembers
// active states in the order in which they were entered and resolves ties between regions by it; so do we.
import { type Definition, NONE, type Transition } from './definition.ts'

export interface Move {
  /** The transitions that survive conflicts, in the order of their actions. */
  readonly taken: readonly Transition[]
  /** Left, innermost first. */
  readonly exits: readonly number[]
  /** Entered, outermost first. */
  readonly entries: readonly number[]
  /** Of those, the ones whose initial transition's actions run. */
  readonly defaults: ReadonlySet<number>
  /** Active states afterwards, in the order in which they were entered. */
  readonly active: readonly number[]
  /** Is any other state active than before? */
  readonly changed: boolean
}

/** What entering needs to know of a transition; the initial one has many targets and is no Transition. */
interface Edge {
  readonly source: number
  readonly targets: readonly number[]
  readonly reenter: boolean
}

export class Structure {
  private readonly parent: readonly number[]
  private readonly definition: Definition

  constructor(definition: Definition) {
    this.definition = definition
    this.parent = definition.states.map((state) => state.parent)
  }

  /** Enters the machine. */
  initial(): Move {
    const targets = [0]
    for (const state of targets) {
      const { kind, initial, children } = this.definition.states[state]!
      if (kind === 'compound') targets.push(initial)
      if (kind === 'parallel') targets.push(...children)
    }
    const { entries, defaults } = this.entrySet([{ source: 0, targets, reenter: true }])
    return { taken: [], exits: [], entries, defaults: defaults.add(0), active: entries, changed: true }
  }

  /** Takes transitions that are enabled together. */
  move(active: readonly number[], enabled: readonly Transition[]): Move {
    const taken = this.withoutConflicts(active, enabled)
    const exits = [...this.exitSet(taken, active)].sort((a, b) => b - a)
    const { entries, defaults } = this.entrySet(taken.map(edge))
    const after = new Set(active)
    for (const state of exits) after.delete(state)
    for (const state of entries) after.add(state)
    const changed = after.size !== active.length || active.some((state) => !after.has(state))
    return { taken, exits, entries, defaults, active: changed ? [...after] : active, changed }
  }

  /** Mind: every state is a descendant of NONE. */
  private isDescendant(state: number, ancestor: number): boolean {
    let at = state
    while (this.parent[at] !== NONE && this.parent[at] !== ancestor) at = this.parent[at]!
    return this.parent[at] === ancestor
  }

  /** Ancestors from the inside out, up to but without `limit`. */
  private ancestors(state: number, limit: number): number[] {
    const found: number[] = []
    if (state === limit) return found
    for (let at = this.parent[state]!; at !== NONE && at !== limit; at = this.parent[at]!) found.push(at)
    return found
  }

  /** The innermost state that a transition does not leave; NONE when it leaves the root too. */
  private domain({ source, targets, reenter }: Edge): number {
    if (!reenter && targets.every((t) => t === source || this.isDescendant(t, source))) return source
    const [head, ...tail] = [...targets, source]
    const common = this.ancestors(head!, NONE).find((a) => tail.every((s) => this.isDescendant(s, a)))
    if (common !== undefined) return common
    return reenter ? NONE : 0
  }

  private exitSet(transitions: readonly Transition[], active: readonly number[]): Set<number> {
    const exits = new Set<number>()
    for (const t of transitions) {
      if (t.target === NONE) continue
      const domain = this.domain(edge(t))
      if (t.reenter && t.source === domain) exits.add(domain)
      for (const state of active) if (this.isDescendant(state, domain)) exits.add(state)
    }
    return exits
  }

  /** Two transitions that leave a common state exclude each other: the inner wins, otherwise the first. */
  private withoutConflicts(active: readonly number[], enabled: readonly Transition[]): Transition[] {
    const kept = new Set<Transition>()
    for (const one of enabled) {
      const mine = this.exitSet([one], active)
      const outdone: Transition[] = []
      let preempted = false
      for (const other of kept) {
        if (![...this.exitSet([other], active)].some((state) => mine.has(state))) continue
        if (this.isDescendant(one.source, other.source)) outdone.push(other)
        else preempted = true
        if (preempted) break
      }
      if (preempted) continue
      for (const other of outdone) kept.delete(other)
      kept.add(one)
    }
    return [...kept]
  }

  private entrySet(edges: readonly Edge[]): { entries: number[]; defaults: Set<number> } {
    const enter = new Set<number>()
    const defaults = new Set<number>()
    for (const each of edges) {
      const domain = this.domain(each)
      for (const target of each.targets) {
        if (each.source !== target || each.source !== domain || each.reenter) {
          enter.add(target)
          defaults.add(target)
        }
        this.addDescendants(target, enter, defaults)
      }
      for (const target of each.targets) {
        const ancestors = this.ancestors(target, domain)
        if (domain !== NONE && this.definition.states[domain]!.kind === 'parallel') ancestors.push(domain)
        this.addAncestors(ancestors, each.source === 0 && each.reenter ? NONE : domain, enter, defaults)
      }
    }
    return { entries: [...enter].sort((a, b) => a - b), defaults }
  }

  private addDescendants(state: number, enter: Set<number>, defaults: Set<number>): void {
    const { kind, initial } = this.definition.states[state]!
    if (kind === 'compound') {
      enter.add(initial)
      defaults.add(initial)
      this.addDescendants(initial, enter, defaults)
      this.addAncestors(this.ancestors(initial, state), NONE, enter, defaults)
    } else if (kind === 'parallel') {
      for (const child of this.missingRegions(state, enter)) {
        enter.add(child)
        defaults.add(child)
        this.addDescendants(child, enter, defaults)
      }
    }
  }

  private addAncestors(ancestors: readonly number[], limit: number, enter: Set<number>, defaults: Set<number>): void {
    for (const ancestor of ancestors) {
      if (limit === NONE || this.isDescendant(ancestor, limit)) enter.add(ancestor)
      if (this.definition.states[ancestor]!.kind !== 'parallel') continue
      for (const child of this.missingRegions(ancestor, enter)) {
        enter.add(child)
        this.addDescendants(child, enter, defaults)
      }
    }
  }

  /** Regions of a parallel state of which nothing inside is entered yet; asked one by one, as `enter` grows. */
  private *missingRegions(state: number, enter: ReadonlySet<number>): Generator<number> {
    for (const child of this.definition.states[state]!.children) {
      if (![...enter].some((other) => this.isDescendant(other, child))) yield child
    }
  }
}

function edge({ source, target, reenter }: Transition): Edge {
  return { source, targets: target === NONE ? [] : [target], reenter }
}
