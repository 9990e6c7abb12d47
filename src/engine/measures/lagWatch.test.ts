import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'

const lag = { warnEntries: 3, criticalEntries: 6, warnMs: 10, criticalMs: 50 }
const gauge = (small: SmallWorld, id = 'db2') => {
  const found = small.observers.lag(small.world, small.node(id).number)
  return found && [found.level, found.since]
}

test('[M2] a gauge says since when it stands where it stands, when entries moved it', () => {
  const small = new SmallWorld(undefined, { lag })
  small.wait(100).log('db1')
  expect(gauge(small)).toEqual(['ok', 0])
  small.wait(100).log('db1', 2)
  expect(gauge(small)).toEqual(['warn', 200])
  small.wait(100).log('db1', 3)
  expect(gauge(small)).toEqual(['critical', 300])
  small.wait(100).receive('db2', 'db1').apply('db2')
  expect(gauge(small)).toEqual(['ok', 400])
})

test('[M2] a gauge that time alone has moved says the instant of it, whenever it is looked at', () => {
  const small = new SmallWorld(undefined, { lag })
  small.wait(500).log('db1')
  const looks: unknown[] = []
  for (const us of [9_999, 1, 20_000, 20_000, 1_000_000]) looks.push(gauge(small.wait(us)))
  expect(looks).toEqual([
    ['ok', 0],
    ['warn', 10_500],
    ['warn', 10_500],
    ['critical', 50_500],
    ['critical', 50_500],
  ])
  // The next happening finds it there and keeps the instant.
  small.log('db1')
  expect(gauge(small)).toEqual(['critical', 50_500])
})

test('[M2] looking in between changes nothing', () => {
  const story = (look: (small: SmallWorld) => void): unknown => {
    const small = new SmallWorld(undefined, { lag })
    small.wait(500).log('db1')
    small.wait(30_000)
    look(small)
    small.receive('db2', 'db1')
    small.wait(30_000)
    look(small)
    return [small.observers.lag(small.world, 1), small.observers.snapshot().lags]
  }
  expect(story((small) => small.observers.lag(small.world, 1))).toEqual(story(() => {}))
})

test('[M2] nobody can ask a slave that is down, and who copies from nobody has no lag', () => {
  const small = new SmallWorld(undefined, { lag })
  small.wait(700).kill('db2')
  expect(gauge(small)).toEqual(['unknown', 700])
  expect(gauge(small, 'db1')).toBeNull()
})

test('[M2] a gauge comes back from a checkpoint as it was', () => {
  const small = new SmallWorld(undefined, { lag })
  small.wait(500).log('db1')
  const kept = small.observers.snapshot()
  small.wait(100).log('db1', 5)
  expect(gauge(small)).toEqual(['critical', 600])
  small.observers.restore(kept)
  expect(gauge(small)).toEqual(['ok', 0])
})
