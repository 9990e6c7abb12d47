/** Every parameter of `rlab/1` does what the contract says, and what is wrong is as if it were not there. */

import type { Page } from '@playwright/test'
import { expect, test } from './visit.ts'

const main = (page: Page) => page.locator('main')
const time = async (page: Page) => Number(await main(page).getAttribute('data-time'))
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function open(page: Page, search: string, hash = '#scenario=failover-lost-writes'): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`./embed/v1/index.html${search}${hash}`)
  await expect(page.locator('svg.stage [data-node]').first()).toBeVisible()
}

test('without a run it shows the usual one; what is wrong is as if it were absent, and makes no element', async ({
  page,
}) => {
  await open(page, '', '')
  await expect(page).toHaveTitle(/./)
  const usual = await page.title()
  await open(
    page,
    `?scenario=${encodeURIComponent('"><img src=x onerror=alert(1)>')}&theme=<b>&id=<i>&speed=99&zzz=1`,
    '',
  )
  expect(await page.title()).toBe(usual)
  expect(await page.locator('img, b, i').count()).toBe(0)
  await expect(page.locator('html')).toHaveAttribute('data-theme', /^(light|dark)$/)
})

test('at: microseconds, the third milestone, the fifth step', async ({ page }) => {
  await open(page, '?at=900000')
  expect(await time(page)).toBe(900_000)
  await open(page, '?at=m3')
  await expect(page.locator('progress')).toHaveCount(0)
  const third = await time(page)
  await open(page, '?at=0&controls=full')
  for (let i = 0; i < 3; i++) await button(page, 'Next milestone').click()
  expect(await time(page)).toBe(third)
  await button(page, 'Back to the start').click()
  for (let i = 0; i < 5; i++) await button(page, 'Step').click()
  const fifth = await time(page)
  await open(page, '?at=e5')
  await expect.poll(() => time(page)).toBe(fifth)
})

test('until stops there, loop goes round; speed and pace are those that were asked for', async ({ page }) => {
  await open(page, '?at=900000&until=905000&speed=8&pace=steady')
  await button(page, 'Play').click()
  await expect.poll(() => time(page)).toBe(905_000)
  await expect(main(page)).toHaveAttribute('data-playing', 'false')
  await open(page, '?at=900000&until=960000&loop=1&speed=8')
  await button(page, 'Play').click()
  let [last, most, turned] = [0, 0, false]
  await expect
    .poll(
      async () => {
        const t = await time(page)
        turned ||= t < last
        last = t
        most = Math.max(most, t)
        return turned
      },
      { intervals: [20] },
    )
    .toBe(true)
  expect(most).toBeLessThan(1_100_000)
  await expect(main(page)).toHaveAttribute('data-playing', 'true')
})

test('seed throws the dice anew, and the lab is given that run', async ({ page }) => {
  await open(page, '?at=900000&seed=7')
  expect(await page.getByRole('link').getAttribute('href')).toMatch(/#\/lab\?s=.*&t=900000$/)
})

test('controls: full has more, none has none; play=none and motion=none have nothing to play by', async ({ page }) => {
  await open(page, '?controls=full')
  await page.getByLabel('Speed').selectOption('4')
  await expect(button(page, 'Previous milestone')).toBeVisible()
  await open(page, '?controls=none')
  await expect(page.locator('.bar')).toBeHidden()
  for (const still of ['?play=none', '?motion=none']) {
    await open(page, still)
    await expect(button(page, 'Play')).toBeHidden()
    const before = await time(page)
    await page.keyboard.press('Space')
    await page.waitForTimeout(100)
    expect(await time(page)).toBe(before)
    await button(page, 'Step').click()
    expect(await time(page)).toBeGreaterThan(before)
  }
})

test('show leaves rows out and puts panels beside; each says something', async ({ page }) => {
  await open(page, '?at=900000&show=data')
  const words = page.locator('svg.stage text')
  await expect(words.filter({ hasText: /^data$/ })).not.toHaveCount(0)
  await expect(words.filter({ hasText: /^relay$/ })).toHaveCount(0)
  await open(page, '?at=900000&show=gauge,relay,data,log,timeline,clock,kv,machine,legend')
  await expect(page.locator('.parts section')).toHaveCount(6)
  await expect(page.locator('.parts')).toContainText('db1 dies')
  await expect(page.locator('.parts')).toContainText(/db2: .* = \d+/)
  await page.locator('.parts .at').last().click()
  expect(await time(page)).toBeLessThan(900_000)
  await page.locator('.parts input').fill('500000')
  expect(await time(page)).toBe(500_000)
})

test('focus dims the others, and their words stay; a name that nobody has is ignored', async ({ page }) => {
  await open(page, '?focus=db1,nobody')
  const dimmed = (id: string) => page.locator(`[data-node="${id}"] [opacity="0.35"]`).count()
  await expect.poll(() => dimmed('db2')).toBeGreaterThan(0)
  expect(await dimmed('db1')).toBe(0)
  expect(await page.locator('[data-node="db2"] text[opacity="0.35"]').count()).toBe(0)
})

test('theme, terms, accent, lang and dir are worn', async ({ page }) => {
  await open(page, '?theme=projector&terms=primary-replica&accent=7a1fa2&lang=en-GB&dir=rtl')
  const root = page.locator('html')
  await expect(root).toHaveAttribute('data-theme', 'projector')
  await expect(root).toHaveAttribute('lang', 'en-GB')
  await expect(root).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('svg.stage text').filter({ hasText: 'PRIMARY' })).toHaveCount(1)
  const accent = () => root.evaluate((html) => html.style.getPropertyValue('--accent'))
  expect(await accent()).toBe('#7a1fa2')
  await open(page, '?theme=light&accent=ffff00')
  expect(await accent()).toBe('')
})

test('announce: milestones are heard, with all of it stops too, or nothing', async ({ page }) => {
  const voice = page.locator('.voice')
  await open(page, '?at=0&controls=full&announce=summary')
  await button(page, 'Step').click()
  await expect(voice).toHaveText('')
  await button(page, 'Next milestone').click()
  await expect(voice).not.toHaveText('')
  await open(page, '?at=0&announce=all')
  await button(page, 'Step').click()
  await expect(voice).toHaveText(/^At /)
  await open(page, '?at=0&controls=full&announce=off')
  await button(page, 'Next milestone').click()
  await page.waitForTimeout(200)
  await expect(voice).toHaveText('')
})

test('keys=off leaves all keys alone', async ({ page }) => {
  await open(page, '?keys=off&at=900000')
  await page.keyboard.press('.')
  expect(await time(page)).toBe(900_000)
})

test('the address keeps up with a figure that stands still', async ({ page }) => {
  await open(page, '?at=m2')
  await button(page, 'Step').click()
  const at = await time(page)
  await expect.poll(() => page.url()).toContain(`t=${at}`)
  await page.reload()
  await expect.poll(() => time(page)).toBe(at)
})
