/**
 * A figure begins with the first seconds of its run, which were written when it was built, and plays them while its engine
 * is on its way. Nobody sees where one ends and the other begins.
 */
import type { Page } from '@playwright/test'
import { expect, test } from './visit.ts'

const ENGINE = /\/embed\/v1\/engine-[^/]*\.js$/
const time = async (page: Page) => Number(await page.locator('main').getAttribute('data-time'))
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const stage = (page: Page) => page.locator('svg.stage').innerHTML()

async function open(page: Page, hash: string): Promise<void> {
  await page.goto('about:blank')
  // The engine is part of the load, which may never end here.
  await page.goto(`./embed/v1/index.html${hash}`, { waitUntil: 'commit' })
  await expect(page.locator('svg.stage [data-node]').first()).toBeVisible()
}

/** Plays until some of it has been seen, and stands. */
async function playSome(page: Page, us: number): Promise<number> {
  const from = await time(page)
  await button(page, 'Play').click()
  await expect.poll(() => time(page)).toBeGreaterThan(from + us)
  await button(page, 'Pause').click()
  return time(page)
}

// One master, a quorum and its reader, several masters, a region.
for (const [id, us] of [
  ['failover-lost-writes', 30_000],
  ['stale-reads', 40_000],
  ['ring-of-three', 20_000],
  ['global-table-mrsc', 20_000],
] as const)
  test(`${id} plays before its engine is there, and shows what the engine shows`, async ({ page }) => {
    await page.route(ENGINE, () => {})
    await open(page, `#scenario=${id}`)
    const t = await playSome(page, us)
    const shown = await stage(page)
    await page.unroute(ENGINE)
    await open(page, `#scenario=${id}&t=${t}`)
    expect(await time(page)).toBe(t)
    expect(await stage(page)).toBe(shown)
  })

test('an engine that comes late takes over where the opening stands', async ({ page }) => {
  const held: (() => Promise<void>)[] = []
  await page.route(ENGINE, (route) => void held.push(() => route.continue()))
  await open(page, '#scenario=failover-lost-writes')
  await button(page, 'Play').click()
  // It holds at the end of what it has.
  await expect.poll(() => time(page)).toBe(90_000)
  await expect(page.locator('main')).toHaveAttribute('data-playing', 'true')
  await held[0]!()
  await expect.poll(() => time(page)).toBeGreaterThan(100_000)
  await expect(page.locator('main')).toHaveAttribute('data-playing', 'true')
  expect(held.length).toBe(1)
})

test('an engine that could not be fetched is told of when it is needed, and asked for again', async ({
  page,
  complaints,
}) => {
  await page.route(ENGINE, (route) => route.abort())
  await open(page, '#scenario=failover-lost-writes')
  await button(page, 'Step').click()
  await expect(page.getByRole('status')).toHaveText(/could not be fetched/)
  await page.unroute(ENGINE)
  await button(page, 'Step').click()
  await expect.poll(() => time(page)).toBeGreaterThan(0)
  expect(complaints.splice(0).every((one) => /ERR_FAILED/.test(one))).toBe(true)
})
