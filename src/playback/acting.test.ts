import { describe, expect, it } from 'vitest'
import { isMilestone } from '../engine/index.ts'
import { all, digest, expectStraight, loaded, runNamed, straight, transport } from './fixtures/deck.ts'
import { dice } from './fixtures/dice.ts'

describe('acting', () => {
  it('shows its effect one microsecond later, paused and playing alike', () => {
    for (const first of ['pause', 'play'] as const) {
      const playback = loaded(runNamed('home'), 240_000)
      all(playback, { do: first }, { do: 'act', action: { do: 'kill', node: 'db1' } })
      expect(transport(playback)).toMatchObject({
        time: 240_001,
        playing: first === 'play',
        forked: false,
        canUndo: true,
      })
      expect(playback.update()!.frame.nodes[0]!.process).toBe('down')
      expect(transport(playback).run.interventions).toEqual([{ atMs: 240, do: 'kill', node: 'db1' }])
      expectStraight(playback)
    }
  })

  it('at the furthest instant keeps what the run has in store', () => {
    const playback = loaded(runNamed('failover-clean'), 100_000)
    all(playback, { do: 'act', action: { do: 'set', path: 'failover.misses', value: 2 } })
    expect(transport(playback).run.interventions.map((one) => one.do)).toEqual(['set', 'kill', 'restart'])
    expect(transport(playback).forked).toBe(false)
  })

  it('in the past leaves a branch, which undo brings back to the same moment and redo leaves again', () => {
    const run = runNamed('failover-lost-writes')
    const playback = loaded(run, 3_000_000)
    const old = digest(playback)
    const lost = transport(playback).milestones
    all(playback, { do: 'seek', t: 500_000 }, { do: 'act', action: { do: 'kill', node: 'db2' } })
    expect(transport(playback)).toMatchObject({
      forked: true,
      playedTo: 500_001,
      milestones: [{ kind: 'killed', at: 'db2' }],
    })
    expect(transport(playback).run.interventions).toEqual([{ atMs: 500, do: 'kill', node: 'db2' }])
    expectStraight(playback)
    all(playback, { do: 'seek', t: 3_000_000 })
    expectStraight(playback)
    const young = digest(playback)
    expect(young).not.toBe(old)

    all(playback, { do: 'undo' })
    expect(transport(playback)).toMatchObject({
      time: 3_000_000,
      canUndo: false,
      canRedo: true,
      forked: false,
      milestones: lost,
    })
    expect(digest(playback)).toBe(old)
    all(playback, { do: 'redo' })
    expect(transport(playback)).toMatchObject({ time: 3_000_000, canUndo: true, canRedo: false, forked: true })
    expect(digest(playback)).toBe(young)
  })

  it('at the very instant of a later intervention replaces it: nobody has seen that one yet', () => {
    const playback = loaded(runNamed('failover-lost-writes'), 700_000)
    all(playback, { do: 'seek', t: 610_000 }, { do: 'act', action: { do: 'kill', node: 'db2' } })
    const { interventions } = transport(playback).run
    expect(interventions).toHaveLength(1)
    expect(interventions[0]).toMatchObject({ do: 'kill', node: 'db2' })
  })

  it('after an undo forgets what could have been redone', () => {
    const playback = loaded(runNamed('home'), 240_000)
    all(playback, { do: 'act', action: { do: 'kill', node: 'db1' } }, { do: 'undo' })
    expect(transport(playback).canRedo).toBe(true)
    all(playback, { do: 'act', action: { do: 'kill', node: 'db2' } })
    expect(transport(playback)).toMatchObject({ canRedo: false, canUndo: true })
    all(playback, { do: 'undo' })
    expect(transport(playback).run.interventions).toEqual([])
    all(playback, { do: 'undo' })
    expect(transport(playback).canUndo).toBe(false)
  })

  it('random acts, undos, seeks and steps always show a straight run of the present value', () => {
    const playback = loaded(runNamed('failover-clean'))
    const roll = dice(11)
    const actions = [
      { do: 'kill', node: 'db1' },
      { do: 'restart', node: 'db1' },
      { do: 'cut', between: ['db1', 'db2'] },
      { do: 'stall', between: ['db1', 'db3'] },
      { do: 'heal', between: ['db1', 'db2'] },
      { do: 'stop-applier', node: 'db2' },
      { do: 'set', path: 'costs.applyMs', value: 9 },
    ] as const
    for (let i = 0; i < 80; i++) {
      const what = roll(6)
      if (what < 2) all(playback, { do: 'act', action: structuredClone(actions[roll(actions.length)]!) as never })
      else if (what === 2) all(playback, { do: 'undo' })
      else if (what === 3) all(playback, { do: 'redo' })
      else if (what === 4) all(playback, { do: 'seek', t: roll(3_000_000) })
      else all(playback, { do: roll(2) === 0 ? 'step' : 'step-back' })
      if (i % 4 === 0) expectStraight(playback)
    }
    const { milestones, playedTo, run } = transport(playback)
    expect(milestones).toEqual(straight(run, playedTo).milestones())
    expect(milestones.every(({ kind }) => isMilestone(kind))).toBe(true)
  })

  it('with a dragged control is one action, whose last value counts', () => {
    const playback = loaded(runNamed('home'), 240_000)
    for (const value of [10, 11, 12, 13])
      all(playback, { do: 'act', action: { do: 'set', path: 'costs.applyMs', value } })
    const { run, time } = transport(playback)
    expect(run.interventions).toEqual([{ atMs: 240, do: 'set', path: 'costs.applyMs', value: 13 }])
    expect(time).toBe(240_001)
    expectStraight(playback)
    all(playback, { do: 'undo' })
    expect(transport(playback).run.interventions).toEqual([])
    // Another control, or one that has been played from, is another action.
    all(playback, { do: 'redo' }, { do: 'act', action: { do: 'set', path: 'costs.flushMs', value: 1 } })
    expect(transport(playback).run.interventions).toHaveLength(2)
    const { time: then } = transport(playback)
    all(playback, { do: 'seek', t: 900_000 }, { do: 'seek', t: then })
    all(playback, { do: 'act', action: { do: 'set', path: 'costs.flushMs', value: 2 } })
    expect(transport(playback)).toMatchObject({ forked: true, time: then + 1 })
    expect(transport(playback).run.interventions).toHaveLength(3)
    all(playback, { do: 'undo' })
    expect(transport(playback)).toMatchObject({ playedTo: 900_000, forked: false })
  })
})
