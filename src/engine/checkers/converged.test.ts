import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { honestStory, verdict } from './verdict.ts'

test('[converged] being behind does not break it; a promotion ends the promise', () => {
  const small = new SmallWorld()
  small.write('db1', ['db2'])
  expect(verdict(small, 'converged')).toMatchObject({ promised: true, held: true })
  expect(verdict(honestStory(new SmallWorld()), 'converged')).toMatchObject({ promised: false, held: true })
})

test('[converged] finds data that differ from what was applied', () => {
  const small = new SmallWorld()
  small.write()
  small.log('db1', 2)
  small.receive('db2', 'db1')
  const node = small.node('db2')
  node.data.apply(node.log, 2, 2, small.world.entries)
  node.applied.mark(3, 0)
  small.note('db2', 'entries-applied', { from: 2, to: 3 })
  expect(verdict(small, 'converged').violation?.text).toBe('db2 applied position 3, but k3 shows another value.')
})

test('[converged] is broken by entries that the newest epoch began without', () => {
  const small = honestStory(new SmallWorld())
  small.note('db1', 'extra-entries-found', { from: 5, to: 7, count: 3 })
  expect(verdict(small, 'converged')).toMatchObject({
    promised: false,
    held: false,
    violation: { text: 'db1 holds 3 entries that epoch 2 began without.' },
  })
})
