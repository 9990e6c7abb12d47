import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { honestStory, verdict } from './verdict.ts'

test('[I4] positions that only grow are fine', () => {
  expect(verdict(honestStory(new SmallWorld()), 'I4').held).toBe(true)
})

test('[I4] a log that went back inside an epoch is found, unless a recovery says so', () => {
  const shorten = (small: SmallWorld) => {
    small.log('db1', 2)
    small.node('db1').log.truncate(1)
    return small
  }
  const recovered = shorten(new SmallWorld())
  recovered.note('db1', 'node-recovered', { to: 1, count: 1 })
  expect(verdict(recovered, 'I4').held).toBe(true)
  const silent = shorten(new SmallWorld())
  silent.note('db1', 'killed')
  expect(verdict(silent, 'I4').violation?.text).toBe("db1's log went back from 2 to 1.")
})

test('[I4] data ahead of the log is found', () => {
  const small = new SmallWorld()
  small.log('db1')
  small.node('db2').applied.mark(1, 0)
  small.note('db2', 'entries-applied', { from: 1, to: 1 })
  expect(verdict(small, 'I4').violation?.text).toBe('db2 has applied up to 1, but its log ends at 0.')
})

test('[I4] a node that returns to an older epoch is found', () => {
  const small = honestStory(new SmallWorld())
  small.node('db2').epoch = 1
  small.note('db2', 'repointed', { peer: 'db1' })
  expect(verdict(small, 'I4').violation?.text).toBe('db2 went back from epoch 2 to 1.')
})
