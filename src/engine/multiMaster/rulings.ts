/** A conflict judged by every rule, as its card shows it. */
import type { RulingFrame } from '../frame/index.ts'
import { type Judged, type Ruling, rulingsOf, type Statement, type Version, valuesOf } from '../resolvers/index.ts'
import type { World } from '../world/index.ts'
import { findBase } from './conflictFrame.ts'
import { rowHistory } from './meet.ts'
import { entryOf, mastersOf, writtenOf } from './naming.ts'
import { versionFrame } from './versionFrame.ts'

/**
 * By the settings of now. None for a conflict that is no longer kept, and for two rows that want one unique value: no rule
 * for one row judges those. Rule `function` is left out where none is written, or nobody here can run it.
 */
export function mastersRulings(world: World, id: number): RulingFrame[] {
  const multi = mastersOf(world)
  const conflict = multi.conflicts.find((one) => one.id === id)
  if (conflict === undefined || conflict.kind === 'unique') return []
  const { ties, onError, function: source } = world.settings.multiMaster!
  const needs = {
    ties,
    history: rowHistory(world, conflict.key),
    merge: (a: Version, b: Version, base: Version['base']) => multi.mergeBy(source)(a, b, base),
  }
  const rulings = rulingsOf(
    findBase(world, conflict),
    judgedOf(world, conflict.here),
    judgedOf(world, conflict.there),
    needs,
    onError,
  )
  return rulings
    .filter(({ rule }) => rule !== 'function' || (source !== '' && multi.canMerge))
    .map((ruling) => rulingFrame(world, ruling))
}

function judgedOf(world: World, version: Version): Judged {
  const { operation, argument } = writtenOf(world, entryOf(mastersOf(world), version))
  const statement: Statement =
    operation === 'increment' || operation === 'add' ? { operation, argument } : { operation }
  return { version, statement }
}

function rulingFrame(world: World, { rule, ship, ends, agree, discarded, error }: Ruling): RulingFrame {
  const [here, there] = ends.map(({ row, code }) => ({ values: [...valuesOf(row)], code }))
  return {
    rule,
    ship,
    ends: [here!, there!],
    agree,
    discarded: discarded.map((version) => versionFrame(world, version)),
    error,
  }
}
