import { describe, expect, it } from 'vitest'
import { cellsInWindow, columnsFor, nodeStart, windowStart } from './columns.ts'
import { cells, frame, master, s, slave } from './fixtures/frames.ts'
import { SEVEN } from './layout.ts'

const at = (nodes: Parameters<typeof frame>[1]['nodes'], seconds = 10) => {
  const one = frame(seconds, { nodes: nodes ?? [] })
  const view = { reducedMotion: false } as never
  return { frame: one, time: one.time, view }
}

describe('the registered columns', () => {
  it('begin at 1 and end at the newest entry anywhere', () => {
    expect(windowStart(at([master('db1', 5, 5)]), SEVEN)).toBe(1)
    expect(windowStart(at([master('db1', 7, 7), slave('db2', 3, 2)]), SEVEN)).toBe(1)
    expect(windowStart(at([master('db1', 19, 19), slave('db2', 14, 13)]), SEVEN)).toBe(13)
    expect(windowStart(at([master('db1', 19, 19), slave('db2', 24, 13)]), SEVEN)).toBe(18)
  })

  it('slide on as an entry is written, as a function of time', () => {
    const written = { cells: cells(1, 20, (n) => ({ receivedAt: n === 20 ? s(10) : 0 })) }
    const starts = [10, 10.001, 10.003, 10.0064].map((t) => windowStart(at([master('db1', 20, 20, written)], t), SEVEN))
    expect(starts[0]).toBe(13)
    expect(starts[1]).toBeGreaterThan(13)
    expect(starts[2]).toBeGreaterThan(starts[1]!)
    expect(starts[3]).toBe(14)
  })

  it('keep the end of a log in sight that has left the common history', () => {
    const forked = slave('db1', 9, 9, { cells: cells(1, 9, (n) => ({ fate: n > 7 ? 'lost' : 'kept' })) })
    expect(nodeStart(forked, 40, SEVEN)).toBe(3)
    expect(nodeStart(slave('db2', 9, 9), 40, SEVEN)).toBe(40)
    expect(cellsInWindow(forked.cells, 3, SEVEN).map((c) => c.position)).toEqual([3, 4, 5, 6, 7, 8, 9])
  })

  it('are fewer and wider when numbers are long, and take the same room', () => {
    for (const newest of [7, 999, 1000, 99_999, 1_234_567]) {
      const columns = columnsFor(frame(1, { nodes: [master('db1', newest, newest)] }), SEVEN)
      expect(columns.count * columns.pitch).toBeLessThanOrEqual(SEVEN.count * SEVEN.pitch)
      if (newest > 999) expect(columns.cell).toBeGreaterThanOrEqual(String(newest).length * 7)
      else expect(columns).toEqual(SEVEN)
    }
  })
})
