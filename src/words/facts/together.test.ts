import { describe, expect, it } from 'vitest'
import type { Fact, FactKind } from '../../engine/index.ts'
import { sampleFact } from '../fixtures/sample-facts.ts'
import { milestone, milestoneNow } from '../index.ts'

const fact = (kind: FactKind, at: string, args: object = {}, t = 7): Fact => ({ ...sampleFact(kind, args), at, t })
const told = (...facts: Fact[]): string => milestoneNow(facts[facts.length - 1]!, facts)

describe('milestones of one instant', () => {
  it('tell of all links that a cut takes, and add up what was on them', () => {
    const cut = (at: string, count: number) => fact('link-cut', at, { count })
    expect(told(cut('db1~db2', 1), cut('db1~db3', 0), cut('db1~monitor', 1))).toBe(
      'The network from db1 to db2, db3 and the monitor is cut, and 2 messages on the way are lost.',
    )
    expect(told(cut('db1~db2', 0), cut('db1~db3', 0))).toBe('The network from db1 to db2 and db3 is cut.')
    expect(told(cut('db1~db2', 0), cut('db3~db4', 0))).toBe(
      'The network between db1 and db2 and between db3 and db4 is cut.',
    )
  })

  it('tell of all links that fall silent or work again', () => {
    const both = (kind: FactKind) => told(fact(kind, 'db1~db2'), fact(kind, 'db1~db3'))
    expect(both('link-stalled')).toBe('The network from db1 to db2 and db3 goes silent, and nobody is told.')
    expect(both('link-healed')).toBe('The network from db1 to db2 and db3 works again.')
  })

  it('tell of all slaves that lose their upstream, and of all that copy from another', () => {
    const orphan = (peer: string) => fact('orphaned', 'monitor', { peer, upstream: 'db2' })
    expect(told(orphan('db4'), orphan('db5'))).toBe(
      'db4 and db5 have lost the slave that they copied from, so the monitor sends them to the master.',
    )
    const repointed = (at: string, peer: string) => fact('repointed', at, { peer })
    expect(told(repointed('db4', 'db1'), repointed('db5', 'db1'))).toBe('db4 and db5 now copy from db1.')
    expect(told(repointed('db4', 'db1'), repointed('db5', 'db3'))).toBe('db5 now copies from db3.')
  })

  it('tell that a master is fenced together with what it holds', () => {
    const extra = fact('extra-entries-found', 'db1', { count: 2, from: 19 })
    expect(told(fact('fenced', 'db1'), extra)).toBe(
      'db1 is fenced, and holds 2 entries that the new master never had, from #19 on.',
    )
    expect(told(fact('fenced', 'db1', {}, 6), extra)).toBe(milestone(extra))
  })

  it('are told alone when they are alone, or of another kind', () => {
    const one = fact('link-cut', 'db1~monitor', { count: 0 })
    expect(told(one)).toBe('The network between db1 and the monitor is cut.')
    expect(told(fact('killed', 'db3'), one)).toBe(milestone(one))
  })
})

it('a conflict and what it costs are one sentence; what says why goes before both', () => {
  const found = { ...sampleFact('conflict-found'), at: 'db1', t: 5 }
  const discarded = { ...sampleFact('write-discarded'), at: 'db1', t: 5 }
  const swapped = { ...sampleFact('rows-swapped'), at: 'db1', t: 5 }
  expect(milestoneNow(discarded, [found, discarded])).toBe(
    'db1 finds a conflict on cart: #6 of db1 stays, and #3 of db2 is discarded, though its client was told OK.',
  )
  const later = { ...discarded, args: { ...discarded.args, us: 28_000 } }
  expect(milestoneNow(later, [later])).toBe('db1 discards #3 of db2 on cart, though told OK and written 28 ms later.')
  expect(milestoneNow(discarded, [found, swapped, discarded])).toBe(milestone(swapped))
  expect(milestoneNow(discarded, [{ ...found, t: 4 }, discarded])).toBe(milestone(discarded))
})
