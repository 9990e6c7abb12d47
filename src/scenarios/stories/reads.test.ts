/** What those who read from slaves are shown. */
import { describe, expect, it } from 'vitest'
import { us } from '../../run/index.ts'
import { acted, film, filmOf, runOf } from '../fixtures/film.ts'
import { preset } from '../index.ts'

describe('stale-reads', () => {
  it('shows a user on one slave what was just bought, and on the other not', () => {
    const { frameAt, at, kinds } = filmOf('stale-reads')
    const { counters, clients } = frameAt(1500)
    expect(kinds()).toContain('own-write-missing')
    expect(counters).toMatchObject({ lost: 0, error: 0, unknown: 0 })
    const missed = at('own-write-missing')
    expect(missed.length).toBeGreaterThan(3)
    expect(counters.reads).toBeGreaterThan(missed.length + 3)
    expect(new Set(missed.map(({ args }) => args.peer))).toEqual(new Set(['db3']))
    expect(clients[0]!.reads).toMatchObject({ ownMissing: missed.length, answered: counters.reads })
    // Within a few seconds of play, without any hurry.
    expect(missed[0]!.t / us(preset('stale-reads')!.run.scenario.paceMs)).toBeLessThan(20)
  })

  it.each(['leader', 'wait-for-position', 'leader-after-write'])('is cured by the route %s', (value) => {
    const run = runOf('stale-reads')
    const cured = acted(run, { do: 'set', path: 'clients.user.route', value }, 500)
    const { frameAt, at } = film(cured)
    frameAt(3000)
    expect(at('own-write-missing').filter(({ t }) => t > us(600))).toEqual([])
  })
})

describe('read-your-writes', () => {
  it('misses own writes at first, and none with each of the three cures', () => {
    const { frameAt, at, kinds } = filmOf('read-your-writes')
    const { checkers } = frameAt(2500)
    const times = at('own-write-missing').map(({ t }) => t)
    expect(times.filter((t) => t < us(700)).length).toBeGreaterThan(1)
    expect(times.filter((t) => t > us(800))).toEqual([])
    expect(kinds().filter((kind) => kind === 'setting-changed')).toHaveLength(3)
    const askedIn = (from: number, to: number) =>
      new Set(at('read-sent').flatMap(({ t, args }) => (t > us(from) && t < us(to) ? [args.peer] : [])))
    expect(askedIn(800, 1300)).toContain('db1')
    expect(askedIn(1400, 1900)).toEqual(new Set(['db2', 'db3']))
    expect(at('read-held').filter(({ t }) => t > us(1300)).length).toBeGreaterThan(0)
    expect(askedIn(2000, 2500)).toEqual(new Set(['db1']))
    expect(checkers.find(({ name }) => name === 'ownReads')).toMatchObject({ promised: true, held: true })
  })
})

describe('went-back', () => {
  it('takes a reader of both slaves back in time, and one that keeps to a slave only when that dies', () => {
    const { frameAt, at, kinds } = filmOf('went-back')
    frameAt(1900)
    const back = (client: string) => at('read-went-back').filter((fact) => fact.at === client)
    expect(back('roamer')[0]!.t).toBeLessThan(us(600))
    const kept = at('read-sent').filter((fact) => fact.at === 'loyal' && fact.t < us(1100))
    expect(kept.length).toBeGreaterThan(5)
    expect(new Set(kept.map(({ args }) => args.peer))).toEqual(new Set(['db2']))
    const [first] = back('loyal')
    expect(first!.t).toBeGreaterThan(us(1100))
    expect(first!.args.peer).toBe('db3')
    expect(kinds().filter((kind) => kind === 'read-went-back')).toHaveLength(2)
  })
})
