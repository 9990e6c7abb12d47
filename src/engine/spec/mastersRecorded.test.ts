// What two MariaDB servers did that copy from each other, 20 ms apart: each recorded variant of `circular-conflicts`, with
// the outcome that was recorded. The row was there before, on both.
import { describe, expect, it } from 'vitest'
import { Company } from './masters.ts'

const ARRIVAL = { rule: 'arrival', ship: 'row', onError: 'stop' }

/** 20 ms apart; the row holds 100 at both. */
function pair(multiMaster: object = {}): Company {
  const lab = new Company({ multiMaster: { ...ARRIVAL, ...multiMaster }, network: { oneWayMs: 20 } })
  lab.does('c1', 'put', 100).pass(200)
  expect(lab.rows()).toEqual([['100'], ['100']])
  return lab
}

/** Does a later write get through, from the first to the second and back? */
function later(lab: Company): [boolean, boolean] {
  lab.does('c1', 'insert', 901).does('c2', 'insert', 902).pass(300)
  const has = (node: string, value: string) =>
    lab.engine
      .frame()
      .multiMaster!.sites.some(
        (site) => site.node === node && site.rows.some(({ versions }) => versions.some((one) => one.value === value)),
      )
  return [has('db2', '901'), has('db1', '902')]
}

describe('what MariaDB did, recorded', () => {
  it('[U20] 1: the same row at the same time: each ends with the other’s value, and nobody says so', () => {
    const lab = pair({ generatedKeys: 'interleaved' })
    lab.does('c1', 'put', 1).does('c2', 'put', 2).pass(200)
    expect(lab.rows()).toEqual([['2'], ['1']])
    expect(lab.errors).toEqual({})
    expect(lab.conflicts.map(({ node, outcome, swappedAt }) => [node, outcome, swappedAt])).toEqual([
      ['db2', 'kept-there', 'db1'],
      ['db1', 'kept-there', 'db2'],
    ])
    expect(later(lab)).toEqual([true, true])
    expect(lab.many.agreement.keys).toEqual([{ key: 'x', groups: [['db1'], ['db2']] }])
  })

  it('[U20] 1b: 100 ms apart there is no conflict', () => {
    const lab = pair({ generatedKeys: 'interleaved' })
    lab.does('c1', 'put', 1).pass(100)
    lab.does('c2', 'put', 2).pass(200)
    expect(lab.rows()).toEqual([['2'], ['2']])
    expect(lab.conflicts).toEqual([])
    expect(later(lab)).toEqual([true, true])
  })

  it('[U20] 8: one domain for both, checked strictly: both appliers stop (1950), and each keeps its own row', () => {
    const lab = pair({ generatedKeys: 'interleaved', numbers: 'shared' })
    lab.does('c1', 'insert', 11).does('c2', 'insert', 22).pass(200)
    expect([...lab.rows('n1'), ...lab.rows('n2')]).toEqual([['11'], [], [], ['22']])
    expect(lab.errors).toEqual({ 'db1<db2': 1950, 'db2<db1': 1950 })
    expect(later(lab)).toEqual([false, false])
    expect(lab.conflicts).toEqual([])
  })

  it('[U20] 8: in turns there is nothing to stop at: each goes on from the highest number that it has', () => {
    const lab = pair({ generatedKeys: 'interleaved', numbers: 'shared' })
    for (const client of ['c1', 'c2', 'c1'] as const) lab.does(client, 'put', 1).pass(100)
    expect(lab.errors).toEqual({})
    expect(lab.engine.frame().multiMaster!.agreement.agree).toBe(2)
  })

  it('[U20] 2: the same generated key: both appliers stop (1062), and nothing gets through any more', () => {
    const lab = pair({ generatedKeys: 'shared' })
    lab.does('c1', 'insert', 11).does('c2', 'insert', 22).pass(200)
    expect(lab.rows('n1')).toEqual([['11'], ['22']])
    expect(lab.errors).toEqual({ 'db1<db2': 1062, 'db2<db1': 1062 })
    expect(later(lab)).toEqual([false, false])
    expect(lab.many.counts.stopped).toBe(2)
    expect(lab.conflicts[0]).toMatchObject({ kind: 'insert-insert', outcome: 'stopped', key: 'n1' })
    expect(lab.node('db1').applier.state).toBe('failed')
  })

  it('[U20] 3: interleaved keys do not meet', () => {
    const lab = pair({ generatedKeys: 'interleaved' })
    lab.does('c1', 'insert', 11).does('c2', 'insert', 22).pass(200)
    expect([lab.rows('n1'), lab.rows('n2')]).toEqual([
      [['11'], ['11']],
      [['22'], ['22']],
    ])
    expect(later(lab)).toEqual([true, true])
  })

  it('[U20] 4: a delete against an update: who deleted stops (1032), the other deletes; then one direction is dead', () => {
    const lab = pair({ generatedKeys: 'interleaved' })
    lab.does('c1', 'delete').does('c2', 'put', 2).pass(200)
    expect(lab.rows()).toEqual([[], []])
    expect(lab.errors).toEqual({ 'db1<db2': 1032 })
    expect(later(lab)).toEqual([true, false])
    expect(lab.conflicts.map(({ node, kind, outcome }) => [node, kind, outcome])).toContainEqual([
      'db1',
      'update-delete',
      'stopped',
    ])
  })

  it('[U20] 5: a delete against a delete: both stop (1032) with equal data', () => {
    const lab = pair({ generatedKeys: 'interleaved' })
    lab.does('c1', 'delete').does('c2', 'delete').pass(200)
    expect(lab.rows()).toEqual([[], []])
    expect(lab.errors).toEqual({ 'db1<db2': 1032, 'db2<db1': 1032 })
    expect(later(lab)).toEqual([false, false])
    expect(lab.conflicts.every(({ kind }) => kind === 'delete-delete')).toBe(true)
  })

  it('[U20] 6: counters by row images: one of two increments is lost at each', () => {
    const lab = pair({ generatedKeys: 'interleaved' })
    lab.does('c1', 'increment', 10).does('c2', 'increment', 1).pass(200)
    expect(lab.rows()).toEqual([['101'], ['110']])
    expect(later(lab)).toEqual([true, true])
  })

  it('[U20] 6b: counters by statements: both add up', () => {
    const lab = pair({ generatedKeys: 'interleaved', ship: 'statement' })
    lab.does('c1', 'increment', 10).does('c2', 'increment', 1).pass(200)
    expect(lab.rows()).toEqual([['111'], ['111']])
    expect(later(lab)).toEqual([true, true])
  })

  it('[U20] 7: a duplicate that overwrites: swapped, and nobody says so', () => {
    const lab = pair({ generatedKeys: 'shared', onError: 'overwrite' })
    lab.does('c1', 'insert', 11).does('c2', 'insert', 22).pass(200)
    expect(lab.rows('n1')).toEqual([['22'], ['11']])
    expect(lab.errors).toEqual({})
  })
})

