import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import type { Task } from './inBrowser.ts'

/** A Chromium for the bench, found or installed as `npm test` does it. */
export async function withChromium<T>(root: string, use: (browser: Browser) => Promise<T>): Promise<T> {
  const { findChromium, CHROMIUM_FLAGS } = (await import(pathToFileURL(join(root, '.ci/chromium.mjs')).href)) as {
    findChromium(): string | null
    CHROMIUM_FLAGS: string[]
  }
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chromium was found, and none could be installed')
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

/** `inBrowser.ts` as one classic script. */
export async function workerScript(root: string): Promise<string> {
  const { build } = await import('vite')
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    await build({
      root,
      configFile: false,
      mode: 'production',
      logLevel: 'error',
      build: {
        outDir,
        lib: {
          entry: join(root, 'src/headless/bench/inBrowser.ts'),
          formats: ['iife'],
          name: 'bench',
          fileName: () => 'bench.js',
        },
      },
      define: { 'process.env.NODE_ENV': '"production"' },
    })
    return readFileSync(join(outDir, 'bench.js'), 'utf8')
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

const ORIGIN = 'http://bench.invalid/'

/** Carries out a task in a fresh Worker of a fresh page. */
export async function inWorker(browser: Browser, script: string, task: Task): Promise<number[]> {
  const page = await browser.newPage()
  try {
    await serveScript(page, script)
    const answer = await page.evaluate((given) => {
      return new Promise<{ results: number[] } | { problem: string }>((resolve) => {
        const worker = new Worker('bench.js')
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message }) => resolve({ problem: message })
        worker.postMessage(given)
      })
    }, task)
    if ('problem' in answer) throw new Error(answer.problem)
    return answer.results
  } finally {
    await page.close()
  }
}

/**
 * What the page's thread spends on taking over a frame from a Worker, in milliseconds, `times` times; and how many
 * messages the frame shows. The platform unpacks a message where it is first looked at.
 */
export async function handovers(
  browser: Browser,
  script: string,
  times: number,
): Promise<{ messages: number; spent: number[] }> {
  const page = await browser.newPage()
  try {
    await serveScript(page, script)
    return await page.evaluate(async (wanted) => {
      const worker = new Worker('bench.js')
      const spent: number[] = []
      let messages = 0
      while (spent.length < wanted) {
        await new Promise<void>((resolve, reject) => {
          worker.onerror = ({ message }) => reject(new Error(message))
          worker.onmessage = (event) => {
            const from = performance.now()
            const { frame } = event.data as { frame: { messages: unknown[] } }
            messages = frame.messages.length
            spent.push(performance.now() - from)
            resolve()
          }
          worker.postMessage({ do: 'frame' })
        })
      }
      return { messages, spent }
    }, times)
  } finally {
    await page.close()
  }
}

async function serveScript(page: Page, script: string): Promise<void> {
  await page.route(`${ORIGIN}**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
  )
  await page.goto(ORIGIN)
}
