import { describe, expect, test } from 'vitest'
import type { FactArgs, FactKind } from '../fact.ts'
import { SmallWorld } from '../observe/smallWorld.ts'
import { changed, settingsOf } from '../settings/index.ts'
import { verdict } from './verdict.ts'

const KINDS = [
  ['freshReads', 'stale-read'],
  ['ownReads', 'own-write-missing'],
  ['monotonicReads', 'read-went-back'],
] as const satisfies readonly (readonly [string, FactKind])[]

/** One client that reads; db1 is master. */
function small(route: string): SmallWorld {
  const one = new SmallWorld(['db1', 'db2'], { clients: [{ id: 'c1', kind: 'reader', route }] })
  one.world.clients[0]!.sticksTo = 1
  return one
}
const ARGS: FactArgs = { peer: 'db2', key: 'k1', value: 7, write: 1, from: 1, to: 2 }
const read = (one: SmallWorld, breach?: FactKind) => {
  const sent = one.note('c1', 'read-sent', { peer: 'db2', key: 'k1' })
  if (breach) one.note('c1', breach, ARGS, sent.id)
  return one
}
const reroute = (one: SmallWorld, route: string) => {
  const { world } = one
  world.settings = settingsOf(changed(world.settings.scenario, 'clients.c1.route', route))
  return one
}

describe.each(KINDS)('%s', (name, breach) => {
  test('[R20] nobody who reads, no promise', () => {
    expect(verdict(new SmallWorld(), name)).toMatchObject({ promised: false, held: true })
  })

  test('[R20] is promised by the route leader, and a breach of it is noticed and named', () => {
    const one = read(small('leader'))
    expect(verdict(one, name)).toMatchObject({ promised: true, held: true })
    read(one, breach)
    expect(verdict(one, name)).toMatchObject({ promised: true, held: false })
    expect(verdict(one, name).violation!.text).toMatch(/db2 .*c1/)
  })

  test('[R20] is not promised by the route random: a breach shows, and a promise that begins later is held', () => {
    const one = read(small('random'), breach)
    expect(verdict(one, name)).toMatchObject({ promised: false, held: false })
    reroute(one, 'leader')
    expect(verdict(one, name)).toMatchObject({ promised: true, held: true, violation: null })
    read(one, breach)
    expect(verdict(one, name)).toMatchObject({ promised: true, held: false })
  })

  test('[R20] a read that was sent without a promise may go wrong under one', () => {
    const one = small('random')
    const sent = one.note('c1', 'read-sent', { peer: 'db2', key: 'k1' })
    reroute(one, 'leader').note('c1', breach, ARGS, sent.id)
    expect(verdict(one, name)).toMatchObject({ promised: true, held: true })
  })
})

test('[R20] which route promises what', () => {
  const promised = (route: string) =>
    KINDS.filter(([name]) => verdict(read(small(route)), name).promised).map(([name]) => name)
  expect(promised('leader')).toEqual(['freshReads', 'ownReads', 'monotonicReads'])
  expect(promised('random')).toEqual([])
  expect(promised('sticky')).toEqual(['monotonicReads'])
  expect(promised('leader-after-write')).toEqual([])
  expect(promised('wait-for-position')).toEqual(['ownReads', 'monotonicReads'])
})
