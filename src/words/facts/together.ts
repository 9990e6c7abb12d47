/**
 * What happens to several at one instant is told in one sentence: links that a cut takes at once, slaves that lose their
 * upstream together, a master that is fenced and found to hold what nobody else has.
 */
import type { Fact, FactKind } from '../../engine/index.ts'
import { count, list } from '../numbers.ts'
import { packs } from '../packs.ts'
import { terms } from '../terms.ts'
import { milestone } from './index.ts'
import { n, place, subject, who } from './sentences.ts'

/** The newest milestone as a sentence, with those of the same instant that belong to it. `told`: all so far. */
export function milestoneNow(newest: Fact, told: readonly Fact[]): string {
  const alike = told.filter((f) => f.t === newest.t && f.kind === newest.kind)
  const tell = alike.length > 1 ? TOGETHER[newest.kind] : undefined
  if (tell) return tell(alike)
  if (newest.kind === 'extra-entries-found') {
    const fenced = told.find((f) => f.t === newest.t && f.kind === 'fenced' && f.at === newest.at)
    if (fenced) return fencedWith(newest)
  }
  if (newest.kind === 'write-discarded' || newest.kind === 'conflict-found') {
    const beside = (kind: FactKind) => told.find((f) => f.t === newest.t && f.kind === kind && f.at === newest.at)
    const reason = beside('applier-failed') ?? beside('rows-swapped')
    if (reason) return milestone(reason)
    if (newest.kind === 'write-discarded' && beside('conflict-found')) return packs.masters.conflictWith(newest)
  }
  return milestone(newest)
}

const TOGETHER: Partial<Record<FactKind, (facts: readonly Fact[]) => string>> = {
  'link-cut': (facts) => {
    const lost = facts.reduce((sum, f) => sum + n(f.args.count), 0)
    const cargo = lost === 0 ? '' : `, and ${count(lost, 'message')} on the way ${lost === 1 ? 'is' : 'are'} lost`
    return `The network ${between(facts)} is cut${cargo}.`
  },
  'link-stalled': (facts) => `The network ${between(facts)} goes silent, and nobody is told.`,
  'link-healed': (facts) => `The network ${between(facts)} works again.`,
  orphaned: (facts) =>
    `${list(facts.map(who))} have lost the ${terms.slave} that they copied from, so the monitor sends them to the ${terms.master}.`,
  repointed: (facts) =>
    facts.every((f) => who(f) === who(facts[0]!))
      ? `${list(facts.map(subject))} now copy from ${who(facts[0]!)}.`
      : milestone(facts[facts.length - 1]!),
}

/** From the one end that all have in common; without one, pair by pair. */
function between(facts: readonly Fact[]): string {
  const ends = facts.map(({ at }) => at.split('~'))
  const common = ends[0]?.find((end) => ends.every((pair) => pair.includes(end)))
  if (common === undefined) return list(facts.map(({ at }) => `between ${place(at)}`))
  return `from ${place(common)} to ${list(ends.map((pair) => place(pair.find((end) => end !== common) ?? common)))}`
}

const fencedWith = (f: Fact): string =>
  `${subject(f)} is fenced, and holds ${count(n(f.args.count), 'entry', 'entries')} that the new ${terms.master} never had, from #${n(f.args.from)} on.`
