import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { honestStory, verdict } from './verdict.ts'

test('[I2] slaves that copy in order hold prefixes, also after a failover', () => {
  expect(verdict(honestStory(new SmallWorld()), 'I2').held).toBe(true)
})

test('[I2] a slave with another entry at a position than the master of its epoch is found', () => {
  const small = new SmallWorld()
  small.write()
  const [first, second] = [small.log('db1'), small.log('db1')].map((write) => small.world.writes.entry.get(write - 1))
  small.node('db2').log.append(second!, 1, 0)
  small.node('db2').log.append(first!, 1, 0)
  small.note('db2', 'entries-received', { peer: 'db1', from: 2, to: 3 })
  expect(verdict(small, 'I2').violation?.text).toBe(
    'db2 holds another entry at position 3 than the master of its epoch wrote there.',
  )
})

test('[I2] a slave that skipped an entry is found', () => {
  const small = new SmallWorld()
  small.write()
  small.log('db1')
  const later = small.world.writes.entry.get(small.log('db1') - 1)
  small.node('db2').log.append(later, 1, 0)
  small.note('db2', 'entries-received', { peer: 'db1', from: 2, to: 2 })
  expect(verdict(small, 'I2').held).toBe(false)
})

test('[I2] positions beyond the end of the log are found', () => {
  const small = new SmallWorld()
  small.note('db2', 'entries-applied', { from: 1, to: 1 })
  expect(verdict(small, 'I2').violation?.text).toBe('db2 has applied position 1, but its log ends at 0.')
})
