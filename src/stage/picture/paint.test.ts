// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { group, label, line, markup, paint, type Shape } from './index.ts'

const leaf = fc
  .record({
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    text: fc.boolean(),
    x: fc.integer({ min: 0, max: 3 }),
    dashed: fc.boolean(),
    title: fc.option(fc.constantFrom('one', 'two & <three>'), { nil: undefined }),
  })
  .map(({ key, text, x, dashed, title }): Shape => {
    const shape = text
      ? label(key, x, 0, `words ${x}`, { bold: dashed })
      : line(key, `M${x} 0h4`, 'var(--ink)', 1, { 'stroke-dasharray': dashed ? '1 2' : undefined })
    return title === undefined ? shape : { ...shape, title }
  })
const leaves = fc.uniqueArray(leaf, { selector: ({ key }) => key, maxLength: 4 })
const pictures = fc.uniqueArray(
  fc.oneof(
    leaf,
    fc.record({ key: fc.constantFrom('g', 'h'), inside: leaves }).map(({ key, inside }) => group(key, inside)),
  ),
  { selector: ({ key }) => key, maxLength: 6 },
)

const fresh = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg')

it('an SVG shows its last picture, whatever it showed before', () => {
  fc.assert(
    fc.property(fc.array(pictures, { minLength: 1, maxLength: 6 }), (history) => {
      const used = fresh()
      for (const picture of history) paint(used, picture)
      const once = fresh()
      paint(once, history[history.length - 1]!)
      expect(used.innerHTML).toBe(once.innerHTML)
    }),
    { seed: 7, numRuns: 300 },
  )
})

it('written as text, a picture is the same as painted', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      const svg = fresh()
      paint(svg, picture)
      const parsed = fresh()
      parsed.innerHTML = markup(picture)
      expect(parsed.innerHTML).toBe(svg.innerHTML)
    }),
    { seed: 8, numRuns: 200 },
  )
})

it('an element that stays keeps its identity, so that focus and hover survive a frame', () => {
  const svg = fresh()
  paint(svg, [line('a', 'M0 0h1', 'var(--ink)', 1), line('b', 'M0 0h2', 'var(--ink)', 1)])
  const b = svg.children[1]!
  paint(svg, [line('b', 'M0 0h9', 'var(--ink)', 1), line('c', 'M0 0h3', 'var(--ink)', 1)])
  expect(svg.children[0]).toBe(b)
  expect(b.getAttribute('d')).toBe('M0 0h9')
})

it('two shapes with one key are a mistake of the drawing, and said', () => {
  expect(() => paint(fresh(), [line('a', 'M0 0h1', 'x', 1), line('a', 'M0 0h2', 'x', 1)])).toThrow('share the key "a"')
})
