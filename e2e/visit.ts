/**
 * What every end-to-end test stands on: a visitor's view of the page, and a guard. An error on the console, an
 * error thrown by the page, or a request to anybody but the server of the lab fails the test, whatever it is about.
 */
import { type BrowserContext, type BrowserContextOptions, test as base, expect } from '@playwright/test'
import { LabPage } from './labPage.ts'

export { expect }

interface Fixtures {
  /**
   * Of the display, while something moves; 0 = as many as the machine can draw. What a test does to a run that plays
   * waits behind each picture, so a test that is not about the pictures has a slow display. Below 20 the lab plays
   * slower than it says: no picture is further than 50 ms from the last one.
   */
  picturesPerSecond: number
  /** The page of the visitor: nothing is open yet. */
  lab: LabPage
  /** The page of somebody else: a fresh profile that has never seen the lab. */
  freshProfile: (options?: BrowserContextOptions) => Promise<LabPage>
  /** Sentences of everything that went wrong so far; must be empty at the end. */
  complaints: string[]
}

function watch(context: BrowserContext, origin: string, complaints: string[]): void {
  context.on('weberror', (error) => complaints.push(`thrown: ${error.error().stack ?? error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) complaints.push(`request: ${url}`)
  })
}

/** A page that asks for the next picture gets it later. */
async function slowDown(context: BrowserContext, picturesPerSecond: number): Promise<void> {
  if (picturesPerSecond === 0) return
  await context.addInitScript((apart) => {
    const next = window.requestAnimationFrame.bind(window)
    const off = new Set<number>()
    let [last, asked] = [0, 0]
    window.requestAnimationFrame = (callback) => {
      const id = ++asked
      const wait = last + apart - performance.now()
      window.setTimeout(
        () =>
          next((now) => {
            last = now
            if (!off.delete(id)) callback(now)
          }),
        Math.max(0, wait),
      )
      return id
    }
    window.cancelAnimationFrame = (id) => void off.add(id)
  }, 1000 / picturesPerSecond)
}

export const test = base.extend<Fixtures>({
  picturesPerSecond: [0, { option: true }],
  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here
    async ({}, use) => {
      const complaints: string[] = []
      await use(complaints)
      expect(complaints, 'errors and foreign requests').toEqual([])
    },
    { auto: true },
  ],
  context: async ({ context, baseURL, complaints, picturesPerSecond }, use) => {
    watch(context, new URL(baseURL!).origin, complaints)
    await slowDown(context, picturesPerSecond)
    await use(context)
  },
  lab: async ({ page }, use) => use(new LabPage(page)),
  freshProfile: async ({ browser, baseURL, complaints, contextOptions, picturesPerSecond }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: baseURL!, ...options })
      contexts.push(context)
      watch(context, new URL(baseURL!).origin, complaints)
      await slowDown(context, picturesPerSecond)
      return new LabPage(await context.newPage())
    })
    for (const context of contexts) await context.close()
  },
})
