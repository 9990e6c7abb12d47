import { expect, test } from 'vitest'
import { type SlaveThreads, secondsBehind } from './secondsBehind.ts'

const S = 1_000_000
const working: SlaveThreads = {
  sqlRunning: true,
  ioConnected: true,
  applyingWallUs: 10 * S,
  clockUs: 17 * S,
  clockDiffUs: 0,
}

test('[I10] case 1: NULL while either thread does not run', () => {
  expect(secondsBehind({ ...working, sqlRunning: false })).toBeNull()
  expect(secondsBehind({ ...working, ioConnected: false })).toBeNull()
  expect(secondsBehind({ ...working, sqlRunning: false, applyingWallUs: null })).toBeNull()
})

test('[I10] case 2: 0 when the relay log is used up, NULL when the source is out of reach', () => {
  expect(secondsBehind({ ...working, applyingWallUs: null })).toBe(0)
  expect(secondsBehind({ ...working, applyingWallUs: null, ioConnected: false })).toBeNull()
})

test('[I10] case 3: own clock minus time stamp minus clock difference, never below 0', () => {
  expect(secondsBehind(working)).toBe(7)
  expect(secondsBehind({ ...working, clockDiffUs: 3 * S })).toBe(4)
  expect(secondsBehind({ ...working, clockDiffUs: -3 * S })).toBe(10)
  expect(secondsBehind({ ...working, clockDiffUs: 30 * S })).toBe(0)
})

test('[I10] clocks are read in whole seconds, so that 0.2 s across a full second show as 1', () => {
  expect(secondsBehind({ ...working, applyingWallUs: 9.9 * S, clockUs: 10.1 * S })).toBe(1)
  expect(secondsBehind({ ...working, applyingWallUs: 9.1 * S, clockUs: 9.9 * S })).toBe(0)
})

/** A slave as it goes through entries, each [written at, applied from, applied until], with both threads running. */
const readings = (entries: readonly (readonly [number, number, number])[], at: readonly number[]): (number | null)[] =>
  at.map((second) => {
    const applying = entries.find(([, from, until]) => from <= second && second < until)
    const applyingWallUs = applying ? applying[0] * S : null
    return secondsBehind({ ...working, clockUs: second * S, applyingWallUs })
  })

test('[I10] demonstration a: on a starved link it says 0 while hundreds of entries have not arrived', () => {
  // One entry a second is written and one in ten seconds gets through, ten seconds late; applying takes no time.
  const arrived = Array.from({ length: 10 }, (_, i) => [i, 10 * i + 10, 10 * i + 10.001] as const)
  expect(readings(arrived, [35, 55, 95])).toEqual([0, 0, 0])
})

test('[I10] demonstration b: in a silent partition it says 0 until the I/O thread gives up, then NULL', () => {
  const netTimeout = 60
  const said = [1, 30, 59, 60, 61].map((silentFor) =>
    secondsBehind({ ...working, applyingWallUs: null, ioConnected: silentFor < netTimeout }),
  )
  expect(said).toEqual([0, 0, 0, null, null])
})

test('[I10] demonstration c: one transaction of 600 s: 0, then up to 600, then 0 at once', () => {
  // It arrives when it commits on the source, stamped with the start of its statement.
  const long = [[0, 600, 1200]] as const
  expect(readings(long, [599, 600, 900, 1199, 1200])).toEqual([0, 600, 900, 1199, 0])
  const replayed = [[0, 0, 600]] as const
  expect(readings(replayed, [0, 300, 599, 600])).toEqual([0, 300, 599, 0])
})

test('[I10] demonstration d: a clock step on the source after connecting is a constant error until reconnecting', () => {
  const step = 120
  // The source's clock jumps ahead: its stamps come from the future, and the slave says 0 although it is 30 s behind.
  const before = { ...working, clockUs: 1000 * S, applyingWallUs: (970 + step) * S }
  expect(secondsBehind(before)).toBe(0)
  // It jumps back: everything looks two minutes older than it is.
  expect(secondsBehind({ ...working, clockUs: 1000 * S, applyingWallUs: (970 - step) * S })).toBe(150)
  // After a reconnect the difference is sampled again.
  expect(secondsBehind({ ...before, clockDiffUs: -step * S })).toBe(30)
})

test('[I10] demonstration e: with idle periods it draws a sawtooth', () => {
  // Every 60 s a burst of ten entries that take 3 s each.
  const bursts = [0, 60, 120].flatMap((at) =>
    Array.from({ length: 10 }, (_, i) => [at, at + 3 * i, at + 3 * i + 3] as const),
  )
  const said = readings(bursts, [1, 15, 29, 31, 59, 61, 75, 89, 91])
  expect(said).toEqual([1, 15, 29, 0, 0, 1, 15, 29, 0])
})
