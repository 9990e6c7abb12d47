import type { Fact, FactKind } from '../fact.ts'
import { covers } from '../resolvers/index.ts'
import type { World } from '../world/index.ts'
import { ERROR } from '../writes.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * I14: where regions agree on every write (mrsc), the writes of a row follow one after another, each of which had seen the
 * one before; so nothing is thrown away. A write that was refused never happens. A strong read shows whatever had been told
 * OK when it was asked.
 */
export class RegionsAgree extends Checker {
  readonly name = 'I14'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = ['entries-logged', 'write-discarded', 'conflict-found', 'read-sent', 'read-answered']

  override applies({ multi }: World): boolean {
    return multi?.regions?.agreement != null
  }

  /** Remembers, per client, whether the read under way was asked as a strong one. */
  see(fact: Fact, world: World): void {
    const { at, kind, args } = fact
    if (kind === 'entries-logged') this.seeEntry(fact, world)
    else if (kind === 'write-discarded') this.broken(fact, `${at} discarded ${args.entry}.`)
    else if (kind === 'conflict-found') this.broken(fact, `${at} has ${args.other}, which ${args.entry} had not seen.`)
    else this.seeRead(fact, world)
  }

  private seeEntry(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    if (node === undefined) return
    const { entries, writes } = world
    const multi = world.multi!
    const entry = node.log.entryAt(fact.args.from!)
    const { key, version } = multi.written.get(entry)!
    const write = entries.writeOf(entry)
    if (writes.outcome.get(write - 1) === ERROR)
      this.broken(fact, `${node.id} did write ${write}, which had been refused.`)
    const all = multi.entriesOf(key, entries.length)
    const slot = all.indexOf(entry) + 1
    const place = multi.regions!.agreement!.slotOf(entry)
    if (slot !== place)
      this.broken(fact, `${node.id} did write ${write} as number ${place} of its row, which is ${slot}.`)
    const before = all[slot - 2]
    const dot = before === undefined ? null : { origin: entries.originOf(before), sequence: entries.sequenceOf(before) }
    if (dot !== null && !covers(version!.context, dot))
      this.broken(fact, `Write ${write} of ${node.id} had not seen the one before it.`)
  }

  private seeRead({ kind, ...fact }: Fact, world: World): void {
    const client = world.clients.find(({ id }) => id === fact.at)
    if (client === undefined) return
    const isStrong = world.settings.regions!.consistency[client.number] === 'strong'
    if (kind === 'read-sent') this.remember(client.number, isStrong ? 1 : 0)
    else if (this.recall(client.number) === 1 && isStrong && world.multi!.freshness.lackedBy(client.number) !== null)
      this.broken({ kind, ...fact }, `A strong read of ${fact.at} showed less than had been told OK.`)
  }
}
