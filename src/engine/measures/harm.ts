import type { Fact } from '../fact.ts'
import type { World } from '../world/index.ts'

/**
 * What users saw of a slave that was behind, or of a master that too few followed: a stale answer, an error, no answer,
 * a wait of over a second. By it an alert is judged: did it come before anybody could notice, or after?
 */
interface Seen {
  readonly t: number
  readonly fact: number
}

/** By node number, ascending. Immutable: replaced, never written to. */
export type HarmSnapshot = readonly (readonly Seen[] | undefined)[]

/** Longer than this without an answer, and a person has noticed. */
const NOTICEABLE_US = 1_000_000
/** Kept of each node: what came long before an alert is not what it is about. */
const KEPT = 64

export class Harm {
  private seen: HarmSnapshot = []

  /** True when the fact is something that a user sees. */
  see(fact: Fact, world: World): boolean {
    switch (fact.kind) {
      case 'stale-read':
      case 'own-write-missing':
      case 'read-went-back':
      case 'read-failed':
        return this.put(fact, numberOf(world, fact))
      case 'write-ok':
        return (fact.args.us ?? 0) > NOTICEABLE_US && this.ofWrite(fact, world)
      case 'write-error':
      case 'write-unknown':
        return this.ofWrite(fact, world)
      default:
        return false
    }
  }

  /** The first of a node since `t`. */
  firstSince(number: number, t: number): Seen | undefined {
    return this.seen[number]?.find((one) => one.t >= t)
  }

  snapshot(): HarmSnapshot {
    return this.seen
  }

  restore(from: HarmSnapshot): void {
    this.seen = from
  }

  /** Trouble with a write is the master's, and where it waits for slaves it may be any slave's. */
  private ofWrite(fact: Fact, world: World): boolean {
    const master = numberOf(world, fact)
    const known = this.put(fact, master)
    if (known && world.settings.nodes[master]!.acknowledges)
      for (const { number, upstream } of world.nodes) if (upstream >= 0 && number !== master) this.put(fact, number)
    return known
  }

  private put({ id, t }: Fact, number: number): boolean {
    if (number < 0) return false
    const list = [...(this.seen[number] ?? []), { t, fact: id }].slice(-KEPT)
    const length = Math.max(this.seen.length, number + 1)
    this.seen = Array.from({ length }, (_, at) => (at === number ? list : this.seen[at]))
    return true
  }
}

const numberOf = ({ nodes }: World, { args }: Fact): number => nodes.findIndex(({ id }) => id === args.peer)