describe('an applier that has stopped', () => {
  it('[U21] tries the same entry again when it is started, and goes on when that is skipped', () => {
    const lab = pair({ generatedKeys: 'interleaved' })
    lab.does('c1', 'delete').does('c2', 'put', 2).pass(200)
    lab.does('c2', 'put', 3).pass(100)
    expect(lab.errors).toEqual({ 'db1<db2': 1032 })
    lab.act({ do: 'start-applier', node: 'db1' }).pass(100)
    expect(lab.many.counts.stopped).toBe(2)
    // The put after the delete is an insert: only the update before it cannot be applied.
    lab.act({ do: 'skip-entry', node: 'db1', from: 'db2' }).pass(100)
    expect(lab.facts('entry-skipped')).toHaveLength(1)
    expect(lab.errors).toEqual({})
    expect(lab.rows()).toEqual([['3'], ['3']])
  })

  it('[U21] receives what comes meanwhile, also over a restart', () => {
    const lab = pair({ generatedKeys: 'shared' })
    lab.does('c1', 'insert', 11).does('c2', 'insert', 22).pass(100)
    lab.does('c2', 'put', 5).pass(100)
    const channel = () => lab.many.sites[0]!.channels[0]!
    expect([channel().received, channel().applied]).toEqual([2, 0])
    lab.kill('db1').pass(50)
    lab.restart('db1').pass(500)
    expect([channel().received, channel().applied, channel().error?.code]).toEqual([2, 0, 1062])
  })

  it('[U21] skips by itself where errors are skipped', () => {
    const lab = pair({ generatedKeys: 'shared', onError: 'skip' })
    lab.does('c1', 'insert', 11).does('c2', 'insert', 22).pass(200)
    expect(lab.rows('n1')).toEqual([['11'], ['22']])
    expect(lab.errors).toEqual({})
    expect(lab.facts('entry-skipped')).toHaveLength(2)
    expect(lab.conflicts[0]).toMatchObject({ outcome: 'skipped' })
  })

  it('[U22] stops at a unique value that another row has', () => {
    const lab = pair({ generatedKeys: 'interleaved' })
    lab.does('c1', 'insert', 7).does('c2', 'insert', 7).pass(200)
    expect(lab.errors).toEqual({ 'db1<db2': 1062, 'db2<db1': 1062 })
    expect(lab.conflicts[0]).toMatchObject({ kind: 'unique', outcome: 'stopped' })
  })
})
