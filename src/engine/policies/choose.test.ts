import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, choose } from './choose.ts'

const candidate = (node: number, received: number, excluded = false, more: Partial<Candidate> = {}): Candidate => ({
  node,
  id: `db${node + 1}`,
  received,
  diverged: false,
  excluded,
  promotion: 'neutral',
  elsewhere: false,
  ...more,
})
const reasons = (candidates: Candidate[], named = -1, byHand = false) => {
  const { chosen, verdicts } = choose(candidates, named, byHand)
  return [chosen, ...verdicts.map(({ reason }) => reason)]
}

test('[F23] most received wins, each with its reason', () => {
  expect(reasons([candidate(1, 7), candidate(2, 9), candidate(3, -1), candidate(4, 12, true)])).toEqual([
    2,
    'behind',
    'most-received',
    'down',
    'not-asked',
  ])
})

test('[F24] equal ones are told apart by name', () => {
  expect(reasons([candidate(2, 5), candidate(1, 5), candidate(3, 4)])).toEqual([
    1,
    'tie-by-name',
    'tie-by-name',
    'behind',
  ])
})

test('[F31] by hand nobody is chosen but the named one, if it is able', () => {
  const three = [candidate(1, 5), candidate(2, 9), candidate(3, -1)]
  expect(reasons(three, -1, true)).toEqual([-1, 'behind', 'most-received', 'down'])
  expect(reasons(three, 1, true)).toEqual([1, 'by-hand', 'most-received', 'down'])
  expect(reasons(three, 3, true)[0]).toBe(-1)
})

test('[F48] one that has diverged is out of the running, unless named; with nobody else it is for somebody to decide', () => {
  const [loyal, astray] = [candidate(1, 5), { ...candidate(2, 9), diverged: true }]
  expect(reasons([loyal, astray])).toEqual([1, 'most-received', 'diverged'])
  expect(reasons([loyal, astray], 2)).toEqual([2, 'most-received', 'by-hand'])
  expect(reasons([astray])).toEqual([-1, 'diverged'])
  const undecided = [
    choose([astray], -1, false),
    choose([astray], 2, false),
    choose([loyal, astray], -1, false),
    choose([loyal], -1, true),
    choose([candidate(1, -1)], -1, true),
  ].map((judgement) => judgement.undecided)
  expect(undecided).toEqual([true, false, false, true, false])
})

test('[F23] the order in which candidates are listed changes nothing', () => {
  const some = fc.uniqueArray(fc.record({ node: fc.nat(8), received: fc.integer({ min: -1, max: 4 }) }), {
    selector: ({ node }) => node,
  })
  fc.assert(
    fc.property(some, (list) => {
      const candidates = list.map(({ node, received }) => candidate(node, received))
      expect(choose([...candidates].reverse(), -1, false).chosen).toBe(choose(candidates, -1, false).chosen)
    }),
    { seed: 7 },
  )
})
