import { describe, expect, it } from 'vitest'
import { createEngine } from '../engine/index.ts'
import { all, digest, loaded, runNamed, straight, transport } from './fixtures/deck.ts'
import { type Command, createPlayback } from './index.ts'

describe('what cannot be done', () => {
  const bad: [Command, RegExp][] = [
    [{ do: 'act', action: { do: 'kill', node: 'db9' } }, /db9/],
    [{ do: 'act', action: { do: 'set', path: 'costs.applyMs', value: -1 } }, /between/],
    [{ do: 'act', action: { do: 'explode' } as never }, /explode/],
    [{ do: 'seek', t: Number.NaN }, /moment/],
    [{ do: 'seek', t: -1 }, /moment/],
    [{ do: 'seek', t: 'soon' as never }, /moment/],
    [{ do: 'load', run: { scenario: {} } as never }, /scenario/],
    [{ do: 'load', run: runNamed('home'), t: Number.POSITIVE_INFINITY }, /moment/],
    [{ do: 'speed', speed: 0 }, /speed/],
    [{ do: 'speed', speed: 100 }, /speed/],
    [{ do: 'auto-pace', on: 'yes' as never }, /Auto pace/],
    [{ do: 'fly' } as never, /fly/],
    [null as never, /command/],
  ]
  it('is answered with one sentence and changes nothing, not even a play', () => {
    const playback = loaded(runNamed('home'), 240_000)
    all(playback, { do: 'play' })
    const before = playback.update()
    for (const [command, sentence] of bad) {
      const problem = playback.do(command)
      expect(problem, JSON.stringify(command)).toMatch(sentence)
      expect(problem).toMatch(/^\S.*\.$/)
      expect(playback.update()).toBe(before)
    }
  })

  it('includes everything but loading before a run is loaded', () => {
    const playback = createPlayback()
    expect(playback.update()).toBe(null)
    expect(playback.tick(16)).toBe(false)
    for (const name of ['play', 'pause', 'step', 'reset', 'undo'] as const)
      expect(playback.do({ do: name })).toBe('No run is loaded yet.')
    expect(() => playback.ask({ ask: 'digest' })).toThrow('No run is loaded yet.')
    all(playback, { do: 'speed', speed: 4 }, { do: 'load', run: runNamed('home') })
    expect(transport(playback).speed).toBe(4)
  })
})

describe('questions', () => {
  it('about facts older than those kept give the same facts, with the same ids', () => {
    const run = runNamed('lag-under-load')
    const playback = loaded(run)
    const engine = createEngine(run)
    const known = new Map<number, { t: number; text: string }>()
    for (let t = 0; t <= 3_600_000; t += 100_000) {
      engine.runTo(t)
      for (const fact of engine.factsAfter(known.size)) known.set(fact.id, { t: fact.t, text: JSON.stringify(fact) })
    }
    expect(known.size).toBeGreaterThan(45_000)
    all(playback, { do: 'seek', t: 3_600_000 })
    const check = (from: number, to: number, most: number) => {
      const facts = playback.ask({ ask: 'facts', from, to, most })
      const expected = [...known.values()].filter(({ t }) => t >= from && t <= to).map(({ text }) => text)
      // As one text: there are tens of thousands.
      const texts = facts.map((fact) => JSON.stringify(fact))
      expect(texts.join('\n') === expected.slice(-most).join('\n'), `facts from ${from} to ${to}`).toBe(true)
    }
    check(3_500_000, 3_600_000, 100_000)
    check(100_000, 130_000, 100_000)
    check(0, 40_000, 50)
    check(0, 3_600_000, 100_000)
    check(0, 3_600_000, 45_000)
    expect(transport(playback).time).toBe(3_600_000)
    expect(digest(playback)).toBe(engine.digest())
  })

  it('about facts know what was played ahead of the playhead, and nothing beyond', () => {
    const playback = loaded(runNamed('home'), 400_000)
    all(playback, { do: 'seek', t: 100_000 })
    const facts = playback.ask({ ask: 'facts', from: 0, to: 9_000_000, most: 10_000 })
    expect(facts).toEqual(straight(runNamed('home'), 400_000).factsAfter(0))
  })

  it('about checkpoints say how many there are and what they hold, within the budget', () => {
    const playback = loaded(runNamed('lag-under-load'))
    const before = playback.ask({ ask: 'checkpoints' })
    all(playback, { do: 'seek', t: 2_000_000 })
    const after = playback.ask({ ask: 'checkpoints' })
    expect(after.count).toBeGreaterThan(before.count)
    expect(after.bytes).toBeGreaterThan(before.bytes)
    expect(after.bytes).toBeLessThan(64_000_000)
  })

  it('about machines are answered with their charts', () => {
    const charts = loaded(runNamed('home')).ask({ ask: 'machines' })
    expect(Object.keys(charts)).toContain('receiver')
  })
})

describe('an update', () => {
  it('is the same object until something changes, and survives a structured clone', () => {
    const playback = loaded(runNamed('home'), 240_000)
    const update = playback.update()
    expect(playback.update()).toBe(update)
    expect(playback.tick(16)).toBe(false)
    expect(playback.update()).toBe(update)
    expect(structuredClone(update)).toEqual(update)
    all(playback, { do: 'step' })
    expect(playback.update()).not.toBe(update)
    expect(transport(playback).run).toBe(update!.transport.run)
  })
})
