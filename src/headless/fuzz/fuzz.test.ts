import { expect, test } from 'vitest'
import { judgeSeed } from './seed.ts'

test('[D1] [D2] [D3] nothing is wrong with the first generated runs, however they are played', () => {
  for (let seed = 0; seed < 60; seed++) expect(judgeSeed(seed)).toBeNull()
})
