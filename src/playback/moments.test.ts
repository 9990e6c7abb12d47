import { describe, expect, it } from 'vitest'
import { all, digest, loaded, runNamed, straight, transport, untilUs } from './fixtures/deck.ts'
import { dice } from './fixtures/dice.ts'
import { shortRun } from './fixtures/runs.ts'
import { SPEEDS } from './index.ts'

describe('a step', () => {
  it('goes to the next instant with a moment, at every speed and while playing', () => {
    const run = runNamed('failover-lost-writes')
    const engine = straight(run, 590_000)
    const moments = Array.from({ length: 12 }, () => {
      engine.runToNextMoment(10_000_000)
      return engine.time
    })
    for (const speed of SPEEDS) {
      const playback = loaded(run, 590_000)
      all(playback, { do: 'speed', speed })
      const seen = moments.map(() => {
        all(playback, { do: 'play' }, { do: 'step' })
        expect(transport(playback).playing).toBe(false)
        return transport(playback).time
      })
      expect(seen).toEqual(moments)
    }
  })

  for (const id of ['async-pipeline', 'semi-sync', 'failover-lost-writes', 'failover-clean']) {
    it(`200 of them in random directions and back restore the digest: ${id}`, () => {
      const playback = loaded(runNamed(id), Math.floor(untilUs(runNamed(id)) / 8))
      const roll = dice(id.length * 31)
      all(playback, { do: 'step' })
      const start = [transport(playback).time, digest(playback)]
      let height = 0
      const visited = new Map([[0, transport(playback).time]])
      for (let i = 0; i < 200; i++) {
        const forward = roll(5) < 3
        all(playback, { do: forward ? 'step' : 'step-back' })
        height += forward ? 1 : -1
        // The same rung of the ladder is the same instant, whichever way it was reached.
        expect(transport(playback).time).toBe(visited.get(height) ?? transport(playback).time)
        visited.set(height, transport(playback).time)
      }
      while (height !== 0) {
        all(playback, { do: height > 0 ? 'step-back' : 'step' })
        height += height > 0 ? -1 : 1
      }
      expect([transport(playback).time, digest(playback)]).toEqual(start)
    })
  }

  it('400 forward are retraced by 400 back, to the start', () => {
    const run = runNamed('failover-clean')
    const playback = loaded(run)
    const times = [0]
    const digests = [digest(playback)]
    for (let i = 1; i <= 400; i++) {
      all(playback, { do: 'step' })
      times.push(transport(playback).time)
      if (i % 100 === 0) digests.push(digest(playback))
    }
    for (let i = 399; i >= 0; i--) {
      all(playback, { do: 'step-back' })
      expect(transport(playback).time).toBe(times[i])
      if (i % 100 === 0) expect(digest(playback)).toBe(digests[i / 100])
    }
    expect(transport(playback).time).toBe(0)
    all(playback, { do: 'step-back' })
    expect(transport(playback).time).toBe(0)
    // And from there, once more, through instants that are known by now.
    for (let i = 1; i <= 100; i++) all(playback, { do: 'step' })
    expect([transport(playback).time, digest(playback)]).toEqual([times[100], digests[1]])
  })

  it('that finds nothing says so and stays', () => {
    const playback = loaded(shortRun(), 5_000_000)
    expect(transport(playback).ended).toBe(true)
    expect(playback.do({ do: 'step' })).toBe('Nothing is left to happen in this run.')
    expect(transport(playback).time).toBe(5_000_000)
  })
})

describe('milestones', () => {
  it('are found ahead without having been played, and again on the way back', () => {
    const run = runNamed('failover-lost-writes')
    const expected = [
      ...new Set(
        straight(run, untilUs(run))
          .milestones()
          .map(({ t }) => t),
      ),
    ]
    const playback = loaded(run)
    const ahead = expected.map(() => {
      all(playback, { do: 'next-milestone' })
      expect(transport(playback).milestones.at(-1)!.t).toBe(transport(playback).time)
      return transport(playback).time
    })
    expect(ahead).toEqual(expected)
    const back = expected.map(() => {
      all(playback, { do: 'previous-milestone' })
      return transport(playback).time
    })
    expect(back).toEqual([...expected.slice(0, -1).reverse(), 0])
    // Now they are known: no need to look for them.
    expect(transport(playback).playedTo).toBe(expected.at(-1))
    all(playback, { do: 'next-milestone' })
    expect(transport(playback).time).toBe(expected[0])
  })

  it('that never come are looked for in slices, then said not to be there, and nothing counts as played', () => {
    const home = runNamed('home')
    // Its third node falls behind for ever: the monitor would say so.
    const lag = { ...home.scenario.lag, dwellMs: 86_400_000 }
    const playback = loaded({ ...home, scenario: { ...home.scenario, lag } }, 30_000)
    const before = digest(playback)
    const answers: string[] = []
    while (answers.at(-1) !== 'There is no further milestone ahead.')
      answers.push(playback.do({ do: 'next-milestone' }) ?? 'found')
    const spans = answers.slice(0, -1).map((answer) => Number(/the next ([\d.]+) s of the run/.exec(answer)![1]))
    expect(spans.length).toBeGreaterThan(5)
    // Each slice begins where the one before it gave up.
    for (let i = 1; i < spans.length; i++) expect(spans[i]).toBeGreaterThan(spans[i - 1]!)
    expect(transport(playback)).toMatchObject({ time: 30_000, playedTo: 30_000, milestones: [] })
    expect(digest(playback)).toBe(before)
  })
})
