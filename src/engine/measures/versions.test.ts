import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { isNewer, judge, verdictOf, versionNumber } from './versions.ts'

/** Three entries of epoch 1, of which db2 has two; then one of epoch 2, and a late one of epoch 1. */
function story() {
  const small = new SmallWorld()
  const entryOf = (write: number): number => small.world.writes.entry.get(write - 1)
  const [one, two] = [small.write(), small.write()].map(entryOf) as [number, number]
  const three = entryOf(small.log('db1'))
  small.promote('db2')
  const next = entryOf(small.log('db2'))
  const late = entryOf(small.log('db1'))
  return { world: small.world, one, two, three, next, late }
}

test('[R18] the later of one epoch is newer, and anything of a later epoch; nothing is older than all', () => {
  const { world, one, two, three, next, late } = story()
  const order = [0, one, two, three, late, next]
  order.forEach((entry, at) => {
    order.forEach((other, before) => {
      expect(isNewer(world, entry, other)).toBe(at > before)
    })
  })
})

test('[R18] a version is named by its place in the log of the master that took it', () => {
  const { world, one, three, next } = story()
  expect([0, one, three, next].map((entry) => versionNumber(world, entry))).toEqual([0, 1, 3, 3])
})

test('[R18] the worst of an answer counts: own write missing, then back in time, then stale', () => {
  const { world, one, two, three } = story()
  const said = (asked: { newest: number; own: number; seen: number }, entry: number, upTo: number) =>
    verdictOf(judge(world, asked, entry, upTo))
  expect(said({ newest: two, own: 0, seen: 0 }, two, two)).toBe('fresh')
  expect(said({ newest: 0, own: 0, seen: 0 }, 0, 0)).toBe('fresh')
  expect(said({ newest: two, own: one, seen: one }, three, three)).toBe('fresh')
  expect(said({ newest: two, own: 0, seen: 0 }, one, one)).toBe('stale')
  expect(said({ newest: one, own: one, seen: two }, one, one)).toBe('went-back')
  expect(said({ newest: two, own: two, seen: two }, one, one)).toBe('own-write-missing')
  expect(said({ newest: two, own: two, seen: 0 }, 0, 0)).toBe('own-write-missing')
})
