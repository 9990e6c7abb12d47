import { describe, expect, it } from 'vitest'
import { textWidth } from '../picture/index.ts'
import { SEVEN } from './layout.ts'
import { type Bracket, onlyHere } from './onlyHere.ts'

const BRACKET: Bracket = {
  entries: [6, 7],
  card: { x: 100, y: 50, width: 248, height: 92 },
  columns: SEVEN,
  start: 1,
  aside: false,
  slack: 0,
  probeX: null,
}

/** Left and right end of the words under the bracket. */
function words(part: Partial<Bracket> = {}): { left: number; right: number } {
  const label = onlyHere('db1', { ...BRACKET, ...part }).find(({ tag }) => tag === 'text')!
  const half = textWidth(label.words!, { size: 13, bold: true }) / 2
  const x = Number(label.attributes['x'])
  return { left: x - half, right: x + half }
}

describe('the words "promised, and only here"', () => {
  it('keep clear of the line on which a monitor probes from below, wherever it comes up', () => {
    const usual = words()
    for (let probeX = 120; probeX <= 328; probeX += 4) {
      const { left, right } = words({ probeX })
      expect(Math.min(Math.abs(left - probeX), Math.abs(right - probeX)), `${probeX}`).toBeGreaterThanOrEqual(12)
      expect(left < probeX && probeX < right, `${probeX}`).toBe(false)
    }
    // A line elsewhere moves nothing.
    expect(words({ probeX: 110 })).toEqual(usual)
  })

  it('stay under their card without one', () => {
    const { left, right } = words()
    expect(left).toBeGreaterThanOrEqual(BRACKET.card.x)
    expect(right).toBeLessThanOrEqual(BRACKET.card.x + BRACKET.card.width)
  })
})
