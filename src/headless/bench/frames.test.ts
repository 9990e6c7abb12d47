import { expect, it } from 'vitest'
import { framesOf } from './frames.ts'

it('a trace is split into frames where they begin, and counts the page’s own thread', () => {
  const task = (ts: number, tdur: number, tid = 1) => ({ name: 'RunTask', ph: 'X', pid: 1, tid, ts, dur: 9000, tdur })
  const fire = (ts: number, tid = 1) => ({ name: 'FireAnimationFrame', ph: 'X', pid: 1, tid, ts, dur: 500, tdur: 400 })
  const events = [
    task(0, 1000),
    fire(100),
    task(2000, 500),
    task(16_000, 3000),
    fire(16_100),
    task(32_000, 1000),
    fire(32_100),
    task(33_000, 7000),
    task(1000, 50_000, 2),
    fire(1000, 2),
  ]
  const { times, work } = framesOf(events)
  expect(times).toEqual([3.5, 1])
  expect(work.get('script')).toBeCloseTo(1.2)
})
