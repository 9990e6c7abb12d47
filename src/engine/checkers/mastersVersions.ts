import type { Fact, FactKind } from '../fact.ts'
import { aheadOf } from '../measures/clock.ts'
import { members } from '../measures/members.ts'
import type { MultiMaster } from '../multiMaster/multiMaster.ts'
import { type RowState, relate } from '../resolvers/index.ts'
import type { Node, World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * I11: hybrid clocks. What a writer had read is earlier than what it wrote, whatever the wall clocks say; and no clock runs
 * further from true time than the one that was furthest ahead so far (DOMAIN 5.3).
 */
export class HybridClocks extends Checker {
  readonly name = 'I11'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = ['entries-logged', 'entries-applied', 'setting-changed']

  /** Remembers by how much, at most, any clock has been ahead of true time. */
  see(fact: Fact, world: World): void {
    const multi = world.multi!
    for (const node of members(world)) this.remember(0, Math.max(this.recall(0), aheadOf(world, node)))
    const node = nodeAt(world, fact)
    if (!node || fact.kind === 'setting-changed') return
    const { hybrid } = multi.sites[node.number]!
    const ahead = hybrid.us - world.time - this.recall(0)
    if (ahead > 0)
      this.broken(fact, `The hybrid clock of ${node.id} is ${ahead} us ahead of all clocks there ever were.`)
    if (fact.kind === 'entries-logged') this.seeWrite(fact, node, world, multi)
  }

  private seeWrite(fact: Fact, node: Node, world: World, multi: MultiMaster): void {
    const version = multi.written.get(node.log.entryAt(fact.args.from ?? 0))?.version
    for (const { origin, sequence } of version?.base?.sources ?? []) {
      const read = multi.written.get(multi.sites[origin]!.own.get(sequence - 1))?.version
      if (!version || !read) continue
      const { us, count } = version.hybrid
      if (us > read.hybrid.us || (us === read.hybrid.us && count > read.hybrid.count)) continue
      const name = world.nodes[origin]!.id
      this.broken(
        fact,
        `${node.id}:${version.sequence} is not later than ${name}:${sequence}, which its writer had read.`,
      )
    }
  }
}

/**
 * I12: dotted version vectors keep the siblings that had not seen each other, and no others: of any two versions that stand
 * side by side neither writer knew the other's.
 */
export class Siblings extends Checker {
  readonly name = 'I12'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = ['siblings-kept', 'setting-changed']

  /** Memory: 1 = the rule was another one, and may have left rows behind. */
  see(fact: Fact, world: World): void {
    const { rule } = world.settings.multiMaster!
    if (rule !== 'dotted-version-vectors') this.remember(0, 1)
    const node = nodeAt(world, fact)
    if (!node || fact.kind !== 'siblings-kept' || this.recall(0) === 1) return
    const key = fact.args.key!
    world.multi!.sites[node.number]!.rows.forEach((number, { state }) => {
      if (state.versions.length < 2 || world.entries.rowName(number) !== key) return
      const pair = notConcurrent(state)
      if (pair) this.broken(fact, `${node.id} keeps ${pair} of ${key} side by side, though one had seen the other.`)
    })
  }
}

function notConcurrent({ versions }: RowState): string | null {
  for (const [at, one] of versions.entries())
    for (const other of versions.slice(at + 1))
      if (relate(one, other) !== 'concurrent')
        return `${one.origin}:${one.sequence} and ${other.origin}:${other.sequence}`
  return null
}
