/** The pieces that pages fetch are the ones that everybody else has from the start. */
import { expect, it } from 'vitest'
import { packs as all, fetchStagePacks as nothingMissing } from './packs.ts'
import { fetchPieces, fetchStagePacks, packs } from './packsLater.ts'

it('a page fetches what a run needs, once, and then has all that the source has', async () => {
  expect(fetchStagePacks(['reads', 'checkers'])).toBeNull()
  expect(packs).toEqual({})
  const names = ['multiMaster', 'operations']
  const missing = fetchStagePacks(names)
  expect(missing).toBeInstanceOf(Promise)
  await missing
  expect(fetchStagePacks(names)).toBeNull()
  expect(fetchPieces(['crowd', 'masters'])).toBeNull()
  expect(packs).toEqual(all)
  expect(nothingMissing(names)).toBeNull()
})
