import { describe, expect, it } from 'vitest'
import { type Shape, textWidth } from '../picture/index.ts'
import { cells } from './fixtures/frames.ts'
import { SEVEN } from './layout.ts'
import { type StripLook, strip } from './strip.ts'

/** A relay log whose last entry is `last`, seen through a window that begins at `start`. */
const row = (start: number, last: number): Shape[] => {
  const look: StripLook = {
    key: 'relay',
    cells: cells(Math.max(1, last - 5), last).filter((c) => c.position >= start),
    start,
    columns: SEVEN,
    top: 0,
    ground: 'var(--canvas)',
    ink: 'var(--ink)',
    head: last,
    last,
    originOf: () => 'A',
    drop: 0,
  }
  const view = { reducedMotion: true } as never
  return strip({ frame: { paceUs: 1000 } as never, time: 1_000_000, view }, look).children!
}
const far = (shapes: Shape[]) => shapes.find(({ key }) => key === 'far')
const slots = (shapes: Shape[]) => shapes.filter(({ key }) => key.startsWith('slot-'))
/** Left and right end of an empty slot's dot. */
const dot = (slot: Shape) => {
  const r = Number(slot.attributes['r'] ?? 1)
  const x = Number(slot.attributes['cx'])
  return { left: x - r, right: x + r }
}

describe('a row whose window has left it behind', () => {
  it.each([4, 37, 1204])('says where it stands, and no empty slot is drawn through "at %i"', (last) => {
    const shapes = row(last + 3, last)
    const words = far(shapes)!
    expect(words.words).toBe(`at ${last}`)
    const left = Number(words.attributes['x'])
    const right = left + textWidth(words.words!, { mono: true })
    const dots = slots(shapes).map(dot)
    expect(dots.length).toBeGreaterThan(0)
    for (const one of dots) expect(one.left > right || one.right < left, JSON.stringify({ one, right })).toBe(true)
    // Not one slot more than the words need is left out.
    expect(Math.min(...dots.map((one) => one.left)) - right).toBeLessThan(SEVEN.pitch + SEVEN.cell)
  })

  it('says nothing, and has all its slots, while its last entry is in sight', () => {
    const shapes = row(4, 4)
    expect(far(shapes)).toBeUndefined()
    expect(slots(shapes)).toHaveLength(SEVEN.count - 1)
  })

  it('says nothing while it is empty', () => {
    expect(far(row(1, 0))).toBeUndefined()
    expect(slots(row(1, 0))).toHaveLength(SEVEN.count)
  })
})
