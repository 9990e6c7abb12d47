/** Work in turns lets others in between, and ends when nobody wants it any more. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inTurns } from './inTurns.ts'

function* steps(count: number, log: string[]): Generator<void, string> {
  try {
    for (let i = 0; i < count; i++) {
      log.push(`step ${i}`)
      yield
    }
    return 'done'
  } finally {
    log.push('given back')
  }
}

/** Each look at the clock finds it 5 ms on. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 5))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('long work comes back to the page between its steps', () => {
  const log: string[] = []
  const done = vi.fn()
  inTurns(steps(6, log), done)
  expect(log).toEqual([])
  vi.advanceTimersToNextTimer()
  const first = log.length
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThan(6)
  expect(done).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(done).toHaveBeenCalledExactlyOnceWith('done')
  expect(log.filter((line) => line.startsWith('step'))).toHaveLength(6)
})

test('who stops it hears nothing more, and what it held is given back', () => {
  const log: string[] = []
  const done = vi.fn()
  const stop = inTurns(steps(6, log), done)
  vi.advanceTimersToNextTimer()
  stop()
  const reached = log.length
  vi.runAllTimers()
  expect(log.at(-1)).toBe('given back')
  expect(log).toHaveLength(reached)
  expect(done).not.toHaveBeenCalled()
})
