import { describe, expect, it } from 'vitest'
import { all, digest, expectStraight, loaded, runNamed, straight, transport, untilUs } from './fixtures/deck.ts'
import { shortRun } from './fixtures/runs.ts'
import type { Playback } from './index.ts'

const OK = 'counters.ok >= 3'
const home = () => runNamed('home')

/** Plays by a clock of such strides until it stands still. */
function play(playback: Playback, wallMs: number): void {
  for (let now = 1000, left = 20_000; transport(playback).playing && left > 0; left--, now += wallMs) playback.tick(now)
}

describe('playing until something holds', () => {
  it('stops at the first instant at which it does, and at none before', () => {
    const playback = loaded(home())
    all(playback, { do: 'play-until', when: OK, mostUs: 5_000_000, atOnce: true })
    const { time, until, playing } = transport(playback)
    expect({ until, playing }).toEqual({
      until: { when: OK, by: 5_000_000, stoppedAt: time, met: true },
      playing: false,
    })
    const engine = straight(home(), time)
    expect(engine.frame().counters.ok).toBe(3)
    expect(straight(home(), time - 1).frame().counters.ok).toBe(2)
    expectStraight(playback)
  })

  it('stops there at any speed and in any stride, and at once', () => {
    const ends = [
      ...[0.1, 1, 8].flatMap((speed) => [3, 16, 50].map((wallMs) => ({ speed, wallMs, auto: speed === 8 }))),
    ].map(({ speed, wallMs, auto }) => {
      const playback = loaded(home(), 200_000)
      all(playback, { do: 'speed', speed }, { do: 'auto-pace', on: auto })
      all(playback, { do: 'play-until', when: 'node(db2).applied >= 3', mostUs: 1_000_000 })
      expect(transport(playback).playing).toBe(true)
      play(playback, wallMs)
      return [transport(playback).time, transport(playback).until!.met, digest(playback)]
    })
    const atOnce = loaded(home(), 200_000)
    all(atOnce, { do: 'play-until', when: 'node(db2).applied >= 3', mostUs: 1_000_000, atOnce: true })
    expect(ends).toEqual(ends.map(() => [transport(atOnce).time, true, digest(atOnce)]))
  })

  it('sees what only time changes at every whole 100 ms', () => {
    const playback = loaded(runNamed('empty'), 12_345)
    all(playback, { do: 'play-until', when: 'time >= 450', mostUs: 5_000_000, atOnce: true })
    expect(transport(playback).time).toBeLessThanOrEqual(500_000)
    expect(transport(playback).time).toBeGreaterThanOrEqual(450_000)
    const short = loaded(shortRun(), untilUs(shortRun()))
    all(short, { do: 'play-until', when: 'time >= 1450', mostUs: 5_000_000 })
    play(short, 50)
    expect(transport(short)).toMatchObject({ time: 1_500_000, until: { met: true } })
  })

  it('ends where it may last no longer, with or without a condition', () => {
    for (const when of ['counters.lost = 99', null]) {
      const playback = loaded(home(), 100_000)
      all(playback, { do: 'play-until', when, mostUs: 123_456 })
      play(playback, 16)
      expect(transport(playback)).toMatchObject({ time: 223_456, until: { stoppedAt: 223_456, met: false } })
      expectStraight(playback)
    }
  })

  it('is over at once where it holds already', () => {
    const playback = loaded(home(), 245_000)
    all(playback, { do: 'play-until', when: OK, mostUs: 1000 })
    expect(transport(playback)).toMatchObject({
      time: 245_000,
      playing: false,
      until: { stoppedAt: 245_000, met: true },
    })
  })

  it('goes on after a pause, a seek or an act, is hurried to its end, and forgotten with its run', () => {
    const straightOn = loaded(home())
    all(straightOn, { do: 'play-until', when: OK, mostUs: 5_000_000, atOnce: true })
    const playback = loaded(home())
    all(playback, { do: 'play-until', when: OK, mostUs: 5_000_000 })
    for (let now = 0; now < 200; now += 16) playback.tick(now)
    all(playback, { do: 'pause' }, { do: 'step' }, { do: 'seek', t: 1000 })
    expect(transport(playback).until!.stoppedAt).toBe(null)
    all(playback, { do: 'hurry' })
    expect([transport(playback).time, digest(playback)]).toEqual([transport(straightOn).time, digest(straightOn)])
    all(playback, { do: 'hurry' }, { do: 'load', run: home() })
    expect(transport(playback).until).toBe(null)
    all(playback, { do: 'play-until', when: 'node(db3).process = down', mostUs: 5_000_000 })
    all(playback, { do: 'act', action: { do: 'kill', node: 'db3' } })
    expect(transport(playback)).toMatchObject({ time: 1, playing: false, until: { met: true } })
    all(playback, { do: 'play' })
    expect(transport(playback).playing).toBe(true)
  })

  it('refuses what it cannot read, and changes nothing', () => {
    const playback = loaded(home(), 1000)
    const before = playback.update()
    expect(playback.do({ do: 'play-until', when: 'lag(db2', mostUs: 1 })).toMatch(/^Column \d+: /)
    expect(playback.do({ do: 'play-until', when: 'nonsense(db2)', mostUs: 1 })).toContain('nonsense')
    expect(playback.do({ do: 'play-until', when: 7 as never, mostUs: 1 })).toMatch(/A condition is a text/)
    expect(playback.do({ do: 'play-until', when: null, mostUs: Number.NaN })).toMatch(/microseconds of the run/)
    expect(playback.update()).toBe(before)
  })
})

