import type { Fact, FactKind } from '../fact.ts'
import type { Group } from '../regions/group.ts'
import type { Node, World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * I13: in every region what has taken effect is on two disks of three, at most one replica leads, nobody leads before the
 * lease of the one before has run out, and a leader has everything that was ever decided.
 */
export class RegionGroups extends Checker {
  readonly name = 'I13'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = [
    'replica-flushed',
    'replica-killed',
    'replica-returned',
    'leader-gone',
    'leader-elected',
    'entries-logged',
    'entries-applied',
    'entries-committed',
  ]

  override applies({ multi }: World): boolean {
    return multi?.regions != null
  }

  /** Remembers, per region, up to where changes were decided. */
  see(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    const group = node && world.multi?.regions?.groups[node.number]
    if (!node || !group || node.leftAt >= 0) return
    const { decided, replicas, end, leader } = group
    if (decided < this.recall(node.number))
      this.broken(fact, `${node.id} had decided up to ${this.recall(node.number)} and now up to ${decided}.`)
    this.remember(node.number, decided)
    const disks = replicas.filter(({ persisted }) => persisted >= decided).length
    if (disks < 2) this.broken(fact, `${node.id} has decided up to ${decided} with ${disks} of 3 replicas.`)
    for (const { persisted, applied } of replicas)
      if (applied > persisted || applied > decided || (leader >= 0 && persisted > end))
        this.broken(
          fact,
          `A replica of ${node.id} has applied ${applied} and flushed ${persisted}, decided is ${decided}.`,
        )
    this.seeLeader(fact, node, group, world)
  }

  private seeLeader(fact: Fact, node: Node, group: Group, world: World): void {
    const leading = node.parts.filter(
      ({ machine, program, config }) => machine === 'replica' && program.matches(config, 'leader'),
    )
    const isAgreed = leading.length === (group.leader < 0 ? 0 : 1) && leading.every(({ peer }) => peer === group.leader)
    if (!isAgreed) this.broken(fact, `${leading.length} replicas of ${node.id} lead.`)
    if (group.leader < 0) return
    const { persisted } = group.replicas[group.leader]!
    if (persisted !== group.end) this.broken(fact, `The leader of ${node.id} has flushed ${persisted} of ${group.end}.`)
    if (fact.kind === 'leader-elected' && world.time < group.leaseUntil)
      this.broken(fact, `${node.id} has a leader before the lease of the last one has run out.`)
  }
}
