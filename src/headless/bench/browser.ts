import type { Browser } from '@playwright/test'
import { inWorker, withChromium, workerScript } from './chromium.ts'
import { type Figure, figure, quantile, rounded } from './figure.ts'

/** Figures of engine and playback in a Worker of Chromium, where the lab folds large runs. */
const RUNS = 5

/** Entries in a transaction, and how many entries a second of virtual time the client sends. */
const BATCHES = [
  [256, 500_000],
  [16, 300_000],
  [1, 50_000],
] as const

export async function entriesPerSecond(root: string): Promise<Figure[]> {
  const script = await workerScript(root)
  return withChromium(root, async (browser) => {
    const figures: Figure[] = []
    for (const [batch, perSecond] of BATCHES) {
      const rates: number[] = []
      for (let i = 0; i < RUNS; i++)
        rates.push(...(await inWorker(browser, script, { do: 'entries', batch, perSecond })))
      figures.push(figure(`engine.entriesPerSecond.batch${batch}`, 'entries/s (Chromium Worker)', rates))
    }
    return figures
  })
}

/** 7 nodes, 100,000 entries a second in bulks of 256, 5 minutes: seeks to random places, each with its picture. */
const SEEKS = { do: 'seeks', batch: 256, perSecond: 100_000, until: 300_000_000, seeks: 100 } as const
const SEEK_RUNS = 3

export async function seeks(root: string): Promise<Figure[]> {
  const script = await workerScript(root)
  const runs = await withChromium(root, async (browser: Browser) => {
    const all: number[][] = []
    for (let i = 0; i < SEEK_RUNS; i++) all.push(await inWorker(browser, script, SEEKS))
    return all
  })
  const p95s = runs.map((times) => quantile(times, 0.95))
  const named = figure('playback.seek.p95', 'ms (Chromium Worker)', p95s)
  return [{ ...named, value: rounded(quantile(runs.flat(), 0.95)) }]
}
