import { describe, expect, it } from 'vitest'
import { markup } from '../picture/index.ts'
import { cell } from './cell.ts'
import { cellHatch } from './hatch.ts'
import { originHue, originOf } from './hue.ts'
import { indents, silhouette } from './silhouette.ts'

const keys = (look: Partial<Parameters<typeof cell>[3]>) =>
  cell('c', 0, 0, { origin: 'A', fill: 'applied', number: '7', ...look }).children!.map(({ key }) => key)

describe('the cell of a write', () => {
  it('says where it was written by its silhouette, without colour', () => {
    expect(silhouette('A', 20, 20)).toBe('M0 0H20V20H0Z')
    // The picture of the design: 36 % of the side.
    expect(silhouette('B', 20, 20)).toBe('M7.2 0H20V12.8L12.8 20H0V7.2Z')
    expect(silhouette('C', 20, 20)).toBe('M10 0H10A10 10 0 0 1 10 20H10A10 10 0 0 1 10 0Z')
    expect([0, 1, 2, 3, 8, 9].map(originOf)).toEqual(['A', 'B', 'C', 'D', 'I', 'A'])
  })

  it('nine origins have nine silhouettes, whose middle has room for two digits, and three hues', () => {
    const all = Array.from({ length: 9 }, (_, place) => originOf(place))
    expect(new Set(all.map((origin) => silhouette(origin, 20, 20))).size).toBe(9)
    expect(new Set(all.map(originHue))).toEqual(new Set(['var(--A)', 'var(--B)', 'var(--C)']))
    for (const origin of all) {
      for (const y of [6, 8, 10, 12, 14]) {
        const [left, right] = indents(origin, 20, 20, 0, y)
        expect(Math.max(left, right), `${origin} at ${y}`).toBeLessThanOrEqual(4.2)
      }
    }
  })

  it('says how far it got by its fill', () => {
    expect(keys({ fill: 'applied' })).toEqual(['solid', 'number'])
    expect(keys({ fill: 'received' })).toEqual(['ground', 'hatch', 'edge', 'number'])
    expect(keys({ fill: 'extra' })).toEqual(['torn', 'number'])
  })

  it('promised above, proven below; a lost one has a cross for its proof and keeps its number', () => {
    expect(keys({ promise: 1, proofs: [1, 1] })).toEqual(['solid', 'number', 'promise', 'proof-0', 'proof-1'])
    expect(keys({ promise: 1, proofs: [1, 1, 1, 1] })).toEqual(['solid', 'number', 'promise', 'proof-0', 'proofs'])
    expect(keys({ fill: 'lost', promise: 1, proofs: [1] })).toEqual(['lost', 'number', 'promise', 'cross'])
    expect(keys({ promise: 0, proofs: [0] })).toEqual(['solid', 'number'])
  })

  it('draws bars in as they come', () => {
    const half = markup([cell('c', 0, 0, { origin: 'A', fill: 'applied', number: '7', promise: 0.5 })])
    expect(half).toContain('d="M0 -4h10"')
  })

  it('keeps every hatch line inside its silhouette', () => {
    for (const [origin, width, height] of [
      ['A', 20, 20],
      ['A', 30, 20],
      ['B', 20, 20],
      ['C', 30, 20],
      ['D', 20, 20],
      ['E', 20, 20],
      ['F', 22, 20],
      ['G', 20, 20],
      ['H', 30, 20],
      ['I', 20, 20],
    ] as const) {
      const numbers = cellHatch(origin, width, height, 1)
        .match(/-?[\d.]+/g)!
        .map(Number)
      expect(numbers.length).toBeGreaterThan(12)
      for (let i = 0; i < numbers.length; i += 2) {
        const [x, y] = [numbers[i]!, numbers[i + 1]!]
        expect(x >= 1 && x <= width - 1 && y >= 1 && y <= height - 1).toBe(true)
        if (origin === 'B') expect(x - 1 + (y - 1)).toBeGreaterThanOrEqual(18 * 0.36 - 0.3)
      }
    }
  })
})
