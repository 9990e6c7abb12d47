import type { Fact, FactKind } from '../fact.ts'
import type { Node, World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/** What a master has just taken into its data, and from whom; undefined = it is nothing that can be told. */
function taken(fact: Fact, node: Node, world: World): number | undefined {
  const { from = 0, peer } = fact.args
  if (fact.kind === 'entries-logged') return node.log.entryAt(from)
  const channel = world.multi!.sites[node.number]!.channels.find((one) => world.nodes[one.peer]!.id === peer)
  return channel?.relay.entryAt(from)
}

/**
 * I3 among several masters: every master takes the entries of one origin in the order in which they were written there,
 * whoever passes them on. One that comes round once more, because nobody drops it, is no news to the order.
 */
export class MastersOrder extends Checker {
  readonly name = 'I3'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = ['entries-applied', 'entries-logged']

  /** Remembers, per master and origin, the greatest sequence number taken. */
  see(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    const entry = node && taken(fact, node, world)
    if (!node || !entry) return
    const origin = world.entries.originOf(entry)
    const sequence = world.entries.sequenceOf(entry)
    const place = node.number * 16 + origin
    if (sequence > this.recall(place)) {
      this.remember(place, sequence)
      return
    }
    const isAgain = world.multi!.sites[node.number]!.again.some((one) => one.entry === entry)
    if (!isAgain)
      this.broken(fact, `${node.id} took entry ${world.nodes[origin]!.id}:${sequence} after ${this.recall(place)}.`)
  }
}

/**
 * Guarantee `appliedOnce` among several masters: every master takes every entry of every origin exactly once and without
 * a gap. Promised where masters know what they have applied, and not only what they wrote.
 */
export class MastersOnce extends Checker {
  readonly name = 'appliedOnce'
  readonly kind = 'guarantee'
  readonly kinds: FactKind[] = [
    'entries-applied',
    'entries-logged',
    'entry-skipped',
    'setting-changed',
    'master-removed',
  ]

  override promised(world: World): boolean {
    return this.recall(0) === 0 && world.settings.multiMaster!.loops === 'seen'
  }

  /** Remembers whether origins alone were the protection at any time, and per master and origin the last number. */
  see(fact: Fact, world: World): void {
    if (world.settings.multiMaster!.loops === 'origin') this.remember(0, 1)
    const node = nodeAt(world, fact)
    if (!node || fact.kind === 'setting-changed' || fact.kind === 'master-removed') return
    if (fact.kind === 'entry-skipped') {
      const { seen } = world.multi!.sites[node.number]!
      seen.forEach((sequence, origin) => {
        this.remember(1 + node.number * 16 + origin, sequence)
      })
      return
    }
    const entry = taken(fact, node, world)
    if (!entry) return
    const origin = world.entries.originOf(entry)
    const sequence = world.entries.sequenceOf(entry)
    const place = 1 + node.number * 16 + origin
    const name = `${world.nodes[origin]!.id}:${sequence}`
    if (sequence <= this.recall(place)) this.broken(fact, `${node.id} applied ${name} twice.`)
    else if (sequence > this.recall(place) + 1)
      this.broken(fact, `${node.id} applied ${name} right after number ${this.recall(place)}.`)
    this.remember(place, Math.max(sequence, this.recall(place)))
  }
}
