/** Logs that are held, purged, handed on, and data that are copied. */
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../engine/index.ts'
import { us } from '../../run/index.ts'
import { behind, filmOf } from '../fixtures/film.ts'
import { preset } from '../index.ts'

describe('delayed-slave', () => {
  it('has the mistake on every slave but the one that is late, and that one is stopped in time', () => {
    const engine = createEngine(preset('delayed-slave')!.run)
    engine.runTo(us(590))
    const good = engine.rows('db1', 99)
    engine.runTo(us(670))
    const mistake = engine.factsAfter(0).find(({ kind, at }) => kind === 'write-sent' && at === 'admin')!
    const spoilt = (id: string) => engine.rows(id, 99).filter(({ write }) => write === mistake.args.write).length
    expect([spoilt('db1'), spoilt('db2'), spoilt('db3')]).toEqual([8, 8, 0])
    engine.runTo(us(1090))
    expect(engine.frame().nodes[2]).toMatchObject({ applier: { state: 'delaying' }, lag: { level: 'ok' } })
    engine.runTo(us(2000))
    const db3 = engine.frame().nodes[2]!
    expect(db3.applier.state).toBe('stopped')
    expect(db3.received).toBeGreaterThan(db3.applied + 8)
    expect(spoilt('db3')).toBe(0)
    // What it has is what the master had a while before the mistake.
    const rows = engine.rows('db3', 99)
    expect(rows.length).toBeGreaterThan(1)
    for (const { key, position } of rows)
      expect(good.find((row) => row.key === key)!.position).toBeGreaterThanOrEqual(position)
  })
})

describe('purged-log', () => {
  it('refuses the slave that was away too long for good, builds it anew, and sends it the rest only', () => {
    const { frameAt, at, kinds } = filmOf('purged-log')
    const away = frameAt(1490)
    const [db1, , db3] = away.nodes
    expect(db1!.purgedTo).toBeGreaterThan(db3!.received)
    expect(frameAt(1890).nodes[2]!.receiver).toMatchObject({ state: 'refused', reason: 'purged' })
    expect(frameAt(2200).nodes[2]!.receiver.state).toBe('copying')
    const end = frameAt(3000)
    expect(kinds()).toEqual([
      'link-cut',
      'left-behind',
      'link-healed',
      'receiver-refused',
      'alert-raised',
      'rebuild-asked',
      'copy-done',
    ])
    const [done] = at('copy-done')
    const first = at('entries-received').find(({ at: node, t }) => node === 'db3' && t > done!.t)
    expect(first!.args.from).toBe(done!.args.to! + 1)
    expect(behind(end, 'db3')).toBeLessThan(4)
    expect(end.counters).toMatchObject({ lost: 0, noticed: 0 })
  })
})

describe('reseed', () => {
  it('copies from a slave at shared speed, and asks the master for what came after the copy began', () => {
    const { frameAt, at } = filmOf('reseed')
    frameAt(2700)
    const [one, two] = at('copy-done')
    expect([one!.at, two!.at]).toEqual(['db3', 'db4'])
    // A second of work each: the first half of one alone, then shared until it is whole, then the rest of the other alone.
    for (const { args } of [one!, two!]) expect(Math.abs(args.us! - 1_500_000)).toBeLessThan(10)
    for (const { at: node, args, t } of [one!, two!]) {
      const fetched = at('entries-received').filter((fact) => fact.at === node)
      expect(fetched[0]!.args).toMatchObject({ peer: 'db1', from: args.to! + 1 })
      expect(fetched.every((fact) => fact.t > t)).toBe(true)
    }
    expect(at('entries-sent').every(({ at: node }) => node === 'db1')).toBe(true)
    const end = frameAt(2700)
    for (const id of ['db2', 'db3', 'db4']) expect(behind(end, id)).toBeLessThan(4)
  })
})

describe('two-tier', () => {
  it('feeds those below the middle through it alone, and sends them to the master when it is dead', () => {
    const { frameAt, at, kinds } = filmOf('two-tier')
    const before = frameAt(599)
    expect(before.nodes.map(({ upstream }) => upstream)).toEqual([null, 'db1', 'db1', 'db2', 'db2', 'db3'])
    expect(before.nodes.every(({ received }) => received > 3)).toBe(true)
    const orphaned = frameAt(950)
    expect(behind(orphaned, 'db4')).toBeGreaterThan(2)
    expect(behind(orphaned, 'db6')).toBeLessThan(3)
    const adopted = frameAt(1490)
    expect(at('orphaned').map(({ args }) => args.peer)).toEqual(['db4', 'db5'])
    expect(adopted.nodes.slice(3).map(({ upstream }) => upstream)).toEqual(['db1', 'db1', 'db3'])
    expect(behind(adopted, 'db4')).toBeLessThan(3)
    const end = frameAt(2300)
    expect(end.nodes.map(({ upstream }) => upstream)).toEqual([null, 'db1', 'db1', 'db1', 'db1', 'db3'])
    expect(behind(end, 'db2')).toBeLessThan(3)
    expect(kinds()).not.toContain('suspected')
    expect(end.counters).toMatchObject({ lost: 0, error: 0, unknown: 0, noticed: 0 })
  })
})
