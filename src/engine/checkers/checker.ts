import type { Fact, FactKind } from '../fact.ts'
import type { CheckerFrame } from '../frame/index.ts'
import type { World } from '../world/index.ts'

/**
 * A checker watches a run from outside: it is shown every fact of the kinds it asks for, right after the work that
 * noted it, and may read the world but never touch it. What it remembers is a short list of numbers, so that
 * it travels in checkpoints. It reports its first violation and then holds its peace.
 *
 * An *invariant* holds in every run; a violation is a bug of ours. A *guarantee* is promised by the configuration
 * or not; broken without a promise it is what a lesson shows, broken in spite of one it is a bug of ours.
 */
export type Violation = NonNullable<CheckerFrame['violation']>

export interface CheckerSnapshot {
  readonly memory: readonly number[]
  readonly violation: Violation | null
}

export abstract class Checker {
  abstract readonly name: string
  abstract readonly kind: CheckerFrame['kind']
  /** The kinds of fact it wants to see. */
  abstract readonly kinds: readonly FactKind[]
  protected memory: number[] = []
  protected violation: Violation | null = null

  abstract see(fact: Fact, world: World): void

  /** Is this a run that it has anything to say about? */
  applies(_world: World): boolean {
    return true
  }

  /** Does the configuration, as it stands, promise this? Invariants are always promised. */
  promised(_world: World): boolean {
    return true
  }

  frame(world: World): CheckerFrame {
    const { name, kind, violation } = this
    return { name, kind, promised: this.promised(world), held: violation === null, violation }
  }

  snapshot(): CheckerSnapshot {
    return { memory: this.memory.slice(), violation: this.violation }
  }

  restore(from: CheckerSnapshot): void {
    this.memory = from.memory.slice()
    this.violation = from.violation
  }

  /** `text`: one sentence that names who and what. */
  protected broken(fact: Fact, text: string): void {
    this.violation ??= { t: fact.t, fact: fact.id, text }
  }

  protected recall(at: number): number {
    return this.memory[at] ?? 0
  }

  /** Memory grows without holes, because a hole does not survive every copy. */
  protected remember(at: number, value: number): void {
    while (this.memory.length < at) this.memory.push(0)
    this.memory[at] = value
  }
}

/** The node that a fact happened at, or undefined. */
export function nodeAt(world: World, fact: Fact): World['nodes'][number] | undefined {
  for (const node of world.nodes) if (node.id === fact.at) return node
  return undefined
}
