import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { ReportedLag } from './reportedLag.ts'
import { honestStory, verdict } from './verdict.ts'

test('[I10] what the slaves of an honest run report follows the table', () => {
  const small = honestStory(new SmallWorld())
  small.log('db2')
  small.wait(5_700_000).receive('db3', 'db2')
  small.put('db3', 'applier', 'stopped').note('db3', 'applier-stopped')
  expect(verdict(small, 'I10').held).toBe(true)
})

test('[I10] each case is looked at: a report that does not follow from the threads or the relay log is found', () => {
  const small = new SmallWorld()
  small.log('db1')
  small.wait(5_000_000).receive('db2', 'db1')
  const fact = { id: 1, t: 0, at: 'db2', kind: 'apply-started', args: {}, cause: 0 } as const
  const held = (said: number | null): boolean => {
    const checker = new ReportedLag(() => said)
    checker.see(fact, small.world)
    return checker.frame(small.world).held
  }
  expect([held(5), held(6), held(4)]).toEqual([true, true, true])
  expect([held(null), held(0), held(8)]).toEqual([false, false, false])
  small.apply('db2')
  expect([held(0), held(5), held(null)]).toEqual([true, false, false])
  small.put('db2', 'receiver', 'connection.connecting')
  expect([held(null), held(0)]).toEqual([true, false])
})
