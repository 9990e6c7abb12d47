import { describe, expect, it } from 'vitest'
import { FACTS, type FactKind } from '../../engine/index.ts'
import { sampleFact } from '../fixtures/sample-facts.ts'
import { milestone, sentence, why } from '../index.ts'

const BROKEN = /undefined|null|NaN|\[object|\?|!|^\s|\s$| {2}|\.\./

describe.each(Object.keys(FACTS) as FactKind[])('%s', (kind) => {
  it('has a line, a sentence and a reason', () => {
    const fact = sampleFact(kind)
    expect(sentence(fact)).toMatch(/^[^\s].*[^.]$/)
    expect(milestone(fact)).toMatch(/^[A-Za-z0-9].*[^.]\.$/)
    expect(why(fact)).toMatch(/^[A-Z].*\.$/)
    for (const text of [sentence(fact), milestone(fact), why(fact)]) expect(text).not.toMatch(BROKEN)
  })

  it('survives a fact that says less than it should', () => {
    const bare = { ...sampleFact(kind), args: {} }
    expect(sentence(bare)).not.toMatch(/undefined|NaN/)
    expect(milestone(bare)).not.toMatch(/undefined|NaN/)
  })
})

describe('the sentences of the pictures', () => {
  it.each<[FactKind, object, string]>([
    ['apply-started', {}, 'applying #17'],
    ['entries-applied', {}, 'applied #16'],
    ['drain-started', {}, 'draining 1 entry'],
    ['repointed', {}, 'now copies from db2'],
    ['chosen', {}, 'chose db2: 17 beats 13'],
    ['confirmed', {}, 'db1 confirmed down'],
    ['killed', {}, 'killed holding #18, #19'],
    ['killed', { list: [] }, 'killed'],
    ['killed', { list: [1, 2, 3, 4, 5, 6] }, 'killed holding #1, #2, #3 and 3 more'],
    ['entries-received', {}, 'received #3 to #9'],
    ['dropped', {}, 'lost #6 on the way to db2'],
    ['dropped', { reason: 'probe', peer: 'db1' }, 'lost a probe on the way to db1'],
    ['setting-changed', {}, 'Down after: 2 misses'],
    ['setting-changed', { path: 'nodes.db3.applyMs', value: 0.5 }, 'db3, Applying takes: 0.5 ms'],
  ])('%s %j', (kind, args, text) => {
    expect(sentence(sampleFact(kind, args))).toBe(text)
  })

  it.each<[FactKind, object, string]>([
    ['drain-started', {}, 'db2 empties its relay log before it takes over.'],
    ['killed', {}, 'db1 dies, and 2 promised writes were only there.'],
    ['killed', { list: [] }, 'db1 dies, and nothing promised was only there.'],
    ['chosen', {}, 'db2 is to take over: it has received 17 entries, the next best 13.'],
    ['writes-lost', {}, '2 promised writes are lost: epoch 2 begins without them.'],
    ['writes-lost', { list: [18], count: 1 }, '1 promised write is lost: epoch 2 begins without it.'],
    ['failover-done', {}, 'The failover is done: it took 1.9 s, and 2 promised writes are lost.'],
    ['failover-done', { count: 0 }, 'The failover is done: it took 1.9 s, and nothing promised was lost.'],
    ['entries-applied', {}, 'db2 applied #16.'],
    ['setting-changed', {}, 'Changed: Down after 2 misses.'],
    ['setting-changed', { path: 'nodes.db3.applyMs', value: 0.5 }, 'Changed for db3: Applying takes 0.5 ms.'],
    ['writes-lost', { reason: 'late' }, 'The old master goes on saying OK, and what it promises from now on is lost.'],
    ['link-cut', {}, 'The network between db1 and db2 is cut, and 2 messages on it are lost.'],
  ])('%s %j', (kind, args, text) => {
    expect(milestone(sampleFact(kind, args))).toBe(text)
  })
})
