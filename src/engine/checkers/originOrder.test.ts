import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { honestStory, verdict } from './verdict.ts'

test('[I3] entries applied in the order of their origin are fine, over several origins too', () => {
  expect(verdict(honestStory(new SmallWorld()), 'I3').held).toBe(true)
})

test('[I3] an entry applied after a later one of the same origin is found', () => {
  const small = new SmallWorld()
  small.log('db1')
  small.log('db1')
  small.receive('db2', 'db1')
  small.note('db2', 'entries-applied', { from: 2, to: 2 })
  expect(verdict(small, 'I3').held).toBe(true)
  small.note('db2', 'entries-applied', { from: 1, to: 1 })
  expect(verdict(small, 'I3').violation?.text).toBe('db2 took entry db1:1 after db1:2.')
})
