/** Former masters that do not know it yet, and what becomes of them. */
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../engine/index.ts'
import { type Action, us } from '../../run/index.ts'
import { acted, behind, film, filmOf, runOf } from '../fixtures/film.ts'

describe('old-master-returns', () => {
  it('says OK for an epoch that is over, is fenced, refuses, and has what nobody else has', () => {
    const { frameAt, at, kinds } = filmOf('old-master-returns')
    const both = frameAt(1890)
    expect(both.nodes.map(({ role }) => role)).toEqual(['master', 'master', 'slave'])
    const fenced = frameAt(2700)
    expect(fenced.nodes[0]).toMatchObject({ role: 'fenced' })
    expect(fenced.nodes[0]!.extraFrom).not.toBeNull()
    expect(at('write-error').filter(({ args }) => args.reason === 'fenced').length).toBeGreaterThan(0)
    expect(at('writes-lost').map(({ args }) => args.reason)).toContain('late')
    const [named] = at('extra-entries-found')
    expect(named!.args.count).toBe(fenced.nodes[0]!.received - named!.args.from! + 1)
    // What was told OK is lost; the rest of what it has beyond was heard of by nobody.
    expect(fenced.counters.lost).toBeGreaterThan(4)
    expect(fenced.counters.lost).toBeLessThanOrEqual(named!.args.count!)
    const end = frameAt(3800)
    expect(kinds()).toEqual(expect.arrayContaining(['failover-done', 'fenced', 'slave-removed', 'slave-added']))
    expect(end.nodes.map(({ id }) => id)).toEqual(['db2', 'db3', 'db4'])
    expect(behind(end, 'db4')).toBeLessThan(3)
    expect(end.nodes[2]!.cells.length).toBeGreaterThan(5)
  })
})

describe('rewind-old-master', () => {
  const node = (frame: Frame, id: string) => frame.nodes.find((one) => one.id === id)!

  it('is refused as it is, is a slave again after a rewind, and the next one after it is built anew', () => {
    const { frameAt, at, kinds } = filmOf('rewind-old-master')
    const fenced = frameAt(1990)
    const { errant, received } = node(fenced, 'db1')
    expect(errant).toEqual({ set: `db1:${received - errant!.count + 1}-${received}`, count: errant!.count })
    expect(errant!.count).toBeGreaterThan(5)
    expect(node(frameAt(2300), 'db1')).toMatchObject({ role: 'slave', receiver: { state: 'refused' }, errant })
    expect(node(frameAt(2460), 'db1').role).toBe('rewinding')
    const { lost } = fenced.counters
    const back = frameAt(3100)
    expect(node(back, 'db1')).toMatchObject({ role: 'slave', errant: null, extraFrom: null })
    expect([behind(back, 'db1') < 3, back.counters.lost]).toEqual([true, lost])
    const again = frameAt(4400)
    expect([node(again, 'db1').role, node(again, 'db2').role]).toEqual(['master', 'fenced'])
    expect(node(again, 'db2').errant!.set).toMatch(/^db2:/)
    const end = frameAt(5600)
    expect(at('rejoined').map(({ at }) => at)).toEqual(['db1', 'db2'])
    expect(kinds()).toEqual(expect.arrayContaining(['receiver-refused', 'rewound', 'copy-done']))
    for (const id of ['db2', 'db3']) expect(behind(end, id)).toBeLessThan(3)
    expect(end.counters.lost).toBe(again.counters.lost)
  })

  it('lets every way be tried from the moment of the fence', () => {
    const run = runOf('rewind-old-master')
    const until = { ...run, interventions: run.interventions.filter(({ atMs }) => atMs < 2000) }
    const tried = (action: Action) => {
      const { frameAt, at } = film(acted(until, action, 2000))
      const { counters, nodes } = frameAt(3500)
      const [db1] = nodes
      return { lost: counters.lost, state: db1!.receiver.state, errant: db1!.errant, us: at('rejoined')[0]?.t ?? null }
    }
    const rejoin = tried({ do: 'rejoin', node: 'db1' })
    const rewind = tried({ do: 'rewind', node: 'db1' })
    const rebuild = tried({ do: 'rebuild', node: 'db1', from: 'db3' })
    expect([rejoin.state, rejoin.us]).toEqual(['refused', null])
    for (const way of [rewind, rebuild]) expect(way).toMatchObject({ state: 'streaming', errant: null })
    expect(rewind.us!).toBeLessThan(rebuild.us!)
    expect(new Set([rejoin.lost, rewind.lost, rebuild.lost]).size).toBe(1)
  })
})

