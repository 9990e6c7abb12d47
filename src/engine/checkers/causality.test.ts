import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { honestStory, verdict } from './verdict.ts'

test('[I1] facts in order, each after its cause, are fine', () => {
  const small = honestStory(new SmallWorld())
  const cause = small.note('db2', 'suspected')
  small.note('db2', 'confirmed', {}, cause.id)
  expect(verdict(small, 'I1')).toEqual({ name: 'I1', kind: 'invariant', promised: true, held: true, violation: null })
})

test('[I1] a fact that comes before its cause is found', () => {
  const small = new SmallWorld()
  const fact = small.note('db1', 'killed', {}, 9)
  expect(verdict(small, 'I1').violation).toEqual({
    t: 0,
    fact: fact.id,
    text: 'Fact 1 (killed) comes before its cause, fact 9.',
  })
})

test('[I1] time that goes backwards is found, once, and the first finding stays', () => {
  const small = new SmallWorld()
  small.wait(50).note('db1', 'killed')
  small.wait(-20).note('db2', 'killed')
  small.wait(-20).note('db3', 'killed')
  expect(verdict(small, 'I1')).toMatchObject({ held: false, violation: { t: 30, fact: 2 } })
})
