import { expect, test } from 'vitest'
import { brokenWrites } from '../measures/loss.ts'
import { SmallWorld } from '../observe/smallWorld.ts'
import { honestStory, verdict } from './verdict.ts'

const semiSync = (waitFor = 1) => ({ replication: { mode: 'semi-sync', waitFor } })
const nodes = ['db1', 'db2', 'db3', 'db4']
const promised = (small: SmallWorld): boolean => verdict(small, 'noLostOk').promised

/** What the kernel does when an epoch has begun. */
function markLost(small: SmallWorld): SmallWorld {
  const list = brokenWrites(small.world)
  for (const write of list) small.world.writes.lostAt.set(write - 1, small.world.time)
  small.world.lost = list.map((write) => ({ write, lostAt: small.world.time }))
  if (list.length > 0) small.note('run', 'writes-lost', { list, count: list.length, epoch: 2 })
  return small
}

/** Another slave copies everything from the new master. */
const follow = (small: SmallWorld, slave = 'db3', master = 'db2'): SmallWorld =>
  small.receive(slave, master).acknowledge(slave, master)

/** db1 says OK to a write that the slaves named have acknowledged, then dies. */
function acknowledgedBy(small: SmallWorld, ...slaves: string[]): SmallWorld {
  small.write(
    'db1',
    small.world.nodes.slice(1).map(({ id }) => id),
  )
  const write = small.log('db1')
  for (const slave of slaves) small.receive(slave, 'db1').acknowledge(slave, 'db1')
  small.commit('db1').tell(write, 'db1')
  return small.kill('db1')
}

test('[noLostOk] async promises nothing; a failover without loss holds, one with loss does not', () => {
  expect(verdict(honestStory(new SmallWorld()), 'noLostOk')).toMatchObject({ promised: false, held: true })
  const small = markLost(acknowledgedBy(new SmallWorld()).promote('db2'))
  expect(verdict(small, 'noLostOk')).toMatchObject({
    promised: false,
    held: false,
    violation: { text: 'The client was told OK for w2 but it is not in epoch 2.' },
  })
})

test('[noLostOk] semi-sync with the most advanced slave drained and promoted promises it, and holds', () => {
  const small = markLost(acknowledgedBy(new SmallWorld(undefined, semiSync()), 'db2').apply('db2').promote('db2'))
  expect(verdict(follow(small), 'noLostOk')).toMatchObject({ promised: true, held: true })
})

test('[noLostOk] after a failover the promise rests until a slave has caught up with the new master', () => {
  const small = markLost(acknowledgedBy(new SmallWorld(undefined, semiSync()), 'db2').apply('db2').promote('db2'))
  expect(promised(small)).toBe(false)
  markLost(small.kill('db2').apply('db3').promote('db3', ['db3']))
  expect(verdict(follow(small, 'db2', 'db3'), 'noLostOk')).toMatchObject({ promised: false, held: false })
})

test('[noLostOk] a loss in spite of the promise is found', () => {
  const small = follow(acknowledgedBy(new SmallWorld(undefined, semiSync()), 'db2').apply('db2').promote('db2'))
  small.note('run', 'writes-lost', { list: [2, 3], count: 2, epoch: 2 })
  expect(verdict(small, 'noLostOk')).toMatchObject({
    promised: true,
    held: false,
    violation: { text: 'The client was told OK for w2, and 1 more, but it is not in epoch 2.' },
  })
})

test('[noLostOk] the promise rests while an OK lacks its acknowledgements, and comes back when the slaves have caught up', () => {
  const small = new SmallWorld(undefined, semiSync())
  small.write()
  small.note('db1', 'gate-timed-out', { us: 1, from: 2, to: 2 })
  const write = small.log('db1')
  small.commit('db1').tell(write, 'db1')
  expect(promised(small)).toBe(false)
  small.receive('db3', 'db1').acknowledge('db3', 'db1')
  expect(promised(small)).toBe(true)
})

test('[noLostOk] a promotion after a fallback is not promised, even when nothing is lost later', () => {
  const small = markLost(acknowledgedBy(new SmallWorld(undefined, semiSync())).promote('db2'))
  expect(verdict(small, 'noLostOk')).toMatchObject({ promised: false, held: false })
})

test('[noLostOk] not promised: somebody else than the most advanced is promoted', () => {
  const behind = markLost(acknowledgedBy(new SmallWorld(undefined, semiSync()), 'db2').promote('db3'))
  expect(verdict(behind, 'noLostOk')).toMatchObject({ promised: false, held: false })
  const byHand = acknowledgedBy(new SmallWorld(undefined, semiSync()), 'db2').apply('db2')
  byHand.promote('db2', ['db2', 'db3'], 'by-hand')
  expect(promised(follow(byHand))).toBe(false)
  expect(promised(new SmallWorld(undefined, { ...semiSync(), failover: { choose: 'by-hand' } }))).toBe(false)
})

test('[noLostOk] not promised: the promoted node had not emptied its relay log', () => {
  expect(promised(follow(acknowledgedBy(new SmallWorld(undefined, semiSync()), 'db2').promote('db2')))).toBe(false)
})

test('[noLostOk] not promised: as many who acknowledged could not be asked as are waited for', () => {
  const alone = acknowledgedBy(new SmallWorld(nodes, semiSync(1)), 'db2')
  markLost(alone.kill('db2').promote('db3', ['db3', 'db4']))
  expect(verdict(alone, 'noLostOk')).toMatchObject({ promised: false, held: false })
  const pair = acknowledgedBy(new SmallWorld(nodes, semiSync(2)), 'db2', 'db3')
  markLost(pair.kill('db2').apply('db3').promote('db3', ['db3', 'db4']))
  expect(verdict(follow(follow(pair, 'db4', 'db3'), 'db2', 'db3'), 'noLostOk')).toMatchObject({
    promised: true,
    held: true,
  })
})

test('[noLostOk] not promised: a deposed master that nobody could fence goes on telling OK', () => {
  const small = new SmallWorld(undefined, semiSync())
  small.write()
  expect(promised(follow(small.promote('db2')))).toBe(true)
  const late = small.log('db1')
  small.receive('db3', 'db1').acknowledge('db3', 'db1').commit('db1').tell(late, 'db1')
  expect(promised(small)).toBe(false)
})

test('[noLostOk] the promise travels in checkpoints', () => {
  const small = new SmallWorld(undefined, semiSync())
  const kept = small.observers.snapshot()
  const write = small.log('db1')
  small.commit('db1').tell(write, 'db1')
  expect(promised(small)).toBe(false)
  small.observers.restore(kept)
  expect(promised(small)).toBe(true)
})
