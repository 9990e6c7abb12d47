import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { honestStory, verdict } from './verdict.ts'

const semiSync = { replication: { mode: 'semi-sync', waitFor: 1 } }

test('[I9] an OK after flush, acknowledgement and commit is fine, in both modes', () => {
  expect(verdict(honestStory(new SmallWorld()), 'I9').held).toBe(true)
  expect(verdict(honestStory(new SmallWorld(undefined, semiSync)), 'I9').held).toBe(true)
})

test('[I9] an OK for what the master has not committed is found', () => {
  const small = new SmallWorld()
  small.tell(small.log('db1'), 'db1')
  expect(verdict(small, 'I9').violation?.text).toBe(
    'The client of w1 heard OK from db1, which had not committed position 1.',
  )
})

test('[I9] a semi-sync commit without its acknowledgement is found', () => {
  const small = new SmallWorld(undefined, semiSync)
  small.log('db1')
  small.receive('db2', 'db1').commit('db1')
  expect(verdict(small, 'I9').violation?.text).toBe('db1 committed position 1 with 0 of 1 acknowledgements.')
})

test('[I9] after a timeout the gate is open, and once it is on again it holds again', () => {
  const small = new SmallWorld(undefined, semiSync)
  small.log('db1')
  small.note('db1', 'gate-timed-out', { us: 10, from: 1, to: 1 })
  small.commit('db1').log('db1')
  small.commit('db1').receive('db2', 'db1').acknowledge('db2', 'db1')
  const inFlight = small.log('db1')
  small.note('db1', 'gate-recovered', { peer: 'db2' })
  small.commit('db1').tell(inFlight, 'db1')
  expect(verdict(small, 'I9').held).toBe(true)
  small.log('db1')
  small.commit('db1')
  expect(verdict(small, 'I9').held).toBe(false)
})
