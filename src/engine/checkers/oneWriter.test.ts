import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { honestStory, verdict } from './verdict.ts'

test('[oneWriter] holds when the old master is dead, though with a monitor it is not promised', () => {
  expect(verdict(honestStory(new SmallWorld()), 'oneWriter')).toMatchObject({ promised: false, held: true })
})

test('[oneWriter] is promised where nobody can promote', () => {
  const small = new SmallWorld(undefined, { failover: { monitor: false } })
  small.write()
  expect(verdict(small, 'oneWriter')).toMatchObject({ promised: true, held: true })
  small.promote('db2')
  expect(verdict(small, 'oneWriter').promised).toBe(false)
})

test('[oneWriter] finds a master that commits after a newer epoch has begun', () => {
  const small = new SmallWorld()
  small.write()
  small.promote('db2').log('db1')
  small.commit('db1')
  expect(verdict(small, 'oneWriter')).toMatchObject({
    promised: false,
    held: false,
    violation: { text: 'db1 committed w2 although db2 had become master of epoch 2.' },
  })
})
