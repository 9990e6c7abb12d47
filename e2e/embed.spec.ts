/** The figure for articles: it shows the run of its address, moves only when asked and seen, and leads into the lab. */

import type { Page } from '@playwright/test'
import { linkHash } from '../src/run/index.ts'
import { findings } from './axe.ts'
import { bundle } from './bundle.ts'
import { runOf } from './files.ts'
import type { Findings } from './floors.ts'
import { LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

const FIGURE = 'embed/v1/index.html'
const figure = (page: Page) => page.locator('main')
const time = async (page: Page) => Number(await figure(page).getAttribute('data-time'))
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function open(page: Page, hash: string, search = ''): Promise<void> {
  // Another hash alone would stay on the page, whose stage is there already while the run is still the last one.
  await page.goto('about:blank')
  await page.goto(`./${FIGURE}${search}${hash}`)
  await expect(page.locator('svg.stage [data-node]').first()).toBeVisible()
}

const linkTo = (id: string, t: number): string => {
  const link = linkHash(runOf(id), t)
  if ('problem' in link) throw new Error(link.problem)
  return link.hash.replace('#/lab?', '#')
}

test('a run and its moment come from the address; play, step, step back and reset move it', async ({ page }) => {
  await open(page, linkTo('failover-lost-writes', 900_000))
  await expect(figure(page)).toHaveAttribute('data-time', '900000')
  await expect(figure(page)).toHaveAttribute('data-playing', 'false')
  await expect(page.getByRole('status')).toHaveText('paused')
  await expect(page.locator('.told')).toHaveText(/^db1 dies/)
  await expect(page.getByRole('img')).toHaveAccessibleName(/^At 0\.900 s: db1 is down, db2 is slave and db3 is slave/)

  await button(page, 'Step').click()
  expect(await time(page)).toBeGreaterThan(900_000)
  await button(page, 'Step back').click()
  await button(page, 'Step back').click()
  expect(await time(page)).toBeLessThan(900_000)
  await button(page, 'Play').click()
  await expect(page.getByRole('status')).toHaveText('playing')
  await expect.poll(() => time(page)).toBeGreaterThan(910_000)
  await button(page, 'Pause').click()
  const paused = await time(page)
  await page.waitForTimeout(200)
  expect(await time(page)).toBe(paused)
  await button(page, 'Back to the start').click()
  await expect(figure(page)).toHaveAttribute('data-time', '0')
})

test('nothing moves, asks or takes the focus before a gesture; keys work within', async ({ page }) => {
  await page.addInitScript(() => {
    const counts = { frames: 0, wheels: 0 }
    Object.assign(window, { counts })
    const real = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (callback) => {
      counts.frames += 1
      return real(callback)
    }
    const add = EventTarget.prototype.addEventListener
    EventTarget.prototype.addEventListener = function (...given: Parameters<typeof add>) {
      if (/wheel|mousewheel/.test(given[0])) counts.wheels += 1
      return add.apply(this, given)
    }
  })
  const asked: string[] = []
  await open(page, '#preset=semi-sync')
  page.on('request', (request) => asked.push(request.url()))
  const began = await time(page)
  await page.waitForTimeout(400)
  expect(await time(page)).toBe(began)
  expect(await page.evaluate('counts')).toEqual({ frames: 0, wheels: 0 })
  expect(asked).toEqual([])
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  expect(await figure(page).evaluate((main) => getComputedStyle(main).touchAction)).toBe('pan-y')

  await page.keyboard.press('Tab')
  await expect(button(page, 'Play')).toBeFocused()
  await page.keyboard.press('.')
  expect(await time(page)).toBeGreaterThan(began)
  await page.keyboard.press('Space')
  await expect(figure(page)).toHaveAttribute('data-playing', 'true')
  await page.keyboard.press('Space')
  await expect(figure(page)).toHaveAttribute('data-playing', 'false')
})

test('opens in the lab with its run and its moment, in a tab of its own', async ({ page, context }) => {
  for (const hash of [linkTo('failover-clean', 480_000), '#preset=failover-clean&t=480000']) {
    await open(page, hash)
    await button(page, 'Step').click()
    const [at, opened] = [await time(page), context.waitForEvent('page')]
    await page.getByRole('link', { name: 'Open in lab' }).click()
    const lab = new LabPage(await opened)
    await lab.shown()
    expect(await lab.time()).toBe(at)
    await expect(lab.page.getByRole('heading', { level: 1 })).toContainText(runOf('failover-clean').scenario.title)
    await lab.page.close()
  }
})

test('a bad address is one sentence, and a good one in its place is opened', async ({ page }) => {
  const good = linkTo('semi-sync', 0)
  for (const hash of ['#s=9.abc', good.slice(0, 40)]) {
    await page.goto('about:blank')
    await page.goto(`./${FIGURE}${hash}`)
    await expect(page.getByRole('alert')).toHaveText(/^[A-Z][^.]*(\.\d[^.]*)*\.$/)
    await expect(page.locator('svg.stage')).toHaveCount(0)
  }
  await page.evaluate((hash) => {
    location.hash = hash
  }, good)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.locator('svg.stage [data-node]').first()).toBeVisible()
})

