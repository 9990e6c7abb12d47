import { expect, it } from 'vitest'
import { loaded, runNamed } from './fixtures/deck.ts'
import { bringUntil, fetchUntil as fetchNone, untilOf as none } from './noUntil.ts'
import { fetchUntil, untilOf } from './untilLater.ts'

it('what plays up to a condition is fetched once, and refuses before', async () => {
  const playback = loaded(runNamed('home'))
  expect(() => untilOf(null, 1, runNamed('home'), playback as never)).toThrow('not been fetched')
  await fetchUntil()
  expect(fetchUntil()).toBe(null)
  expect(untilOf('lag(', 1, runNamed('home'), playback as never)).toHaveProperty('problem')
  expect(fetchNone()).toBe(null)
  expect(none('true', 1, runNamed('home'), playback as never)).toMatchObject({ problem: expect.stringMatching(/\.$/) })
  bringUntil(untilOf)
  expect(none).toBe(untilOf)
})
