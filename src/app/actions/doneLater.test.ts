// @vitest-environment jsdom
// The page fetches what is done to the run after its first picture: then it is the same.
import { expect, it } from 'vitest'
import { done as all, fetchDone as nothingMissing } from './done.ts'
import { done, fetchDone } from './doneLater.ts'

it('has no action before, and all of them afterwards', async () => {
  expect(done.actions).toEqual([])
  const coming = fetchDone()
  expect(coming).toBeInstanceOf(Promise)
  expect(fetchDone()).toBe(coming)
  await coming
  expect(done.actions).toBe(all.actions)
  expect(fetchDone()).toBeNull()
  expect(nothingMissing()).toBeNull()
})
