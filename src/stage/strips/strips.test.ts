// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { overlapping, rectsOf } from '../gallery/fixtures/look.ts'
import type { Shape } from '../picture/index.ts'
import { begun, db2Draining, deadMaster } from './fixtures.ts'
import { createStrips } from './strips.ts'
import { stripsPicture } from './stripsPicture.ts'

const svg = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg')
const now = 8_320_000
const keys = (shapes: Shape[], start: string) => shapes.map(({ key }) => key).filter((key) => key.startsWith(start))
const placeOf = (shapes: Shape[], key: string) =>
  String(shapes.find((shape) => shape.key === key)?.attributes['transform'])

describe('the strips of the lab picture', () => {
  const shapes = stripsPicture(db2Draining, now, { width: 280 })

  it('show 10 to 17 received and 10 to 16 applied, and where the next will stand', () => {
    const numbers = (name: string) =>
      keys(shapes, name)
        .filter((key) => /\/\d+$/.test(key) && !key.includes('slot'))
        .map((key) => Number(key.split('/')[1]))
    expect(numbers('relay')).toEqual([10, 11, 12, 13, 14, 15, 16, 17])
    expect(numbers('data')).toEqual([10, 11, 12, 13, 14, 15, 16])
    expect(keys(shapes, 'relay/slot')).toEqual(['relay/slot/18', 'relay/slot/19'])
    expect(keys(shapes, 'data/slot')).toEqual(['data/slot/17', 'data/slot/18', 'data/slot/19'])
  })

  it('have their heads where the picture has them', () => {
    expect(placeOf(shapes, 'relay/head')).toBe('translate(231 10)')
    expect(placeOf(shapes, 'data/head')).toBe('translate(207.5 40)')
  })

  it('are registered: an entry stands in the same column in both', () => {
    expect(placeOf(shapes, 'relay/14').split(' ')[0]).toBe(placeOf(shapes, 'data/14').split(' ')[0])
  })
})

it('a master has one strip, with a cross below what is lost', () => {
  const shapes = stripsPicture(deadMaster, now, { width: 280 })
  expect(keys(shapes, 'relay')).toEqual([])
  const crosses = shapes.filter(({ children }) => children?.some(({ key }) => key === 'cross')).map(({ key }) => key)
  expect(crosses).toEqual(['binlog/18', 'binlog/19'])
})

it('nothing applied: the head waits before the first column', () => {
  const shapes = stripsPicture(begun, now, { width: 280 })
  expect(placeOf(shapes, 'data/head')).toBe('translate(43 40)')
})

it.each([180, 280, 400, 900])('in %d px, no number lies on another and nothing leaves', (width) => {
  for (const node of [db2Draining, deadMaster, begun]) {
    const seen = rectsOf(stripsPicture(node, now, { width }))
    expect(overlapping(seen)).toEqual([])
    for (const { x, width: wide } of seen) expect(x + wide).toBeLessThanOrEqual(width)
  }
})

it('[stage] the same node is the same SVG text, whatever stood there before', () => {
  const used = svg()
  const drawing = createStrips(used)
  for (const node of [begun, deadMaster, db2Draining, deadMaster, begun, db2Draining])
    drawing.draw(node, now, { width: 280 })
  const once = svg()
  createStrips(once).draw(db2Draining, now, { width: 280 })
  expect(used.outerHTML).toBe(once.outerHTML)
})

it('a time before the loss shows a promise, not a loss', () => {
  const shapes = stripsPicture(deadMaster, 7_000_000, { width: 280 })
  expect(JSON.stringify(shapes)).not.toContain('"key":"cross"')
  expect(JSON.stringify(shapes)).toContain('"key":"promise"')
})
