import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { changed, settingsOf } from '../settings/index.ts'
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
  small.put('db1', 'commitGate', 'fallenBack').note('db1', 'gate-timed-out', { us: 10, from: 1, to: 1 })
  small.commit('db1').log('db1')
  small.commit('db1').receive('db2', 'db1').acknowledge('db2', 'db1')
  const inFlight = small.log('db1')
  small.put('db1', 'commitGate', 'on.clear').note('db1', 'gate-recovered', { peer: 'db2' })
  small.commit('db1').tell(inFlight, 'db1')
  expect(verdict(small, 'I9').held).toBe(true)
  small.log('db1')
  small.commit('db1')
  expect(verdict(small, 'I9').held).toBe(false)
})

test('[I9] with the wait point AFTER_COMMIT the acknowledgement may come after the commit, but not after the OK', () => {
  const small = new SmallWorld(undefined, { replication: { ...semiSync.replication, waitPoint: 'after-commit' } })
  const write = small.log('db1')
  small.receive('db2', 'db1').commit('db1').acknowledge('db2', 'db1').tell(write, 'db1')
  expect(verdict(small, 'I9').held).toBe(true)
  const other = small.log('db1')
  small.receive('db2', 'db1').commit('db1').tell(other, 'db1')
  expect(verdict(small, 'I9').violation?.text).toBe('db1 let w2 hear OK with 0 of 1 acknowledgements.')
})

test.each([
  ['quorum', 2],
  ['all', 3],
])('[I9] %s: each OK has all of the acknowledgements that it takes', (mode, needed) => {
  const nodes = ['db1', 'db2', 'db3', 'db4']
  const small = new SmallWorld(nodes, { replication: { mode, waitFor: 2 } })
  small.write('db1', nodes.slice(1, 1 + needed))
  expect(verdict(small, 'I9').held).toBe(true)
  small.write('db1', nodes.slice(1, needed))
  const text = `db1 committed position 2 with ${needed - 1} of ${needed} acknowledgements.`
  expect(verdict(small, 'I9').violation?.text).toBe(text)
})

test('[I9] what had passed when the rules were changed is excused, and nothing later', () => {
  const small = new SmallWorld(undefined, { replication: { mode: 'async' } })
  const passed = small.log('db1')
  small.world.settings = settingsOf(changed(small.world.settings.scenario, 'replication.mode', 'quorum'))
  small.put('db1', 'commitGate', 'patient.clear').note('run', 'setting-changed', { path: 'replication.mode' })
  small.commit('db1').tell(passed, 'db1')
  expect(verdict(small, 'I9').held).toBe(true)
  small.log('db1')
  small.commit('db1')
  expect(verdict(small, 'I9').held).toBe(false)
})
