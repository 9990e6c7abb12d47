import { expect, test } from 'vitest'
import { recount } from '../checkers/conservation.ts'
import { SmallWorld } from '../observe/smallWorld.ts'
import { ERROR, UNKNOWN } from '../writes.ts'
import { brokenWrites } from './loss.ts'

const counters = (small: SmallWorld) => small.observers.counters(small.world)

/** What the kernel does when an epoch has begun: it marks what the epoch began without. */
function markLost(small: SmallWorld): void {
  const { world } = small
  const broken = brokenWrites(world)
  for (const write of broken) world.writes.lostAt.set(write - 1, world.time)
  world.lost = [...world.lost, ...broken.map((write) => ({ write, lostAt: world.time }))]
  if (broken.length > 0) small.note('run', 'writes-lost', { list: broken, count: broken.length, epoch: 2 })
}

test('[I8] a write is pending, then what its client heard; told OK, it survives, is at risk, or is lost', () => {
  const small = new SmallWorld()
  small.write()
  const [told, failed, unclear] = [small.log('db1'), small.log('db1'), small.log('db1')]
  small.commit('db1')
  expect(counters(small)).toMatchObject({ issued: 4, ok: 1, pending: 3, surviving: 1, atRisk: 0 })
  small.tell(told, 'db1').tell(failed, 'db1', ERROR, 'write-error').tell(unclear, 'db1', UNKNOWN, 'write-unknown')
  expect(counters(small)).toMatchObject({ ok: 2, error: 1, unknown: 1, pending: 0, surviving: 2, ghost: 2 })
  small.kill('db1')
  expect(counters(small)).toMatchObject({ ok: 2, surviving: 1, atRisk: 1, lost: 0 })
  small.promote('db2')
  markLost(small)
  expect(counters(small)).toMatchObject({ ok: 2, surviving: 1, atRisk: 0, lost: 1, ghost: 0 })
})

test('[I8] a master that comes back before anybody took over brings its entries out of danger', () => {
  const small = new SmallWorld()
  const write = small.log('db1')
  small.commit('db1').tell(write, 'db1').kill('db1')
  expect(counters(small)).toMatchObject({ surviving: 0, atRisk: 1 })
  small.put('db1', 'process', 'up').note('db1', 'node-recovered', { to: 1, count: 0 })
  expect(counters(small)).toMatchObject({ surviving: 1, atRisk: 0 })
})

test('[I8] a write that is logged after its client gave up is a ghost from then on', () => {
  const small = new SmallWorld()
  const { writes } = small.world
  const write = writes.issue(0, 0, 7, 1, 0)
  writes.outcome.set(write - 1, UNKNOWN)
  small.note('c1', 'write-unknown', { write, peer: 'db1', reason: 'timeout' })
  expect(counters(small)).toMatchObject({ unknown: 1, ghost: 0 })
  const first = small.world.entries.append({
    epoch: 1,
    origin: 0,
    sequence: 1,
    key: 0,
    keys: 1,
    operation: 0,
    value: 7,
    wallUs: 0,
    bornAt: 0,
    hybrid: 0,
    write,
    count: 1,
  })
  small.node('db1').log.append(first, 1, 0)
  writes.entry.set(write - 1, first)
  small.note('db1', 'entries-logged', { from: 1, to: 1, epoch: 1, write })
  expect(counters(small)).toMatchObject({ unknown: 1, ghost: 1 })
})

test('[I8] a checkpoint brings the counters back', () => {
  const small = new SmallWorld()
  const write = small.log('db1')
  const kept = small.observers.snapshot()
  const before = counters(small)
  const outcome = small.world.writes.snapshot()
  small.tell(write, 'db1', UNKNOWN, 'write-unknown')
  expect(counters(small)).not.toEqual(before)
  small.observers.restore(kept)
  small.world.writes.restore(outcome)
  expect(counters(small)).toEqual(before)
})

test('[I8] a lost write survives again when a slave that was left behind with it becomes master', () => {
  const small = new SmallWorld()
  small.write()
  const write = small.log('db1')
  small.receive('db2', 'db1').commit('db1').tell(write, 'db1').apply('db2').kill('db1').promote('db3')
  markLost(small)
  expect(counters(small)).toMatchObject({ ok: 2, surviving: 1, lost: 1 })
  small.kill('db3').promote('db2')
  expect(counters(small)).toMatchObject({ ok: 2, surviving: 2, lost: 0 })
})

test('[I8] counting one by one gives the same', () => {
  const small = new SmallWorld()
  for (let i = 0; i < 22; i++) small.write('db1', i % 3 === 0 ? [] : ['db2'])
  small.kill('db1').promote('db2')
  markLost(small)
  const { ok, lost, ghost, surviving, atRisk } = counters(small)
  expect(recount(small.world)).toMatchObject({ ok, lost, ghost, kept: surviving + atRisk })
  expect(lost).toBe(1)
})
