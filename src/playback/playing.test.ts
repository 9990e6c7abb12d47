import { describe, expect, it } from 'vitest'
import { createEngine, isMoment } from '../engine/index.ts'
import { all, expectStraight, loaded, runNamed, transport, untilUs } from './fixtures/deck.ts'
import { dice } from './fixtures/dice.ts'
import { shortRun } from './fixtures/runs.ts'

describe('playing', () => {
  it('ends where a seek ends, whatever the rhythm of the screen', () => {
    for (const id of ['home', 'failover-clean', 'empty']) {
      const playback = loaded(runNamed(id))
      const roll = dice(3)
      let now = 1000
      all(playback, { do: 'play' })
      for (let i = 0; i < 400; i++) {
        now += 1 + roll(70)
        playback.tick(now)
      }
      expect(transport(playback).time).toBeGreaterThan(100_000)
      expectStraight(playback)
    }
  })

  it('goes at pace times speed, to the fraction of a microsecond', () => {
    for (const speed of [0.1, 1, 8]) {
      const playback = loaded(runNamed('async-pipeline'))
      all(playback, { do: 'speed', speed }, { do: 'auto-pace', on: false }, { do: 'play' })
      // 1 ms of database time a second: at a tenth of it a tick is 1.6 us.
      for (let i = 0; i <= 600; i++) playback.tick((i * 1000) / 60)
      expect(transport(playback).time).toBeCloseTo(10_000 * speed, -1)
      expect(transport(playback).usPerSecond).toBeCloseTo(1000 * speed)
    }
  })

  it('never catches up: not after a sleep, not after a pause, not when the clock jumps back', () => {
    const playback = loaded(runNamed('home'))
    const moved = (now: number) => {
      const before = transport(playback).time
      playback.tick(now)
      return transport(playback).time - before
    }
    all(playback, { do: 'auto-pace', on: false }, { do: 'play' })
    expect(moved(1000)).toBe(0)
    expect(moved(1016)).toBe(640)
    expect(moved(11_016)).toBe(2000)
    expect(moved(11_032)).toBe(640)
    expect(moved(5000)).toBe(0)
    expect(moved(5016)).toBe(640)
    all(playback, { do: 'pause' })
    expect(moved(5032)).toBe(0)
    all(playback, { do: 'play' })
    expect(moved(60_000)).toBe(0)
    expect(moved(60_016)).toBe(640)
  })

  it('freezes with a pause, goes on beyond the suggested end, and ends only when nothing is left', () => {
    const playback = loaded(runNamed('empty'), untilUs(runNamed('empty')) - 1000)
    all(playback, { do: 'play' })
    for (let now = 0; now < 3000; now += 16) playback.tick(now)
    expect(transport(playback).time).toBeGreaterThan(untilUs(runNamed('empty')))
    expect(transport(playback).ended).toBe(false)

    const short = loaded(shortRun())
    all(short, { do: 'play' })
    for (let now = 0; now < 60_000 && transport(short).playing; now += 16) short.tick(now)
    expect(transport(short)).toMatchObject({ ended: true, playing: false })
    expect(short.do({ do: 'play' })).toBe('Nothing is left to happen in this run.')
    // Somebody can always make something happen.
    all(short, { do: 'act', action: { do: 'write', client: 'c' } })
    expect(transport(short).ended).toBe(false)
    all(short, { do: 'undo' }, { do: 'step-back' })
    expect(transport(short).ended).toBe(false)
  })
})

describe('auto pace', () => {
  it('hurries through silence only, shows it, and changes no digest', () => {
    const run = runNamed('failover-clean')
    const playback = loaded(run)
    all(playback, { do: 'play' })
    let fastest = 1
    for (let now = 0; transport(playback).time < 2_000_000; now += 16) {
      playback.tick(now)
      fastest = Math.max(fastest, transport(playback).autoPace.factor)
    }
    expect(fastest).toBeGreaterThan(10)
    expectStraight(playback)
    const { hurried } = transport(playback)
    expect(hurried.length).toBeGreaterThan(3)
    const engine = createEngine(run)
    for (const [from, to] of hurried) {
      for (let t = from; t < to; t += Math.ceil((to - from) / 20)) {
        engine.runTo(t)
        const flying = engine.frame().messages.filter(({ held, path }) => !held && path.at(-1)![0] > t)
        for (const { kind } of flying) expect(['probe', 'answer', 'heartbeat']).toContain(kind)
      }
      const news = engine.factsAfter(0).filter((fact) => fact.t > from && fact.t < engine.time && isMoment(fact.kind))
      for (const { kind } of news) expect(kind).toBe('probe-missed')
    }
  })

  it('plays an idle minute in seconds, and can be switched off', () => {
    const ticksTo = (t: number, on: boolean) => {
      const playback = loaded(runNamed('empty'))
      all(playback, { do: 'auto-pace', on }, { do: 'play' })
      let ticks = 0
      while (transport(playback).time < t && ticks < 2000) playback.tick(ticks++ * 16)
      return ticks
    }
    expect(ticksTo(60_000_000, true)).toBeLessThan(1000)
    expect(ticksTo(60_000_000, false)).toBe(2000)
  })
})
