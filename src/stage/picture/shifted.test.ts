import { expect, it } from 'vitest'
import { box, disc, group, label, line, markup, shifted } from './index.ts'

it('writes places where they are, and leaves distances as they were', () => {
  const moved = shifted(
    [
      box('b', 1, 2, 30, 40, 'var(--ink)', { rx: 6 }),
      disc('c', -1, 0, 5, 'var(--ink)'),
      group('g', [label('t', 3, 4, 'words')]),
    ],
    10,
    100,
  )
  expect(markup(moved)).toBe(
    '<rect x="11" y="102" width="30" height="40" fill="var(--ink)" rx="6"></rect>' +
      '<circle cx="9" cy="100" r="5" fill="var(--ink)"></circle>' +
      `<g>${markup([label('t', 13, 104, 'words')])}</g>`,
  )
})

it('moves the absolute numbers of a path, of every command', () => {
  const d = 'M1 2L3 4H5V6C1 2 3 4 5 6A7 7 0 0 1 8 9Zm1 2l3 4h5v6c1 2 3 4 5 6a7 7 0 0 1 8 9z'
  const [moved] = shifted([line('l', d, 'var(--ink)', 1)], 10, -100)
  expect(moved!.attributes['d']).toBe(
    'M11 -98L13 -96H15V-94C11 -98 13 -96 15 -94A7 7 0 0 1 18 -91Zm1 2l3 4h5v6c1 2 3 4 5 6a7 7 0 0 1 8 9z',
  )
})

it('a group with a transform moves as a whole', () => {
  const inside = [label('t', 3, 4, 'words')]
  const [moved] = shifted([group('g', inside, { transform: 'scale(2)' })], 10, 20)
  expect(moved!.attributes['transform']).toBe('translate(10 20) scale(2)')
  expect(moved!.children).toBe(inside)
})
