import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../engine/index.ts'
import type { Run } from '../run/index.ts'
import { all, expectStraight, loaded, runNamed, straight, transport } from './fixtures/deck.ts'
import { shortRun } from './fixtures/runs.ts'
import { type Command, createPlayback, type Playback } from './index.ts'

const kill = (node: string): Command => ({ do: 'act', action: { do: 'kill', node } })
const seek = (t: number): Command => ({ do: 'seek', t })

/** Two branches: the run as it is, and one on which the master is killed at 0.5 s; the second one is present. */
function twoBranches(): Playback {
  const playback = loaded(runNamed('failover-clean'), 600_000)
  all(playback, seek(500_000), kill('db1'), { do: 'compare', branch: 1 })
  return playback
}
const other = (playback: Playback) => playback.update()!.other!

/** The compared branch is shown as running straight there would show it, at the very same instant. */
function expectSideBySide(playback: Playback, run: Run): void {
  expectStraight(playback)
  const { time } = transport(playback)
  expect(other(playback).frame.time).toBe(time)
  expect(JSON.stringify(other(playback).frame)).toBe(JSON.stringify(straight(run, time).frame()))
}

describe('comparing', () => {
  it('shows the other branch at the same instant, wherever the present one goes', () => {
    const playback = twoBranches()
    const run = runNamed('failover-clean')
    expect(other(playback).branch).toBe(1)
    expectSideBySide(playback, run)
    const moves: Command[] = [
      seek(2_000_000),
      { do: 'step' },
      { do: 'step-back' },
      { do: 'previous-milestone' },
      { do: 'previous-milestone' },
      { do: 'next-milestone' },
      kill('db2'),
      { do: 'undo' },
      { do: 'redo' },
      { do: 'reset' },
      { do: 'latest' },
    ]
    for (const move of moves) {
      all(playback, move)
      expectSideBySide(playback, run)
    }
    // Stepping follows the moments of the present branch.
    all(playback, seek(1_000_000))
    const alone = createEngine(transport(playback).run)
    alone.runTo(1_000_000)
    alone.runToNextMoment(9_000_000)
    all(playback, { do: 'step' })
    expect(transport(playback).time).toBe(alone.time)
  })

  it('changes nothing of either: the same values, digests and undo as without', () => {
    const [with_, without] = [twoBranches(), twoBranches()]
    all(without, { do: 'compare', branch: null })
    expect(without.update()!.other).toBe(null)
    for (const playback of [with_, without]) all(playback, seek(1_500_000), { do: 'step' }, kill('db3'))
    for (const ask of ['digest', 'machines'] as const) expect(with_.ask({ ask })).toEqual(without.ask({ ask }))
    const { branches: here, ...rest } = transport(with_)
    const { branches: there, ...others } = transport(without)
    expect(rest).toEqual(others)
    // But for how far the compared one has been played.
    expect(here.map(({ playedTo: _, ...info }) => info)).toEqual(there.map(({ playedTo: _, ...info }) => info))
    expect(here[0]!.playedTo).toBeGreaterThan(there[0]!.playedTo)
  })

  it('turns around when the compared branch is opened, and ends when it is dropped', () => {
    const playback = twoBranches()
    const run = structuredClone(transport(playback).run)
    all(playback, { do: 'open-branch', branch: 1 })
    expect(other(playback).branch).toBe(2)
    expectSideBySide(playback, run)
    // Undo of the action that a branch began with opens what it left: that is such a turn, too.
    all(playback, { do: 'open-branch', branch: 2 }, { do: 'undo' })
    expect(other(playback).branch).toBe(2)
    expectSideBySide(playback, run)
    all(playback, { do: 'drop-branch', branch: 2 })
    expect(playback.update()!.other).toBe(null)
  })

  it('plays both on one clock, whatever the rhythm of the screen', () => {
    const playback = twoBranches()
    all(playback, { do: 'play' })
    for (let now = 0; now < 12_000; now += 40) {
      playback.tick(now)
      expect(other(playback).frame.time).toBe(transport(playback).time)
    }
    expect(transport(playback).time).toBeGreaterThan(600_000)
    expectSideBySide(playback, runNamed('failover-clean'))
  })

  it('hurries only while nothing moves on both', () => {
    /** On the present branch everybody is dead and the client waits; on the other one it writes on. */
    const silenced = (compare: boolean) => {
      const playback = loaded(runNamed('failover-clean'), 300_000)
      all(playback, seek(100_000), kill('db2'), kill('db3'), kill('db1'), seek(200_000))
      all(playback, { do: 'compare', branch: compare ? 1 : null }, { do: 'play' })
      for (let now = 0; now < 12_000; now += 16) playback.tick(now)
      return transport(playback)
    }
    const [alone, beside] = [silenced(false), silenced(true)]
    expect(alone.time).toBeGreaterThan(beside.time)
    expect(beside.hurried.length).toBeGreaterThan(0)
    const engine = createEngine(runNamed('failover-clean'))
    for (const [from, to] of beside.hurried)
      for (let t = from; t < to; t += Math.ceil((to - from) / 20)) {
        engine.runTo(t)
        const flying = engine.frame().messages.filter(({ held, path }) => !held && path.at(-1)![0] > t)
        for (const { kind } of flying) expect(['probe', 'answer', 'heartbeat']).toContain(kind)
      }
  })

  it('holds the clock when the other branch cannot keep up, and shows no instant of one alone', () => {
    /** Work that the engine claims to have done is far more than it is: the other branch falls behind. */
    const heavy = (run: Run): Engine => {
      const engine = createEngine(run)
      const factor = run.interventions.length === 0 ? 4000 : 1
      return new Proxy(engine, {
        get: (target, name) => {
          const value = Reflect.get(target, name, target)
          if (name === 'work') return target.work * factor
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
    }
    const playback = createPlayback({ engineOf: heavy, seekWork: Number.POSITIVE_INFINITY })
    all(playback, { do: 'load', run: runNamed('home'), t: 300_000 }, seek(250_000), kill('db2'))
    all(
      playback,
      { do: 'compare', branch: 1 },
      { do: 'auto-pace', on: false },
      { do: 'speed', speed: 8 },
      { do: 'play' },
    )
    let [moved, held] = [0, 0]
    let shown = playback.update()!
    for (let now = 0; now < 4000; now += 50) {
      if (playback.tick(now)) moved++
      else held++
      const update = playback.update()!
      expect(update.other!.frame.time).toBe(update.frame.time)
      expect(update.frame.time).toBeGreaterThanOrEqual(shown.frame.time)
      shown = update
    }
    expect(moved).toBeGreaterThan(3)
    expect(held).toBeGreaterThan(3)
    all(playback, { do: 'pause' })
    expect(playback.update()!.other!.frame.time).toBe(transport(playback).time)
  })

  it('is over only when nothing will happen on either', () => {
    const playback = loaded(shortRun(), 4_000_000)
    expect(transport(playback).ended).toBe(true)
    all(playback, seek(3_900_000), { do: 'act', action: { do: 'write', client: 'c' } })
    expect(transport(playback).ended).toBe(false)
    all(playback, { do: 'open-branch', branch: 1 })
    expect(transport(playback).ended).toBe(true)
    all(playback, { do: 'compare', branch: 2 })
    expect(transport(playback).ended).toBe(false)
    all(playback, { do: 'compare', branch: null })
    expect(transport(playback).ended).toBe(true)
  })

  it('a seek that one of them cannot reach in one go is refused, and both stay', () => {
    const playback = createPlayback({ seekWork: 3000 })
    all(playback, { do: 'load', run: runNamed('home'), t: 300_000 }, seek(250_000), kill('db1'))
    all(playback, { do: 'act', action: { do: 'set', path: 'clients.c.thinkMs', value: 3_600_000 } })
    all(playback, { do: 'compare', branch: 1 })
    const before = playback.update()!
    let t = 400_000
    let problem: string | null = null
    while (problem === null && t < 1_000_000_000) {
      t *= 4
      problem = playback.do(seek(t))
      if (problem === null) all(playback, seek(300_000))
    }
    expect(problem).toMatch(/too far ahead/)
    all(playback, seek(before.frame.time))
    const after = playback.update()!
    expect(after.frame).toEqual(before.frame)
    expect(after.other).toEqual(before.other)
  })
})
