import { expect, it } from 'vitest'
import { SENTENCES as all } from './table.ts'
import { fetchSentences, SENTENCES } from './tableLater.ts'

it('has no sentence before they are fetched, and then all of them, once', async () => {
  expect(SENTENCES).toEqual({})
  await fetchSentences()
  expect(SENTENCES).toEqual(all)
  expect(fetchSentences()).toBe(null)
})
