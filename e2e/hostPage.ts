/**
 * Somebody else's pages, in which figures stand: served to the browser from other origins, so that what a browser forbids
 * between strangers is forbidden here, too. Every complaint of the browser is written down.
 */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

export { expect }

/** Origins that no server has: the test answers for them. */
export const HOST = 'http://host.example'
export const OTHER = 'http://other.example'

interface Fixtures {
  complaints: string[]
  /** Opens a page of that origin with this body; the lab's address is known there as `lab`. */
  article: (body: string, origin?: string) => Promise<Page>
  /** Where the figure is. */
  figure: string
}

const watch = (context: BrowserContext, complaints: string[]) => {
  context.on('weberror', (error) => complaints.push(`thrown: ${error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
}

export const test = base.extend<Fixtures>({
  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here
    async ({}, use) => {
      const complaints: string[] = []
      await use(complaints)
      expect(complaints, 'errors, refused content').toEqual([])
    },
    { auto: true },
  ],
  context: async ({ context, complaints }, use) => {
    watch(context, complaints)
    await use(context)
  },
  figure: async ({ baseURL }, use) => use(new URL('embed/v1/index.html', baseURL).href),
  article: async ({ page, baseURL }, use) => {
    await use(async (body, origin = HOST) => {
      const html = `<!doctype html><html lang="en"><title>Article</title><body style="margin:0">${body.replaceAll('LAB/', baseURL!)}`
      await page.route(`${origin}/**`, (route) =>
        route.request().url().endsWith('/article') || route.request().url().endsWith('/sibling')
          ? route.fulfill({ contentType: 'text/html', body: html })
          : route.fulfill({ status: 204 }),
      )
      await page.goto(`${origin}/article`)
      return page
    })
  },
})
