import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { honestStory, verdict } from './verdict.ts'

test('[I6] one master for every epoch is fine', () => {
  expect(verdict(honestStory(new SmallWorld()), 'I6').held).toBe(true)
})

test('[I6] a slave that logs entries of its own is found', () => {
  const small = new SmallWorld()
  small.log('db2')
  expect(verdict(small, 'I6').violation?.text).toBe('db2 acts as master of epoch 1, whose master is db1.')
})

test('[I6] an epoch that is begun twice is found', () => {
  const small = honestStory(new SmallWorld())
  small.note('db3', 'promoted', { epoch: 2, from: 5 })
  expect(verdict(small, 'I6').violation?.text).toBe('db3 began epoch 2 after epoch 2.')
})

test('[I6] an entry stamped with another epoch than that of its master is found', () => {
  const small = honestStory(new SmallWorld())
  small.node('db2').epoch = 1
  small.log('db2')
  const { end } = small.node('db2').log
  small.note('db2', 'entries-logged', { from: end, to: end, epoch: 2, write: 1 })
  expect(verdict(small, 'I6').held).toBe(false)
})
