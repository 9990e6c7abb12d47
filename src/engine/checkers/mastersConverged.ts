import type { Fact, FactKind } from '../fact.ts'
import { Digest } from '../kernel/hash.ts'
import { members } from '../measures/members.ts'
import type { MultiMaster } from '../multiMaster/multiMaster.ts'
import { covers, feedRow, includes, RESOLVERS } from '../resolvers/index.ts'
import type { World } from '../world/index.ts'
import { Checker } from './checker.ts'

/**
 * Guarantee `converged` among several masters: once every one of them has applied every entry, all hold the same data.
 * Promised by rules whose merging is commutative, associative and idempotent. No longer once something has happened
 * that such a rule cannot make good: an entry skipped or applied again, a tombstone thrown away too early, another rule
 * while masters differed, a master taken away whose entries not all others can still get.
 */
export class MastersConverged extends Checker {
  readonly name = 'converged'
  readonly kind = 'guarantee'
  /** Memory: 1 = no longer promised. */
  readonly kinds: FactKind[] = [
    'entries-applied',
    'entries-logged',
    'repair-done',
    'tombstone-collected',
    'row-resurrected',
    'entry-skipped',
    'applied-again',
    'setting-changed',
    'master-removed',
  ]

  override promised(world: World): boolean {
    return this.recall(0) === 0 && RESOLVERS[world.settings.multiMaster!.rule].promisesConvergence
  }

  see(fact: Fact, world: World): void {
    const multi = world.multi!
    if (this.releases(fact, world, multi)) this.remember(0, 1)
    if (!isQuiet(world, multi)) return
    const [first, ...others] = members(world).map(({ number }) => multi.sites[number]!)
    const different = others.find(({ sum }) => sum[0] !== first!.sum[0] || sum[1] !== first!.sum[1])
    if (different === undefined) return
    const names = [first!, different].map(({ number }) => world.nodes[number]!.id)
    this.broken(fact, `${names[0]} and ${names[1]} have applied all entries and hold different data.`)
  }

  /** Has anything happened that no rule makes good? */
  private releases({ kind, args }: Fact, world: World, multi: MultiMaster): boolean {
    if (kind === 'entry-skipped' || kind === 'applied-again' || kind === 'row-resurrected') return true
    if (kind === 'tombstone-collected') return args.reason === 'grace'
    if (kind === 'master-removed') return !canGetAll(world, multi)
    const isRule = kind === 'setting-changed' && RULES.includes(args.path ?? '')
    const { rule } = world.settings.multiMaster!
    // What another kind of rule has left behind stands until somebody writes over it.
    return !RESOLVERS[rule].promisesConvergence || (isRule && !(isQuiet(world, multi) && isSame(world, multi)))
  }
}

const RULES = ['multiMaster.rule', 'multiMaster.ties', 'multiMaster.loops']

/** Has everybody applied everything, and is no row under way? */
function isQuiet(world: World, multi: MultiMaster): boolean {
  const sites = members(world).map(({ number }) => multi.sites[number]!)
  const first = sites[0]!
  if (sites.some(({ seen }) => !includes(seen, first.seen) || !includes(first.seen, seen))) return false
  if (sites.some(({ own, number }) => own.length > 0 && !covers(first.seen, { origin: number, sequence: own.length })))
    return false
  for (const { kind } of world.messages.values()) if (kind === 'snapshot') return false
  return true
}

/** Down to what nobody shows. */
function isSame(world: World, multi: MultiMaster): boolean {
  const prints = members(world).map(({ number }) => {
    const digest = new Digest()
    multi.sites[number]!.rows.forEach((key, { state }) => {
      feedRow(state, digest.int(key))
    })
    return digest.hex()
  })
  return prints.every((print) => print === prints[0])
}

/** A master has just gone: will what some of the others have of it, or got through it, still reach all of them? */
function canGetAll(world: World, multi: MultiMaster): boolean {
  const { topology, loops } = world.settings.multiMaster!
  if (topology === 'ring' && loops === 'seen') return true
  const sites = members(world).map(({ number }) => multi.sites[number]!)
  return sites.every(({ seen }) => includes(seen, sites[0]!.seen) && includes(sites[0]!.seen, seen))
}
