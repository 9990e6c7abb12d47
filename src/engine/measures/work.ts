/** What a slave without any fault is behind with: what its SQL thread took up last, and what its master logged last. */
import type { Fact } from '../fact.ts'
import type { World } from '../world/index.ts'

export interface WorkSnapshot {
  /** By node number: the last fact that says what its SQL thread took up; 0 = none. Immutable. */
  readonly applying: readonly number[]
  /** The fact of the last entry that was logged; 0 = none. */
  readonly logged: number
}

export class Work {
  private applying: readonly number[] = []
  private logged = 0

  see({ kind, id, at }: Fact, world: World): void {
    if (kind === 'entries-logged') this.logged = id
    else if (kind === 'apply-started') {
      const number = world.nodes.findIndex((node) => node.id === at)
      this.applying = world.nodes.map((_, place) => (place === number ? id : (this.applying[place] ?? 0)))
    }
  }

  /** The fact of what it is busy with: applying if that is where it is behind and has begun, else what there is to fetch. */
  of(number: number, applies: boolean): number {
    const applying = this.applying[number] ?? 0
    return applies && applying > 0 ? applying : this.logged
  }

  snapshot(): WorkSnapshot {
    const { applying, logged } = this
    return { applying, logged }
  }

  restore({ applying, logged }: WorkSnapshot): void {
    this.applying = applying
    this.logged = logged
  }
}
