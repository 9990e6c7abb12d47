/** One master ends, another begins. */
import { describe, expect, it } from 'vitest'
import { us } from '../../run/index.ts'
import { acted, film, filmOf, runOf } from '../fixtures/film.ts'

describe('failover-clean', () => {
  it('loses nothing, and fences the old master on its return', () => {
    const { frameAt, kinds } = filmOf('failover-clean')
    expect(frameAt(479).counters.pending).toBe(0)
    const end = frameAt(2900)
    expect(kinds()).toContain('failover-done')
    expect(kinds()).toContain('fenced')
    expect(end.counters.lost).toBe(0)
    expect(end.epoch).toBe(2)
    expect(end.counters.noticed).toBe(1)
  })
})

describe('failover-lost-writes', () => {
  it('promotes the slave that has received most and applied least, after its drain, and loses two promises', () => {
    const { frameAt, at, kinds } = filmOf('failover-lost-writes')
    const [, db2, db3] = frameAt(1400).nodes
    expect(db2!.received).toBeGreaterThan(db3!.received)
    expect(db2!.applied).toBeLessThan(db3!.applied)
    const end = frameAt(3400)
    expect(kinds()).toContain('extra-entries-found')
    expect(at('drain-started')[0]?.args.count).toBeGreaterThan(1)
    expect(end.counters.lost).toBe(2)
    expect(end.nodes[0]).toMatchObject({ role: 'fenced', extraFrom: 19 })
  })
})

describe('drain-skipped', () => {
  it('throws away what was received and not applied, and waiting instead would have lost nothing', () => {
    const { frameAt, at } = filmOf('drain-skipped')
    const [, db2] = frameAt(734).nodes
    expect(db2!.received - db2!.applied).toBeGreaterThan(3)
    expect(frameAt(736).nodes[0]!.onlyHere).toEqual([])
    const end = frameAt(2200)
    const [thrown] = at('relay-log-skipped')
    expect(thrown).toMatchObject({ at: 'db2' })
    expect(end.counters.lost).toBe(thrown!.args.count)
    expect(end.nodes[2]).toMatchObject({ upstream: 'db2', receiver: { state: 'streaming' } })
    const run = runOf('drain-skipped')
    const patient = film(acted(run, { do: 'set', path: 'failover.drain', value: 'wait' }, 0))
    expect(patient.frameAt(4000).counters.lost).toBe(0)
    expect(patient.at('failover-done')[0]!.args.us).toBeGreaterThan(at('failover-done')[0]!.args.us! + 200_000)
  })
})

describe('switchover', () => {
  it('changes masters there and back, and breaks no promise', () => {
    const { frameAt, at, kinds } = filmOf('switchover')
    expect(frameAt(740).nodes.map(({ role }) => role)).toEqual(['slave', 'master', 'slave'])
    const end = frameAt(1200)
    expect(end.nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'slave'])
    expect(kinds().filter((kind) => kind === 'switchover-done')).toHaveLength(2)
    expect(end.outages.map(({ reason }) => reason)).toEqual(['switchover', 'switchover'])
    for (const { args } of at('switchover-done')) expect(args.us).toBeLessThan(300_000)
    expect(end.counters).toMatchObject({ lost: 0, unknown: 0 })
    expect(end.counters.error).toBeGreaterThan(0)
  })
})

describe('three-monitors', () => {
  it('takes no notice of one that is cut off, and elects one when the master dies', () => {
    const { frameAt, at } = filmOf('three-monitors')
    const before = frameAt(2400)
    expect(before.counters.lost).toBe(0)
    expect(before.epoch).toBe(1)
    const [blocked] = at('failover-blocked')
    expect(blocked).toMatchObject({ at: 'm3', args: { reason: 'no-quorum' } })
    expect(blocked!.t).toBeLessThan(us(1800))
    const end = frameAt(4300)
    const elected = at('elected')
    expect(elected).toHaveLength(1)
    expect(elected[0]!.t).toBeGreaterThan(us(2400))
    expect(at('failover-done').map((fact) => fact.at)).toEqual([elected[0]!.at])
    expect(end.epoch).toBe(2)
    expect(new Set(end.monitors.map(({ watches }) => watches)).size).toBe(1)
    expect(end.monitors.map(({ verdict }) => verdict)).toEqual(['up', 'up', 'up'])
  })
})

describe('no-majority', () => {
  it('leaves a dead master dead until two monitors can act together', () => {
    const { frameAt, at } = filmOf('no-majority')
    const waiting = frameAt(4000)
    expect(waiting.monitors.find(({ id }) => id === 'm1')).toMatchObject({ verdict: 'down-for-me', leads: false })
    expect(at('failover-blocked').some((fact) => fact.at === 'm1' && fact.args.reason === 'no-quorum')).toBe(true)
    expect(waiting.nodes.every(({ id, role }) => id === 'db1' || role !== 'master')).toBe(true)
    frameAt(5200)
    const [promoted] = at('promoted')
    expect(promoted!.t).toBeGreaterThan(us(4000))
    expect(at('promoted')).toHaveLength(1)
  })
})