describe('old-connections-kept', () => {
  it('has two masters that say OK, and loses all that the old one promised since the cut', () => {
    const { frameAt, at } = filmOf('old-connections-kept')
    const both = frameAt(2590)
    expect(both.nodes.map(({ role }) => role)).toEqual(['master', 'master', 'slave'])
    const since = at('client-rerouted')[0]!
    expect(since).toMatchObject({ at: 'pool', args: { reason: 'kept' } })
    const said = (peer: string) => at('write-ok').filter(({ t, args }) => t > since.t && args.peer === peer).length
    expect(said('db1')).toBeGreaterThan(6)
    expect(said('db2')).toBeGreaterThan(5)
    const end = frameAt(3400)
    expect(at('fenced').map((fact) => fact.at)).toEqual(['db1'])
    expect(end.counters.lost).toBeGreaterThan(said('db1') - 1)
    expect(
      at('write-ok')
        .filter((fact) => fact.at === 'pool')
        .at(-1)?.args.peer,
    ).toBe('db2')
  })
})

describe('lease-fencing', () => {
  it('has no two masters at any time, and an end of what the old one could promise', () => {
    const { frameAt, at } = filmOf('lease-fencing')
    for (let ms = 100; ms <= 3000; ms += 50) {
      const masters = frameAt(ms).nodes.filter(({ role }) => role === 'master')
      expect([ms, masters.length < 2]).toEqual([ms, true])
    }
    const [lost, promoted] = [at('lease-lost')[0]!, at('promoted')[0]!]
    expect(lost.at).toBe('db1')
    expect(lost.t).toBeGreaterThan(us(1300))
    expect(lost.t).toBeLessThan(us(1600))
    expect(promoted.t).toBeGreaterThan(lost.t)
    const end = frameAt(3000)
    expect(end.checkers.find(({ name }) => name === 'oneWriter')).toMatchObject({ promised: true, held: true })
    expect(end.counters.lost).toBeGreaterThan(1)
    expect(at('write-error').some(({ args }) => args.reason === 'read-only')).toBe(true)
  })
})

describe('two-data-centers', () => {
  it('ends with two histories, and within one data centre with one', () => {
    const { frameAt, at, kinds } = filmOf('two-data-centers')
    const parted = frameAt(2340)
    expect(parted.nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'master'])
    expect(parted.dataCenters).toMatchObject([{ id: 'east', cut: true }, { id: 'west' }])
    const since = at('client-rerouted')[0]!.t
    const said = (peer: string) => at('write-ok').filter(({ t, args }) => t > since && args.peer === peer).length
    expect(said('db1')).toBeGreaterThan(4)
    expect(said('db3')).toBeGreaterThan(3)
    const end = frameAt(3500)
    expect(kinds()).toEqual(expect.arrayContaining(['data-center-cut', 'data-center-healed', 'fenced', 'writes-lost']))
    expect(end.counters.lost).toBeGreaterThan(5)
    expect(end.clients.map(({ target }) => target)).toEqual(['db3', 'db3'])
    const run = runOf('two-data-centers')
    const set = { do: 'set', path: 'failover.promoteWithin', value: 'same-data-center' } as const
    const cured = film(acted(run, set, 0))
    const whole = cured.frameAt(3500)
    expect(whole.counters.lost).toBe(0)
    expect(whole.nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'slave'])
    expect(cured.kinds()).toContain('failover-blocked')
  })
})