test('in an article it plays only while it can be seen, leaves wheel and focus alone, and works in a sandbox', async ({
  page,
  baseURL,
}) => {
  const src = new URL(`./${FIGURE}#preset=lag-under-load`, baseURL).href
  await page.route('**/article.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Article</title><body style="margin:0"><h1>Article</h1>
        <iframe src="${src}" width="640" height="470" style="border:0;display:block" title="Figure" sandbox="allow-scripts allow-popups"></iframe>
        <div style="height:3000px"></div>`,
    }),
  )
  await page.goto(new URL('article.html', baseURL).href)
  const frame = page.frameLocator('iframe')
  const main = frame.locator('main')
  await expect(frame.locator('svg.stage [data-node]').first()).toBeVisible()
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)

  await page.mouse.move(300, 250)
  await page.mouse.wheel(0, 120)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  await page.evaluate(() => scrollTo(0, 0))

  await frame.getByRole('button', { name: 'Play' }).click()
  await expect(main).toHaveAttribute('data-playing', 'true')
  await page.evaluate(() => scrollTo(0, 2000))
  await expect(main).toHaveAttribute('data-playing', 'false')
  await expect(frame.getByRole('status')).toHaveText('Paused while off screen')
  const left = await main.getAttribute('data-time')
  await page.waitForTimeout(300)
  expect(await main.getAttribute('data-time')).toBe(left)
  await page.evaluate(() => scrollTo(0, 0))
  await expect(main).toHaveAttribute('data-playing', 'true')
})

test.describe('sizes', () => {
  // axe puts a style of its own into the page, which the figure's policy refuses.
  test.use({ bypassCSP: true })

  for (const theme of ['light', 'dark'] as const)
    test(`${theme}: every width keeps its height and its floors, and axe finds nothing serious`, {
      tag: ['@R24', '@R16'],
    }, async ({ page }) => {
      const walker = await bundle('./floors.ts', 'floors')
      for (const [width, height] of [
        [320, 560],
        [420, 500],
        [640, 470],
        [960, 540],
      ] as const) {
        await page.setViewportSize({ width, height })
        for (const hash of ['#preset=semi-sync&t=160000', '#preset=failover-lost-writes&t=4000000']) {
          await page.goto('about:blank')
          await open(page, hash, `?theme=${theme}`)
          const overflow = await page.evaluate(() => {
            const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
            return [scrollWidth - clientWidth, scrollHeight - clientHeight]
          })
          expect(overflow, `${width} ${hash}`).toEqual([0, 0])
          await page.evaluate(`${walker}; window.floors = floors`)
          const found: Findings = await page.evaluate('floors.walk({ size: 11, contrast: 4.5, target: 24 })')
          expect(found.texts).toBeGreaterThan(20)
          expect.soft({ ...found, texts: 0, targets: 0 }, `${width} ${hash}`).toEqual({
            texts: 0,
            targets: 0,
            small: [],
            pale: [],
            tight: [],
            over: [],
          })
        }
        expect.soft(await findings(page), `${width}`).toEqual([])
      }
    })
})
