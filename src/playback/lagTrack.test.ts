import { expect, test } from 'vitest'
import { all, loaded, runNamed, straight } from './fixtures/deck.ts'

const run = runNamed('silent-partition')
const SECOND = 1_000_000

test('each look is what the stage shows with the playhead there', () => {
  const playback = loaded(run, 3 * SECOND)
  const { at, slaves, done } = playback.ask({ ask: 'lag', from: 0, to: 2 * SECOND })
  expect(done).toBe(true)
  expect(at.length).toBeGreaterThan(100)
  for (const place of [0, 50, at.length - 1]) {
    const { nodes } = straight(run, at[place]!).frame()
    for (const { id, trueUs, reported, toReceive, toApply } of slaves) {
      const lag = nodes.find((node) => node.id === id)!.lag!
      const expected =
        lag.level === 'unknown'
          ? [null, null, null, null]
          : [lag.trueUs, lag.reported, lag.entriesToReceive, lag.entriesToApply]
      expect([trueUs[place], reported[place], toReceive[place], toApply[place]]).toEqual(expected)
    }
  }
})

test('a window shows no more than has been played, and the same wherever the playhead stands', () => {
  const playback = loaded(run, SECOND)
  const early = playback.ask({ ask: 'lag', from: 0, to: 4 * SECOND })
  expect(early.at.at(-1)).toBeLessThanOrEqual(SECOND)
  all(playback, { do: 'seek', t: 3 * SECOND }, { do: 'seek', t: SECOND / 2 })
  const late = playback.ask({ ask: 'lag', from: 0, to: 4 * SECOND })
  expect(late.at.slice(0, early.at.length)).toEqual(early.at)
  expect(late.slaves[0]!.trueUs.slice(0, early.at.length)).toEqual(early.slaves[0]!.trueUs)
  const other = loaded(run, 3 * SECOND).ask({ ask: 'lag', from: 0, to: 4 * SECOND })
  expect(late).toEqual(other)
})

test('after an intervention the lines are those of the new run', () => {
  const playback = loaded(run, SECOND)
  const before = playback.ask({ ask: 'lag', from: 0, to: 2 * SECOND })
  all(playback, { do: 'act', action: { do: 'kill', node: 'db2' } }, { do: 'seek', t: 2 * SECOND })
  const after = playback.ask({ ask: 'lag', from: 0, to: 2 * SECOND })
  expect(after.at.length).toBeGreaterThan(before.at.length)
  expect(after.slaves.find(({ id }) => id === 'db2')!.trueUs.at(-1)).toBeNull()
})
