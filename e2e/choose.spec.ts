/** Choosing how to replicate: the reader's numbers are tried, the answer follows them, and each figure leads to its run. */

import type { Page } from '@playwright/test'
import { findings } from './axe.ts'
import { KEY } from './labPage.ts'
import { inEachLook } from './looks.ts'
import { expect, test } from './visit.ts'

/** A small shop: one place, few requests. Nothing that must be waited for long. */
const SHOP = '#/choose?places=1&writes=6&reads=4&latency=20'

async function open(page: Page, hash = SHOP): Promise<void> {
  await page.goto(`./${hash}`)
  await answered(page)
}
const answered = (page: Page) =>
  expect(page.locator('[data-choose]')).toHaveAttribute('data-choose', 'done', { timeout: 60_000 })
const recommended = (page: Page) => page.locator('[data-recommended]')
const cell = (page: Page, candidate: string, measure: string) =>
  page.locator(`[data-candidate="${candidate}"] [data-measure="${measure}"]`)

test('home leads there, and the answer follows the numbers, by keyboard, too', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('link', { name: 'Choose a strategy' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Choose how to replicate' })).toBeVisible()
  await open(page)
  await expect(recommended(page)).toHaveAttribute('data-recommended', 'quorum')
  await expect(cell(page, 'async', 'lost')).toHaveAttribute('data-is', 'over')

  // Whoever allows losses, and only a short wait, is told something else; nothing has to be tried again for that.
  await page.getByRole('slider', { name: 'Promised writes lost' }).focus()
  await page.keyboard.press('End')
  await page.getByRole('slider', { name: 'A write, 95th percentile' }).focus()
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft')
  await expect(page.locator('[data-need="latency"]')).toHaveAttribute('data-value', '5')
  await answered(page)
  await expect(recommended(page)).toHaveAttribute('data-recommended', 'async')
  await expect(page.locator('[data-accepts]')).toHaveAttribute('data-accepts', 'lost')

  await page.getByRole('radio', { name: 'application' }).click()
  await page.getByRole('slider', { name: 'Time without service' }).focus()
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await answered(page)
  await expect(recommended(page)).toHaveAttribute('data-recommended', 'merging')

  // The answer is in the address.
  const address = page.url()
  expect(address).toContain('decides=application')
  await page.reload()
  await answered(page)
  await expect(recommended(page)).toHaveAttribute('data-recommended', 'merging')
  expect(page.url()).toBe(address)
})

test('a reason leads to both runs at its moment, a figure to its own, and back to the same numbers', async ({
  lab,
  page,
}) => {
  await open(page)
  const lost = Number(await cell(page, 'async', 'lost').innerText())
  await page.locator('[data-reason="lost"]').getByRole('link').click()
  await expect(page.locator('[data-compare]')).toHaveAttribute('data-twins', 'true')
  await expect.poll(() => lab.time()).toBeGreaterThan(1_000_000)
  const figure = (side: string) => page.locator(`[data-service-side="${side}"] [data-service="lost"]`)
  await expect(figure('here')).toHaveText(/^0 writes/)
  await expect(figure('there')).toHaveText(/^[1-9]\d* write/)
  // The others follow.
  expect(Number.parseInt(await figure('there').innerText(), 10)).toBeLessThanOrEqual(lost)

  await page.goBack()
  await answered(page)
  expect(Number(await cell(page, 'async', 'lost').innerText())).toBe(lost)
  await cell(page, 'async', 'lost').getByRole('link').click()
  await expect(page.locator('[data-lab]')).toHaveAttribute('data-scenario', 'async-cut')
  await expect.poll(() => lab.counter('lost')).toBeGreaterThan(0)
  // The others follow.
  await expect(async () => {
    await lab.press(KEY.nextMilestone)
    expect(await lab.counter('lost')).toBe(lost)
  }).toPass({ intervals: [100] })
})

test('everybody can read it, and nothing stands beyond the edge', async ({ page }) => {
  await open(page)
  await page.locator('.notes summary').click()
  await inEachLook(page, ['light desk', 'dark phone', 'projector wall'], async (look) => {
    expect(await findings(page), look).toEqual([])
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over, look).toBeLessThanOrEqual(0)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('.choose a, .choose button, .choose input, .choose summary')].flatMap((one) => {
        const { width, height } = one.getBoundingClientRect()
        return width > 0 && Math.min(width, height) < 24 ? [one.outerHTML.slice(0, 120)] : []
      }),
    )
    expect(small, `${look}: targets under 24 px`).toEqual([])
  })
})