describe('what can be asked of it', () => {
  it('which conditions hold here, of somebody who is not there none', () => {
    const playback = loaded(home(), 245_000)
    const whens = ['counters.ok = 7', 'counters.ok = 8', 'node(db9).process = up', 'happened(killed)']
    const { t, holds, until, run } = playback.ask({ ask: 'sight', whens })
    expect({ t, holds, until }).toEqual({ t: 245_000, holds: [true, false, false, false], until: null })
    expect(run).toBe(transport(playback).run)
    expect(() => playback.ask({ ask: 'sight', whens: ['lag('] })).toThrow(/^Column \d+: /)
  })

  it('does not see what lies ahead when it has gone back', () => {
    const playback = loaded(home(), 245_000)
    all(playback, { do: 'act', action: { do: 'kill', node: 'db1' } }, { do: 'seek', t: 2_000_000 })
    const whens = ['happened(killed)', 'count(write-ok) > 3']
    expect(playback.ask({ ask: 'sight', whens }).holds).toEqual([true, true])
    all(playback, { do: 'seek', t: 100_000 })
    expect(playback.ask({ ask: 'sight', whens }).holds).toEqual([false, false])
  })

  it('what a run would come to, while nothing moves', () => {
    const playback = loaded(home(), 245_000)
    const before = playback.update()
    const moves = [
      { do: 'act', action: { do: 'kill', node: 'db1' } },
      { do: 'play-until', when: 'happened(failover-done)', mostUs: 20_000_000 },
    ] as const
    const seen = playback.ask({
      ask: 'foresee',
      run: home(),
      t: 245_000,
      moves,
      whens: ['counters.lost > 0', 'epoch = 1'],
    })
    expect(playback.update()).toBe(before)
    expect(seen.holds).toEqual([true, false])
    all(playback, moves[0], { ...moves[1], atOnce: true })
    expect(transport(playback).run).toEqual(seen.run)
    expect(transport(playback).time).toBe(seen.t)
    const ask = { ask: 'foresee', run: home(), t: 0, whens: [] } as const
    expect(() => playback.ask({ ...ask, moves: [{ do: 'act', action: { do: 'kill', node: 'db9' } }] })).toThrow('db9')
    expect(() => playback.ask({ ...ask, moves: [], run: { nonsense: 1 } as never })).toThrow('nonsense')
    expect(playback.ask({ ...ask, moves: [{ do: 'seek', t: 5000 }] }).t).toBe(5000)
  })
})
