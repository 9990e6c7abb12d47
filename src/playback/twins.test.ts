import { describe, expect, it } from 'vitest'
import { asStrategy, type Run } from '../run/index.ts'
import { twoStrategies } from '../scenarios/two-strategies.ts'
import { all, expectStraight, loaded, straight, transport } from './fixtures/deck.ts'
import { type Command, createPlayback, type Playback } from './index.ts'

const { run, beside } = twoStrategies
const seek = (t: number): Command => ({ do: 'seek', t })
const kill = (node: string): Command => ({ do: 'act', action: { do: 'kill', node } })
const lay: Command = { do: 'beside', run: beside!, name: 'Three masters', here: { name: 'One master' } }
const other = (playback: Playback) => playback.update()!.other!
const names = (playback: Playback) => transport(playback).branches.map(({ name, parent }) => [name, parent])

function pair(t = 0): Playback {
  const playback = loaded(run, t)
  all(playback, lay)
  return playback
}

/** Both sides are what a straight run of each is, with the same done to both. */
function expectTwins(playback: Playback): void {
  expectStraight(playback)
  const { run: here, time } = transport(playback)
  const twin = asStrategy(here, here.scenario.multiMaster.topology === 'none' ? 'several-masters' : 'one-master') as {
    run: Run
  }
  expect(other(playback).twins).toBe(true)
  const there = { ...beside!, interventions: twin.run.interventions }
  expect(JSON.stringify(other(playback).frame)).toBe(JSON.stringify(straight(there, time).frame()))
}

describe('a run beside the present one', () => {
  it('stands at the same instant, as a branch from the start, and the present one has its name', () => {
    const playback = pair(700_000)
    expect(names(playback)).toEqual([
      ['One master', null],
      ['Three masters', null],
    ])
    expectTwins(playback)
    for (const t of [1_200_000, 300_000, 2_400_000]) {
      all(playback, seek(t))
      expectTwins(playback)
    }
  })

  it('is found again instead of made twice', () => {
    const playback = pair()
    all(playback, { do: 'compare', branch: null }, lay)
    expect(names(playback)).toHaveLength(2)
    expect(other(playback).branch).toBe(2)
  })

  it('may leave the present run as it is, and begin both sides anew', () => {
    const playback = loaded(run, 500_000)
    const here = { ...run, seed: 7 }
    all(playback, { do: 'beside', run: { ...beside!, seed: 7 }, name: 'B', here: { name: 'A', run: here } })
    expect(names(playback)).toEqual([
      ['Run', null],
      ['A', null],
      ['B', null],
    ])
    expect(transport(playback)).toMatchObject({ run: here, time: 500_000 })
  })

  it('refuses in one sentence what is no run, itself, or without a name', () => {
    const playback = loaded(run)
    const refused = (command: object) => playback.do({ ...lay, ...command } as Command)
    expect(refused({ run: { scenario: {} } })).toBe('scenario.nodes is missing.')
    expect(refused({ run })).toBe('A run cannot be compared with itself.')
    expect(refused({ name: '' })).toBe('The name of a branch has 1 to 40 characters.')
    expect(refused({ here: undefined })).toBe('The name of a branch has 1 to 40 characters.')
    expect(playback.update()!.other).toBe(null)
    expect(createPlayback().do(lay)).toBe('No run is loaded yet.')
  })
})

describe('twins', () => {
  it('have the same done to both, undone and done again, also in the past', () => {
    const playback = pair(900_000)
    all(playback, kill('db2'))
    expectTwins(playback)
    expect(other(playback).frame.nodes.find(({ id }) => id === 'db2')!.process).toBe('down')
    all(playback, { do: 'undo' })
    expectTwins(playback)
    all(playback, { do: 'redo' })
    expectTwins(playback)
    all(playback, seek(400_000), kill('db3'))
    expect(transport(playback).forked).toBe(true)
    expectTwins(playback)
    all(playback, { do: 'undo' })
    expectTwins(playback)
  })

  it('follow the other way round when the other side is opened', () => {
    const playback = pair(900_000)
    all(playback, { do: 'open-branch', branch: 2 }, kill('db2'))
    expect(other(playback)).toMatchObject({ branch: 1, twins: true })
    expect(other(playback).frame.nodes.find(({ id }) => id === 'db2')!.process).toBe('down')
    all(playback, { do: 'undo' })
    expect(other(playback).frame.nodes.find(({ id }) => id === 'db2')!.process).toBe('up')
    expect(transport(playback).canUndo).toBe(false)
  })

  it('take over what both know and leave what one knows alone', () => {
    const playback = pair(900_000)
    all(playback, { do: 'act', action: { do: 'set', path: 'failover.misses', value: 5 } })
    expect(other(playback).twins).toBe(true)
    all(playback, { do: 'act', action: { do: 'set', path: 'clients.w1.ratePerSecond', value: 20 } })
    expect(other(playback).frame.settings['clients.w1.ratePerSecond']).toBe(20)
    // Who waits for answers asks otherwise on each side.
    all(playback, { do: 'act', action: { do: 'set', path: 'clients.w1.kind', value: 'closed-loop' } })
    expect(other(playback).twins).toBe(false)
  })

  it('are asked together what they have been worth to their clients', () => {
    const playback = pair(2_400_000)
    const { here, there } = playback.ask({ ask: 'service' })
    expect(here.writes.p95Us!).toBeGreaterThan(there!.writes.p95Us!)
    expect([here.without.us > 0, there!.without.us]).toEqual([true, 0])
    expect([here.lost.count > 0, here.discarded.count, there!.lost.count, there!.discarded.count > 0]).toEqual([
      true,
      0,
      0,
      true,
    ])
    all(playback, { do: 'compare', branch: null })
    expect(playback.ask({ ask: 'service' })).toEqual({ here, there: null })
  })
})
