import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { honestStory, verdict } from './verdict.ts'

test('[appliedOnce] is promised and held in an honest run', () => {
  expect(verdict(honestStory(new SmallWorld()), 'appliedOnce')).toMatchObject({ promised: true, held: true })
})

test('[appliedOnce] finds an entry applied twice', () => {
  const small = new SmallWorld()
  small.write('db1', ['db2'], 4)
  small.note('db2', 'entries-applied', { from: 3, to: 4 })
  expect(verdict(small, 'appliedOnce').violation?.text).toBe('db2 applied positions 3 to 4 twice.')
})

test('[appliedOnce] finds a gap', () => {
  const small = new SmallWorld()
  small.write('db1', ['db2'])
  small.log('db1', 3)
  small.receive('db2', 'db1').note('db2', 'entries-applied', { from: 3, to: 4 })
  expect(verdict(small, 'appliedOnce').violation?.text).toBe('db2 applied position 3 right after 1.')
})

test('[appliedOnce] a recovery that commits the rest of the log is no gap', () => {
  const small = new SmallWorld()
  small.write('db1')
  small.log('db1', 2)
  small.kill('db1').node('db1').applied.mark(3, 9)
  small.note('db1', 'node-recovered', { to: 3, count: 0 })
  small.put('db1', 'process', 'up').log('db1')
  small.commit('db1')
  expect(verdict(small, 'appliedOnce').held).toBe(true)
})
