import { expect, test } from 'vitest'
import { judgeSeed } from './seed.ts'

// A few at a time: each is played several times over, and a busy machine takes its time.
test.each([0, 10, 20, 30, 40, 50])(
  '[D1] [D2] [D3] nothing is wrong with ten generated runs from %i on, however they are played',
  (from) => {
    for (let seed = from; seed < from + 10; seed++) expect(judgeSeed(seed)).toBeNull()
  },
)
