import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { distanceOf, levelOf, reportedLag } from './lag.ts'

test('[M1] entries to receive, to apply and behind are counted against the surviving history', () => {
  const small = new SmallWorld()
  small.write()
  small.wait(10).log('db1', 4)
  small.wait(10).log('db1')
  small.receive('db2', 'db1').wait(5).log('db1', 2)
  const { world } = small
  expect(distanceOf(world, small.node('db2'))).toEqual({
    entriesToReceive: 2,
    entriesToApply: 5,
    entriesBehind: 7,
    oldestAt: 10,
  })
  expect(distanceOf(world, small.node('db3'))).toEqual({
    entriesToReceive: 7,
    entriesToApply: 0,
    entriesBehind: 7,
    oldestAt: 10,
  })
})

test('[M1] a slave that has everything is not behind, and its oldest entry has no age', () => {
  const small = new SmallWorld()
  small.write()
  expect(distanceOf(small.world, small.node('db2'))).toEqual({
    entriesToReceive: 0,
    entriesToApply: 0,
    entriesBehind: 0,
    oldestAt: -1,
  })
})

test('[M1] after a failover a slave lags behind the new master, whatever more the old one had', () => {
  const small = new SmallWorld()
  small.write()
  small.log('db1', 3)
  small.wait(5).kill('db1').promote('db2')
  expect(distanceOf(small.world, small.node('db3')).entriesBehind).toBe(0)
  small.wait(5).log('db2', 2)
  expect(distanceOf(small.world, small.node('db3')).entriesToReceive).toBe(2)
  // The old master, if it were to copy, would lack them too, whatever else it has.
  expect(distanceOf(small.world, small.node('db1')).entriesToReceive).toBe(2)
})

test('[M2] the worse of entries and age decides the level', () => {
  const limits = { warnEntries: 10, criticalEntries: 100, warnUs: 1000, criticalUs: 5000 }
  expect([levelOf(9, 999, limits), levelOf(10, 0, limits), levelOf(0, 1000, limits)]).toEqual(['ok', 'warn', 'warn'])
  expect([levelOf(100, 0, limits), levelOf(1, 5000, limits), levelOf(99, 4999, limits)]).toEqual([
    'critical',
    'critical',
    'warn',
  ])
})

test('[I10] the slave reports the age of what it applies next, and nothing about what has not arrived', () => {
  const small = new SmallWorld()
  small.wait(2_000_000).log('db1')
  small.receive('db2', 'db1').wait(3_500_000)
  expect(reportedLag(small.world, small.node('db2'))).toBe(3)
  expect(reportedLag(small.world, small.node('db3'))).toBe(0)
  small.put('db2', 'applier', 'stopped').put('db3', 'receiver', 'connection.connecting')
  expect(reportedLag(small.world, small.node('db2'))).toBeNull()
  expect(reportedLag(small.world, small.node('db3'))).toBeNull()
})
