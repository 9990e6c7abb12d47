import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response } from '@playwright/test'
import { type Figure, figure } from './figure.ts'

/**
 * Every script that a page has asked for until it can be used, compressed as a web server would: the stage is drawn,
 * and a key press sets time in motion. What is fetched later, at leisure or on demand, does not count.
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
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response)
  })
  await page.goto(address)
  await page.waitForSelector('svg.stage [data-node]')
  const before = await timeIn(page)
  await page.keyboard.press('Space')
  await page.waitForFunction(
    (was) => document.querySelector<HTMLElement>('[data-time]')?.dataset['time'] !== was,
    before,
  )
  const sizes = await Promise.all(
    scripts.slice().map(async (response) => gzipSync(await response.body(), { level: 9 }).length),
  )
  await page.close()
  return figure(name, 'bytes (Chromium)', [sizes.reduce((sum, size) => sum + size, 0)])
}
