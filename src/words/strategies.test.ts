import { describe, expect, it } from 'vitest'
import type { Service } from '../engine/index.ts'
import { asStrategy, parseRun, type Run } from '../run/index.ts'
import { changedSentence, serviceRows, sideNames, speak } from './index.ts'

const nothing = { count: 0, at: null }
const one: Service = {
  writes: { count: 40, medianUs: 71_705, p95Us: 90_000, p95At: 2_400_000 },
  reads: { count: 72, medianUs: 2501, p95Us: 70_501, p95At: 2_200_501 },
  without: { us: 1_075_409, clients: 3, from: 576_571 },
  lost: { count: 7, at: 1_150_004 },
  discarded: nothing,
  stale: { count: 13, at: 280_501 },
  failed: { count: 13, at: 600_001, refused: 11, unknown: 1, reads: 1 },
}
const three: Service = {
  ...one,
  writes: { count: 53, medianUs: 3705, p95Us: 3705, p95At: 2_485_417 },
  without: { us: 0, clients: 0, from: null },
  lost: nothing,
  discarded: { count: 1, at: 1_689_008 },
  failed: { count: 0, at: null, refused: 0, unknown: 0, reads: 0 },
}
const names = { here: 'One master', there: 'Three masters' }
const rows = serviceRows(one, three, names)
const row = (id: string) => rows.find((found) => found.id === id)!

describe('the figures of two strategies', () => {
  it('stand beside each other with units', () => {
    expect(rows.map(({ name, here, there }) => [name, here.text, there.text])).toEqual([
      ['Write, median', '72 ms', '3.7 ms'],
      ['Write, 95th percentile', '90 ms', '3.7 ms'],
      ['Read, median', '2.5 ms', '2.5 ms'],
      ['Read, 95th percentile', '71 ms', '71 ms'],
      ['Without service', '1.1 s, 3 clients', '0 s'],
      ['Failed', '12 writes, 1 read', '0 requests'],
      ['Lost', '7 writes', '0 writes'],
      ['Discarded', '0 writes', '1 write'],
      ['Stale reads', '13 of 72', '13 of 72'],
    ])
  })

  it('mark the smaller one, and neither of two alike', () => {
    const better = (id: string) => [row(id).here.better, row(id).there.better]
    expect(better('writes-median')).toEqual([false, true])
    expect(better('discarded')).toEqual([true, false])
    expect(better('stale')).toEqual([false, false])
  })

  it('lead to where they can be seen, and say so', () => {
    expect(row('lost').here).toMatchObject({
      at: 1_150_004,
      said: 'Lost, One master: 7 writes. Go to where the first of them was lost, 1.150 s',
    })
    expect(row('lost').there).toMatchObject({ at: null, said: '' })
  })

  it('leave out what nobody has asked for', () => {
    const unread = { ...one, reads: { count: 0, medianUs: null, p95Us: null, p95At: null }, stale: nothing }
    expect(serviceRows(unread, unread, names).map(({ id }) => id)).not.toContain('stale')
    expect(serviceRows(unread, unread, names).map(({ id }) => id)).not.toContain('reads-p95')
    expect(serviceRows(unread, three, names).find(({ id }) => id === 'reads-p95')!.here.text).toBe('none')
  })
})

function run(patch: object = {}): Run {
  const nodes = [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }]
  const parsed = parseRun({ nodes, ...patch })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.run
}

describe('the names of two sides', () => {
  const several = (asStrategy(run(), 'several-masters') as { run: Run }).run
  it('say what sets them apart', () => {
    expect(sideNames(run().scenario, several.scenario)).toEqual(['One master', 'Three masters'])
    const semi = run({ replication: { mode: 'semi-sync' } })
    expect(sideNames(run().scenario, semi.scenario)).toEqual(['One master, async', 'One master, semi-sync'])
    expect(sideNames(run().scenario, run({ paceMs: 7 }).scenario)).toEqual(['This run', 'The other run'])
  })

  it('are in the vocabulary that is spoken', () => {
    speak('primary-replica')
    expect(sideNames(run().scenario, several.scenario)[0]).toMatch(/^One (?!master)/)
    speak('master-slave')
  })
})

it('what was changed for a comparison is one sentence, and what is left out another', () => {
  expect(changedSentence([], 0)).toBe('')
  const opened = [
    { client: 'c1', what: 'rate' },
    { client: 'c2', what: 'rate' },
    { client: 'c3', what: 'reads' },
  ] as const
  expect(changedSentence(opened, 2)).toBe(
    'So that both sides are asked the same, c1 and c2 send at their rates whatever the answers; c3 writes at its rate and reads no more. 2 actions of this run cannot be done to the other side.',
  )
})
