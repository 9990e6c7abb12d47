import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response } from '@playwright/test'
import { linkHash } from '../../run/index.ts'
import { withChromium } from './chromium.ts'
import { type Figure, figure, quantile, rounded } from './figure.ts'
import { smallStage } from './workloads.ts'

/** Figures of the built lab itself, opened in Chromium as a reader opens it. */
export async function stageAndLoad(root: string): Promise<Figure[]> {
  return withBuiltApp(root, (address) =>
    withChromium(root, async (browser) => [
      ...(await frames(browser, address)),
      ...(await firstLoad(browser, address)),
    ]),
  )
}

/** Builds into a temporary folder and serves it, as `npm run build` and `npm run preview` do. */
async function withBuiltApp<T>(root: string, use: (address: string) => Promise<T>): Promise<T> {
  const { build, preview } = await import('vite')
  const outDir = mkdtempSync(join(tmpdir(), 'bench-app-'))
  try {
    await build({ root, mode: 'production', logLevel: 'error', build: { outDir, emptyOutDir: true } })
    const server = await preview({
      root,
      logLevel: 'error',
      build: { outDir },
      preview: { port: 0, host: '127.0.0.1' },
    })
    try {
      const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0]
      if (address === undefined) throw new Error('the built lab could not be served')
      return await use(address)
    } finally {
      await server.close()
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

const STAGE_RUNS = 3
const FRAMES = 300

/**
 * Main thread per frame while playing: from the first animation callback of a frame until the page is free again,
 * which is after style, layout and paint, told by a message posted in the callback.
 */
async function frames(browser: Browser, address: string): Promise<Figure[]> {
  const runs: number[][] = []
  for (let i = 0; i < STAGE_RUNS; i++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await page.addInitScript(watchFrames)
    await open(page, address)
    await page.keyboard.press('Space')
    await page.waitForTimeout(4000)
    runs.push(await page.evaluate((k) => (window as unknown as Watched).takeFrames(k), FRAMES))
    await page.close()
  }
  return (
    [
      ['stage.frame.small.median', 0.5],
      ['stage.frame.small.p95', 0.95],
    ] as const
  ).map(([name, q]) => {
    const perRun = runs.map((times) => quantile(times, q))
    return { ...figure(name, 'ms (Chromium)', perRun), value: rounded(quantile(runs.flat(), q)) }
  })
}

interface Watched {
  takeFrames(k: number): Promise<number[]>
}

/** Runs in the page, before its own scripts. */
function watchFrames(): void {
  const real = window.requestAnimationFrame.bind(window)
  const channel = new MessageChannel()
  let times: number[] = []
  let began = -1
  let done: (() => void) | null = null
  channel.port1.onmessage = () => {
    times.push(performance.now() - began)
    began = -1
    done?.()
  }
  window.requestAnimationFrame = (callback) =>
    real((t) => {
      if (began < 0) {
        began = performance.now()
        channel.port2.postMessage(0)
      }
      callback(t)
    })
  const watched = window as unknown as Watched
  watched.takeFrames = (k) =>
    new Promise((resolve) => {
      times = []
      done = () => {
        if (times.length < k) return
        done = null
        resolve(times.slice(0, k))
      }
    })
}

async function open(page: Page, address: string): Promise<void> {
  const link = linkHash(smallStage, 3_000_000)
  if ('problem' in link) throw new Error(link.problem)
  await page.goto(`${address}${link.hash}`)
  await page.waitForSelector('svg')
  await page.waitForTimeout(500)
}

const PLAYHEAD = '[data-playhead]'

/**
 * Every script that the lab has asked for until it can be used, compressed as a web server would: the stage is drawn,
 * and a key press sets time in motion. What is fetched later, at leisure or on demand, does not count.
 */
async function firstLoad(browser: Browser, address: string): Promise<Figure[]> {
  const page = await browser.newPage()
  const scripts: Response[] = []
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response)
  })
  await page.goto(address)
  await page.waitForSelector('svg')
  const before = await page.getAttribute(PLAYHEAD, 'aria-valuetext')
  await page.keyboard.press('Space')
  await page.waitForFunction(
    ([selector, text]) => document.querySelector(selector!)?.getAttribute('aria-valuetext') !== text,
    [PLAYHEAD, before] as const,
  )
  const sizes = await Promise.all(
    scripts.slice().map(async (response) => gzipSync(await response.body(), { level: 9 }).length),
  )
  await page.close()
  return [figure('load.lab.gzipBytes', 'bytes (Chromium)', [sizes.reduce((sum, size) => sum + size, 0)])]
}
