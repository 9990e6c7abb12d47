import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response, Route } from '@playwright/test'
import { type Figure, figure } from './figure.ts'

/** How long a page may take to set time in motion without the scripts that are held back (ms). */
const PATIENCE_MS = 5000

/**
 * The scripts without which a page cannot be used, compressed as a web server would: the stage is drawn, and a key press
 * sets time in motion. What it asks for after its first picture is held back meanwhile, and counts only if time stands
 * still without it.
 */
export async function firstLoads(browser: Browser, address: string): Promise<Figure[]> {
  return [
    await firstLoad(browser, 'load.embed.gzipBytes', `${address}embed/v1/index.html#preset=failover-lost-writes`),
    await firstLoad(browser, 'load.lab.gzipBytes', address),
  ]
}

const timeIn = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLElement>('[data-time]')?.dataset['time'] ?? '')

async function firstLoad(browser: Browser, name: string, address: string): Promise<Figure> {
  const page = await browser.newPage()
  const scripts: Response[] = []
  const held: Route[] = []
  let holds = true
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response)
  })
  await page.route('**/*.js', async (route) => {
    if (holds && (await page.locator('svg.stage [data-node]').count()) > 0) held.push(route)
    else await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForSelector('svg.stage [data-node]')
  const before = await timeIn(page)
  const moves = (timeout?: number) =>
    page.waitForFunction(
      (was) => document.querySelector<HTMLElement>('[data-time]')?.dataset['time'] !== was,
      before,
      timeout === undefined ? {} : { timeout },
    )
  await page.keyboard.press('Space')
  await moves(PATIENCE_MS).catch(() => {
    holds = false
    for (const route of held) route.continue()
    return moves()
  })
  const sizes = await Promise.all(
    scripts.slice().map(async (response) => gzipSync(await response.body(), { level: 9 }).length),
  )
  await page.close()
  return figure(name, 'bytes (Chromium)', [sizes.reduce((sum, size) => sum + size, 0)])
}
