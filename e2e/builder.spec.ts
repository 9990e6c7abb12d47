/** The page that makes figures: what is chosen there is what a figure shows, wherever it is pasted, also without a script. */

import type { Page } from '@playwright/test'
import { findings } from './axe.ts'
import { test as hostTest } from './hostPage.ts'
import { LabPage } from './labPage.ts'
import { inEachLook } from './looks.ts'
import { expect, test } from './visit.ts'

const preview = (page: Page) => page.locator('.preview')
const option = (page: Page, name: string) => page.locator(`[data-option="${name}"]`)
const snippet = (page: Page, kind: string) => page.locator(`[data-snippet=${kind}] textarea`).inputValue()
/** The digest of the moment that the preview shows, once it shows it. */
async function shown(page: Page): Promise<string> {
  await expect(page.locator('[data-build]')).toHaveAttribute('data-build', 'shown')
  await expect(preview(page)).toHaveAttribute('data-digest', /^[0-9a-f]{16}$/)
  return (await preview(page).getAttribute('data-digest'))!
}
const section = (page: Page, name: string) =>
  page.locator(`details[data-section=${name}]`).evaluate((one) => {
    ;(one as HTMLDetailsElement).open = true
  })

test('the present run of the lab becomes a figure; what is chosen stays in the address, and is what the figure shows', async ({
  page,
  lab,
}) => {
  await lab.open('#/lab?preset=failover-lost-writes&t=900000')
  const digest = await lab.digest()
  await page.locator('[data-share]').click()
  await page.getByRole('menuitem', { name: /^Embed/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Embed a figure' })).toBeVisible()
  expect(await shown(page)).toBe(digest)
  await expect(option(page, 'at')).toHaveAttribute('data-value', '900000')

  // Another moment, taken from the preview itself.
  const frame = page.frameLocator('.preview iframe')
  await frame.getByRole('button', { name: 'Step', exact: true }).click()
  await expect.poll(() => preview(page).getAttribute('data-digest')).not.toBe(digest)
  const stepped = (await preview(page).getAttribute('data-digest'))!
  await page.getByRole('button', { name: 'First picture: from preview, as it stands' }).click()
  await expect(option(page, 'at')).not.toHaveAttribute('data-value', '900000')
  await expect(frame.locator('main')).toHaveAttribute(
    'data-time',
    (await option(page, 'at').getAttribute('data-value'))!,
  )
  await expect.poll(() => shown(page)).toBe(stepped)

  await section(page, 'look')
  await option(page, 'theme').getByRole('radio', { name: 'dark' }).click()
  await option(page, 'accent').getByRole('textbox').fill('zz')
  await page.keyboard.press('Enter')
  await expect(option(page, 'accent').locator('.problem')).toHaveText('Takes six hexadecimal digits.')
  await option(page, 'accent').getByRole('textbox').fill('000080')
  await page.keyboard.press('Enter')
  await expect(page.locator('.worth')).toContainText('The accent #000080 has a contrast of')
  await section(page, 'parts')
  await option(page, 'show').getByLabel('log').check()
  await expect(frame.locator('.parts section')).toHaveCount(1)
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
  // Panels want more than the documented height, and there is a way to give it.
  await page.getByRole('button', { name: /^Make the frame \d+ px high$/ }).click()
  await expect(page.getByRole('button', { name: /^Make the frame/ })).toHaveCount(0)

  // The snippets are of exactly this, a reload keeps it, and the figure at that address stands there.
  await expect.poll(() => shown(page)).toBe(stepped)
  const html = await snippet(page, 'frame')
  const address = page.url()
  await page.reload()
  await expect.poll(() => shown(page)).toBe(stepped)
  expect(page.url()).toBe(address)
  expect(await snippet(page, 'frame')).toBe(html)
  const src = /src="([^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&')
  await page.goto(src)
  await expect(page.locator('.parts section')).toHaveCount(1)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Open in lab' }).click()
  const again = new LabPage(await opened)
  await again.shown()
  expect(await again.digest()).toBe(stepped)
})

hostTest(
  'each snippet shows the same figure on somebody else’s page; the picture does without script',
  async ({ page, baseURL, article, browser, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(
      `${baseURL}#/embed-builder?preset=failover-lost-writes&figure=at%3Dm3%26label%3DTwo+%22lost%22+%3Cwrites%3E`,
    )
    const digest = await shown(page)
    const html = { frame: '', element: '', still: '' }
    for (const kind of ['frame', 'element', 'still'] as const) {
      html[kind] = await snippet(page, kind)
      await page.locator(`[data-snippet=${kind}]`).getByRole('button').click()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(html[kind])
    }

    const framed = await article(html.frame)
    await expect(framed.frameLocator('iframe').locator('main')).toHaveAttribute('data-time', /^[1-9]\d+$/)
    await expect(framed.locator('iframe')).toHaveAttribute('title', 'Two "lost" <writes>')

    const element = await article(html.element)
    await expect(element.locator('replication-lab svg').first()).toBeVisible()
    await element.getByRole('button', { name: 'Start simulation: Two "lost" <writes>' }).click()
    const figure = element.frameLocator('iframe').locator('main')
    await expect(figure.locator('[data-node]').first()).toBeVisible()
    const state = () =>
      element.evaluate(async () => {
        const one = document.querySelector('replication-lab') as HTMLElement & {
          pause(): Promise<unknown>
          seek(to: string): Promise<unknown>
          getState(path: string): Promise<{ state: string }>
        }
        await one.pause()
        await one.seek('m3')
        return (await one.getState('digest')).state
      })
    await expect.poll(state).toBe(digest)

    const still = await browser.newContext({ javaScriptEnabled: false })
    const paper = await still.newPage()
    await paper.setContent(`<!doctype html><body dir="rtl" style="width:400px">${html.still}`)
    await expect(paper.locator('figure > a > svg')).toBeVisible()
    await expect(paper.locator('figcaption')).toContainText('Two "lost" <writes>')
    await expect(paper.getByRole('link', { name: 'Open in Replication Lab' })).toHaveAttribute(
      'href',
      /#\/lab\?preset=failover-lost-writes&t=\d+$/,
    )
    const { width } = (await paper.locator('svg').boundingBox())!
    expect(width).toBeLessThanOrEqual(400)
    await paper.emulateMedia({ media: 'print' })
    await expect(paper.locator('svg')).toBeVisible()
    await still.close()
  },
)

test('everybody can read it, and nothing stands beyond the edge', async ({ page }) => {
  await page.goto('./#/embed-builder?preset=semi-sync&figure=accent%3Dffff00%26width%3D320')
  await shown(page)
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true
  })
  await inEachLook(page, ['light desk', 'dark phone'], async (look) => {
    expect.soft(await findings(page), look).toEqual([])
    expect
      .soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), look)
      .toBeLessThanOrEqual(0)
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '.build :is(a, button, select, summary, textarea, input:not([type=checkbox]), label)',
        ),
      ].flatMap((one) => {
        const { width, height } = one.getBoundingClientRect()
        return width > 0 && Math.min(width, height) < 24 ? [one.outerHTML.slice(0, 120)] : []
      }),
    )
    expect.soft(small, `targets under 24 px, ${look}`).toEqual([])
  })
})
