/** What a master waits for before it says OK. */
import { describe, expect, it } from 'vitest'
import { filmOf } from '../fixtures/film.ts'

describe('semi-sync', () => {
  it('waits for a slave before every OK, until it stops waiting, and waits again at the end', () => {
    const { frameAt, at, kinds } = filmOf('semi-sync')
    frameAt(200)
    const ok = at('write-ok')
    expect(ok.length).toBeGreaterThan(2)
    // There and back to the nearer slave, before the client hears anything.
    for (const { args } of ok) expect(args.us).toBeGreaterThan(16_000)
    frameAt(499)
    expect(kinds().filter((kind) => kind === 'gate-timed-out')).toHaveLength(1)
    const fallen = at('gate-timed-out')[0]!.t
    const afterwards = at('write-ok').filter(({ t }) => t > fallen)
    expect(afterwards.length).toBeGreaterThan(3)
    for (const { args } of afterwards.slice(1)) expect(args.us).toBeLessThan(16_000)
    const end = frameAt(700)
    expect(kinds()).toContain('gate-recovered')
    expect(end.mode.gate).toBe('on')
    expect(end.counters.lost).toBe(0)
  })
})

describe('sync-quorum', () => {
  it('loses one slave without a client noticing, and blocks with the second until it is back', () => {
    const { frameAt, at, kinds } = filmOf('sync-quorum')
    expect(frameAt(399).mode).toMatchObject({ gate: 'on', needed: 2 })
    const before = at('write-ok').map(({ args }) => args.us!)
    expect(before.length).toBeGreaterThan(7)
    expect(Math.max(...before) - Math.min(...before)).toBeLessThan(100)
    const blocked = frameAt(799)
    expect(blocked.mode).toMatchObject({ gate: 'blocked', waiting: 1 })
    expect(blocked.counters).toMatchObject({ ok: before.length, unknown: 0, pending: 1 })
    const end = frameAt(1100)
    expect(kinds()).toContain('gate-unblocked')
    expect(end.mode.gate).toBe('on')
    expect(end.counters).toMatchObject({ lost: 0, unknown: 0, error: 0 })
    expect(end.counters.ok).toBeGreaterThan(before.length + 3)
  })
})

describe('fully-sync', () => {
  it('waits for the slowest slave of all, and with its line silent for ever', () => {
    const { frameAt, at } = filmOf('fully-sync')
    frameAt(600)
    const calm = at('write-ok')
    expect(calm.length).toBeGreaterThan(3)
    // To São Paulo and back, and db3's 20 ms, before the client hears anything.
    for (const { args } of calm) expect(args.us).toBeGreaterThan(135_000)
    for (const { t, args } of calm)
      for (const slave of ['db2', 'db3'])
        expect(at('entries-applied').find((f) => f.at === slave && f.args.to === args.to)!.t).toBeLessThan(t)
    const silent = frameAt(1099)
    expect(silent.mode).toMatchObject({ gate: 'on', waiting: 2, needed: 2 })
    expect(silent.counters.ok).toBe(calm.length)
    const [, db2] = silent.nodes
    expect(db2!.applied).toBe(silent.nodes[0]!.received)
    expect(frameAt(1700).counters.ok).toBeGreaterThan(calm.length + 4)
  })
})

describe('after-commit-phantom', () => {
  it('shows a reader what its writer never hears OK for, and begins an epoch without it', () => {
    const { frameAt, at, kinds } = filmOf('after-commit-phantom')
    const before = frameAt(419)
    const { lastRead } = before.clients.find(({ id }) => id === 'reader')!
    expect(lastRead!.write).toBe(before.counters.issued)
    expect(before.counters).toMatchObject({ pending: 1 })
    const end = frameAt(2000)
    expect(at('phantom-read').map(({ args }) => [args.write, args.value])).toEqual([[lastRead!.write, lastRead!.value]])
    expect(kinds()).toContain('phantom-read')
    expect(end.counters).toMatchObject({ lost: 0, phantomReads: 1 })
    expect(at('write-unknown').map(({ args }) => args.write)).toEqual([lastRead!.write])
    const afterwards = at('read-answered').find(({ args }) => args.epoch === 2)
    expect(afterwards!.args.write).toBe(lastRead!.write - 1)
  })
})
