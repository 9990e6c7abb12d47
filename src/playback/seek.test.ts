import { describe, expect, it } from 'vitest'
import { createEngine } from '../engine/index.ts'
import { everyPreset } from '../scenarios/index.ts'
import { all, digest, expectStraight, loaded, runNamed, straight, transport, untilUs } from './fixtures/deck.ts'
import { dice } from './fixtures/dice.ts'
import { createPlayback } from './index.ts'

describe('a seek', () => {
  for (const { id, run } of everyPreset) {
    it(`gives the state and the picture of running straight there: ${id}`, () => {
      const playback = loaded(run)
      const roll = dice(id.length)
      const end = 2 * untilUs(run)
      // From far to near and anywhere between: most of them restore and run on.
      const times = [end, ...Array.from({ length: 12 }, () => roll(end)), 0]
      const expected = new Map<number, [string, string]>()
      const engine = createEngine(run)
      for (const t of [...times].sort((a, b) => a - b)) {
        engine.runTo(t)
        expected.set(t, [engine.digest(), JSON.stringify(engine.frame())])
      }
      for (const t of times) {
        expect(playback.do({ do: 'seek', t })).toBe(null)
        expect([digest(playback), JSON.stringify(playback.update()!.frame)], `at ${t}`).toEqual(expected.get(t))
      }
    })
  }

  it('holds where logs are longer than the cells shown', () => {
    const run = runNamed('lag-under-load')
    const playback = loaded(run)
    all(playback, { do: 'seek', t: 600_000 })
    expect(playback.update()!.frame.nodes[0]!.received).toBeGreaterThan(100)
    const roll = dice(7)
    for (let i = 0; i < 12; i++) {
      all(playback, { do: 'seek', t: 200_000 + roll(400_000) })
      expectStraight(playback)
    }
  })

  it('keeps playing if it played, and rounds to a whole microsecond', () => {
    const playback = loaded(runNamed('home'))
    all(playback, { do: 'play' }, { do: 'seek', t: 1000.4 })
    expect(transport(playback)).toMatchObject({ time: 1000, playing: true })
  })

  it('too far ahead is refused with a sentence and changes nothing', () => {
    const playback = createPlayback({ seekWork: 100_000 })
    all(playback, { do: 'load', run: runNamed('lag-under-load'), t: 5000 })
    const before = digest(playback)
    expect(playback.do({ do: 'seek', t: 86_400_000_000 })).toMatch(/too far ahead/)
    expect(transport(playback)).toMatchObject({ time: 5000, playedTo: 5000 })
    expect(digest(playback)).toBe(before)
  })
})

describe('a refused seek', () => {
  it('leaves nothing behind of what it ran through: no milestone, no fact', () => {
    const playback = createPlayback({ seekWork: 2000 })
    const run = runNamed('failover-clean')
    all(playback, { do: 'load', run, t: 100_000 })
    expect(playback.do({ do: 'seek', t: 3_600_000_000 })).toMatch(/too far ahead/)
    expect(transport(playback)).toMatchObject({ time: 100_000, playedTo: 100_000, milestones: [] })
    // What is played afterwards is told all the same.
    for (let t = 200_000; t <= 2_000_000; t += 100_000) all(playback, { do: 'seek', t })
    expect(transport(playback).milestones).toEqual(straight(run, 2_000_000).milestones())
    expect(playback.ask({ ask: 'facts', from: 0, to: 2_000_000, most: 100_000 })).toEqual(
      straight(run, 2_000_000).factsAfter(0),
    )
  })
})

describe('going places', () => {
  it('reset keeps the interventions, latest returns, and a load opens paused at its moment', () => {
    const playback = loaded(runNamed('home'), 240_000)
    all(playback, { do: 'act', action: { do: 'kill', node: 'db1' } }, { do: 'seek', t: 900_000 })
    const there = digest(playback)
    all(playback, { do: 'play' }, { do: 'reset' })
    expect(transport(playback)).toMatchObject({ time: 0, playing: false, playedTo: 900_000 })
    expect(transport(playback).run.interventions).toHaveLength(1)
    all(playback, { do: 'latest' })
    expect(digest(playback)).toBe(there)

    all(playback, { do: 'play' }, { do: 'load', run: runNamed('semi-sync'), t: 50_000 })
    expect(transport(playback)).toMatchObject({
      time: 50_000,
      playing: false,
      canUndo: false,
      forked: false,
      hurried: [],
    })
    expectStraight(playback)
  })
})
