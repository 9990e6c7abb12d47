/** The pieces that pages fetch are the ones that everybody else has from the start. */
import { expect, it } from 'vitest'
import { packs as all, fetchWordPacks as nothingMissing } from './packs.ts'
import { fetchWordPacks, packs } from './packsLater.ts'

it('a page fetches what a run needs, once, and then has all that the source has', async () => {
  expect(fetchWordPacks(['reads', 'checkers'])).toBeNull()
  expect(packs).toEqual({})
  const names = ['multiMaster']
  const missing = fetchWordPacks(names)
  expect(missing).toBeInstanceOf(Promise)
  await missing
  expect(fetchWordPacks(names)).toBeNull()
  expect(packs).toEqual(all)
  expect(nothingMissing(names)).toBeNull()
})
