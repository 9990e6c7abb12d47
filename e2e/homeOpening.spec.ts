/**
 * The home page begins with the opening of its run, and its engine comes after the first picture: what a visitor does before
 * it is there is done when it comes, and nothing jumps.
 */
import { readFileSync } from 'node:fs'
import type { Page, Route } from '@playwright/test'
import { expect, test } from './visit.ts'

const ENGINE = /\/assets\/engine-[^/]*\.js$/
const stage = (page: Page) => page.locator('svg.stage').first().innerHTML()
const time = async (page: Page) => Number(await page.locator('[data-time]').first().getAttribute('data-time'))
const isPlaying = (page: Page) => page.locator('[data-action="play"]').first().getAttribute('aria-label')

/** Holds the scripts of that name back until it is called. */
async function hold(page: Page, which: RegExp): Promise<() => Promise<void>> {
  const held: Route[] = []
  let holds = true
  await page.route(which, (route) => (holds ? void held.push(route) : route.continue()))
  return async () => {
    await expect.poll(() => held.length).toBeGreaterThan(0)
    holds = false
    await Promise.all(held.map((route) => route.continue()))
  }
}

async function open(page: Page): Promise<void> {
  await page.goto('./', { waitUntil: 'commit' })
  await expect(page.locator('svg.stage [data-node]').first()).toBeVisible()
}

test('it plays before its engine is there, and the engine shows the same', async ({ page }) => {
  const release = await hold(page, ENGINE)
  await open(page)
  const from = await time(page)
  await page.keyboard.press('Space')
  await expect.poll(() => time(page)).toBeGreaterThan(from + 10_000)
  await page.keyboard.press('Space')
  await expect.poll(() => isPlaying(page)).toMatch(/Play/)
  const [t, shown] = [await time(page), await stage(page)]
  const came = page.waitForResponse(ENGINE)
  await release()
  await (await came).finished()
  await page.waitForTimeout(300)
  expect(await time(page)).toBe(t)
  expect(await stage(page)).toBe(shown)
  await page.keyboard.press('.')
  await expect.poll(() => time(page)).toBeGreaterThan(t)
})

test('the master is killed as soon as the engine is there, at the instant that was shown', async ({ page }) => {
  const release = await hold(page, ENGINE)
  await open(page)
  const [t, shown] = [await time(page), await stage(page)]
  await page.keyboard.press('k')
  await page.waitForTimeout(200)
  expect([await time(page), await stage(page)]).toEqual([t, shown])
  await release()
  await expect(page.locator('svg.stage').first()).toContainText('DOWN')
})

for (const [how, late] of [
  ['', null],
  [', also where that comes late and a hand is sooner', /^(Home|cards|topology)$/],
] as const)
  test(`what it needs until it plays is what the size check weighs${how}`, async ({ page }) => {
    const asked: string[] = []
    await page.route('**/*.js', async (route) => {
      // What comes after the picture is held back, and must not be missed.
      if ((await page.locator('svg.stage [data-node]').count()) > 0) return
      const name = /\/assets\/([\w-]+)-[\w-]{8}\.js$/.exec(route.request().url())?.[1] ?? route.request().url()
      asked.push(name)
      // Longer than a page that nobody touches rests before it fetches what is left.
      if (late?.test(name)) await new Promise((done) => setTimeout(done, 3000))
      await route.continue()
    })
    const opened = open(page)
    if (late !== null) {
      await expect.poll(() => asked).toContain('Home')
      await page.mouse.move(300, 300)
      await page.mouse.move(310, 310)
    }
    await opened
    const from = await time(page)
    await page.keyboard.press('Space')
    await expect.poll(() => time(page)).toBeGreaterThan(from)
    const { 'size-limit': limits } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      'size-limit': { name: string; path: string[] }[]
    }
    const weighed = limits
      .find(({ name }) => name.startsWith('lab: all'))!
      .path.map((path) => /assets\/([\w-]+)-\*/.exec(path)?.[1])
    expect([...new Set(asked)].sort()).toEqual(weighed.sort())
  })

for (const [when, isDown] of [
  ['after the click', false],
  ['between press and release', true],
] as const)
  test(`nobody arrives in the lab without what they have done, when what makes the link comes ${when}`, async ({
    page,
  }) => {
    const release = await hold(page, /\/assets\/sharing-[^/]*\.js$/)
    await open(page)
    await page.keyboard.press('k')
    await expect(page.locator('svg.stage').first()).toContainText('DOWN')
    await page.keyboard.press('Space')
    const t = await time(page)
    const way = page.locator('[data-open-in-lab]')
    await way.hover()
    await page.mouse.down()
    if (isDown) {
      await release()
      await page.waitForTimeout(500)
    }
    await page.mouse.up()
    if (!isDown) {
      await expect(page.locator('[data-home]')).toBeVisible()
      await release()
    }
    await expect(page.locator('[data-lab]')).toBeVisible()
    await expect(page.locator('svg.stage').first()).toContainText('DOWN')
    expect(await time(page)).toBeGreaterThanOrEqual(t)
  })
