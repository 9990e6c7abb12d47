import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { ERROR, UNKNOWN } from '../writes.ts'
import { brokenWrites, heldOnlyHere, isReachable, okBeyond, safeTo } from './loss.ts'

/** db1 has said OK to two writes that db2 lacks and three that db3 lacks; the last one in its log is not told yet. */
function story(): SmallWorld {
  const small = new SmallWorld()
  small.write()
  small.write()
  const [both, one] = [small.log('db1'), small.log('db1', 3)]
  small.commit('db1').tell(both, 'db1').receive('db2', 'db1').tell(one, 'db1')
  const last = small.log('db1')
  small.commit('db1').tell(last, 'db1')
  small.log('db1')
  return small
}

test('[M3] positions held only here: told OK, and on no other node that is up', () => {
  const small = story()
  expect(heldOnlyHere(small.world, small.node('db1'))).toEqual([7])
  small.kill('db2')
  expect(heldOnlyHere(small.world, small.node('db1'))).toEqual([3, 4, 5, 6, 7])
  expect(heldOnlyHere(small.world, small.node('db3'))).toEqual([])
  expect(heldOnlyHere(small.world, small.node('db1'), 2)).toEqual([7])
})

test('[M3] at risk is what no reachable node holds, and nothing while the master is there', () => {
  const small = story()
  expect(safeTo(small.world)).toBe(8)
  small.kill('db1')
  expect([safeTo(small.world), okBeyond(small.world, 6)]).toEqual([6, 1])
  small.kill('db2')
  expect([safeTo(small.world), okBeyond(small.world, 2)]).toEqual([2, 3])
})

test('[M3] broken are the OKs that a newer epoch begins without; it depends on who takes over', () => {
  const [best, worse] = [story(), story()]
  expect(brokenWrites(best.world)).toEqual([])
  best.kill('db1').promote('db2')
  expect(brokenWrites(best.world)).toEqual([5])
  worse.kill('db1').promote('db3', ['db2', 'db3'], 'by-hand')
  expect(brokenWrites(worse.world)).toEqual([3, 4, 5])
})

test('[M3] an OK that an unfenced old master says after the new epoch began is broken too', () => {
  const small = story()
  small.promote('db2')
  small.world.writes.lostAt.set(4, 1)
  expect(brokenWrites(small.world)).toEqual([])
  const late = small.log('db1')
  small.commit('db1').tell(late, 'db1')
  expect(brokenWrites(small.world)).toEqual([late])
})

test('[M3] errors and unknown outcomes are never counted as lost', () => {
  const small = new SmallWorld()
  small.write()
  const [failed, unclear] = [small.log('db1'), small.log('db1')]
  small.tell(failed, 'db1', ERROR, 'write-error').tell(unclear, 'db1', UNKNOWN, 'write-unknown')
  small.kill('db1').promote('db2')
  expect(brokenWrites(small.world)).toEqual([])
})

test('[M3] a node is reachable when it is up and has a link that is up', () => {
  const small = new SmallWorld()
  const node = small.node('db2')
  expect(isReachable(small.world, node)).toBe(true)
  const link = {
    id: 'db1~db2',
    a: 'db1',
    b: 'db2',
    kind: 'replication',
    oneWayUs: 1,
    jitterUs: 0,
    bytesPerSecond: 0,
    lossOf100k: 0,
    busy: [0, 0] as [number, number],
    since: 0,
    fact: 0,
    free: [0, 0],
  } as const
  small.world.links = [{ ...link, state: 'stalled', free: [0, 0] }]
  expect(isReachable(small.world, node)).toBe(false)
  small.world.links = [
    { ...link, state: 'stalled', free: [0, 0] },
    { ...link, id: 'db2~db3', a: 'db2', b: 'db3', state: 'up', free: [0, 0] },
  ]
  expect(isReachable(small.world, node)).toBe(true)
  small.kill('db2')
  expect(isReachable(small.world, node)).toBe(false)
})
