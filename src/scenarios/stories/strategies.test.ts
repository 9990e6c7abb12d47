/** The same requests by two strategies: what the card and `about` say, held against both runs. */
import { describe, expect, it } from 'vitest'
import { createEngine, serviceOf } from '../../engine/index.ts'
import { sameRequests } from '../../run/index.ts'
import { film } from '../fixtures/film.ts'
import { preset } from '../index.ts'

const { run, beside } = preset('two-strategies')!
const served = (side: typeof run, ms: number) => {
  const engine = createEngine(side)
  engine.runTo(ms * 1000)
  return engine.measured(serviceOf)
}

describe('two-strategies', () => {
  it('asks for the same on both sides', () => {
    expect(sameRequests(run, beside!)).toBe(true)
    expect(beside!.interventions).toEqual(run.interventions)
  })

  it('before the cut most write across an ocean to one master, and at home to three', () => {
    const [one, three] = [served(run, 590), served(beside!, 590)]
    expect(one.writes.medianUs!).toBeGreaterThan(70_000)
    expect(three.writes.p95Us!).toBeLessThan(5_000)
    expect([one, three].map(({ without }) => without.us)).toEqual([0, 0])
  })

  it('one master: the others wait for the failover, and what the old one promised meanwhile is lost', () => {
    const { frameAt, kinds } = film(run)
    const cut = frameAt(1500)
    expect(cut.nodes.map(({ role }) => role)).toEqual(['master', 'master', 'slave'])
    expect(frameAt(2600).nodes[0]!.role).toBe('fenced')
    expect(kinds()).toEqual(expect.arrayContaining(['promoted', 'writes-lost', 'fenced']))
    const end = served(run, 2600)
    expect(end.without.us).toBeGreaterThan(600_000)
    expect(end.without.from!).toBeLessThan(600_000)
    expect(end.lost.count).toBeGreaterThan(5)
    expect(end.lost.at!).toBeGreaterThan(1_000_000)
    expect(end.failed.count).toBeGreaterThan(5)
    expect(end.discarded).toEqual({ count: 0, at: null })
  })

  it('three masters: nobody waits or is refused, nothing is lost, and some is thrown away after the heal', () => {
    const end = served(beside!, 2600)
    expect(end.without).toEqual({ us: 0, clients: 0, from: null })
    expect([end.failed.count, end.lost.count]).toEqual([0, 0])
    expect(end.discarded.count).toBeGreaterThan(0)
    expect(end.discarded.at!).toBeGreaterThan(1_600_000)
    expect(served(beside!, 1590).discarded.count).toBe(0)
    const { frameAt, at } = film(beside!)
    frameAt(2600)
    expect(at('masters-agree').some(({ t }) => t > 1_600_000 && t < 1_800_000)).toBe(true)
  })

  it('both show stale reads, most of them while the line is down', () => {
    for (const side of [run, beside!]) {
      const [before, during, after] = [590, 1590, 2600].map((ms) => served(side, ms).stale.count)
      expect(during! - before!).toBeGreaterThan(before!)
      expect(after! - during!).toBeGreaterThan(0)
    }
  })
})
