import { expect, it } from 'vitest'
import { happenings as all } from './happenings.ts'
import { fetchHappenings, happenings } from './happeningsLater.ts'

it('draws nothing of what an engine makes happen before it is fetched, and then all of it, once', async () => {
  expect(Object.keys(happenings).sort()).toEqual(Object.keys(all).sort())
  const { orders, bothVersions, dimmed, ...others } = happenings
  expect(dimmed([], ['db1'], () => '')).toEqual([])
  expect(orders({} as never)).toBe('')
  expect(bothVersions({} as never, {} as never, {} as never, false)).toMatchObject({ children: [] })
  for (const shapes of Object.values(others)) expect((shapes as () => unknown)()).toEqual([])
  await fetchHappenings()
  expect(happenings).toEqual(all)
  expect(fetchHappenings()).toBe(null)
})
