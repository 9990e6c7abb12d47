import { expect, it } from 'vitest'
import { hue } from '../glyphs/index.ts'
import { line } from './shape.ts'
import { weighted as unweighted } from './unweighted.ts'
import { weighted } from './weighted.ts'

it('draws what a stage of the usual weight draws', () => {
  const shapes = [line('a', 'M0 0L9 9', hue.ink, 1)]
  expect(unweighted(shapes, 1)).toBe(weighted(shapes, 1))
})
