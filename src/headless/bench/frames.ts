import type { Browser, Page } from '@playwright/test'
import { linkHash } from '../../run/index.ts'
import { type Figure, figure, quantile, rounded } from './figure.ts'
import { smallStage } from './workloads.ts'

/**
 * Main thread per frame while a run plays, read from Chromium's own trace: everything that the page's main thread did
 * between the beginnings of two animation frames (scripts, style, layout, painting, clean-up), in processor time
 * where the trace has it, so that a busy machine does not make the page look slow. Measured in three pages of one
 * browser: the figure, which is the stage, its clock and a bar; the lab with all its panels; and an empty page
 * with an animation loop of its own, which is what a frame costs anyway.
 */
const VIEWPORT = { width: 1280, height: 720 }
const RUNS = 3
const WARM_UP_MS = 1500
const MEASURED_MS = 4000

interface Frames {
  /** Milliseconds by frame. */
  times: number[]
  /** Milliseconds by what was done, in all frames together. */
  work: Map<string, number>
}

export async function frames(browser: Browser, address: string): Promise<Figure[]> {
  const link = linkHash(smallStage, 3_000_000)
  if ('problem' in link) throw new Error(link.problem)
  const pages: [name: string, address: string, hash: string][] = [
    ['stage.frame.blank', 'about:blank', ''],
    ['stage.frame.small', `${address}embed/v1/index.html`, link.hash.replace('#/lab?', '#')],
    ['lab.frame.small', address, link.hash],
  ]
  const taken = new Map<string, Frames[]>()
  // In turn, so that a machine that slows down meanwhile slows all of them.
  for (let run = 0; run < RUNS; run++)
    for (const [name, from, hash] of pages) {
      const page = await browser.newPage({ viewport: VIEWPORT })
      await page.goto(`${from}${hash}`)
      await start(page, from === 'about:blank')
      taken.set(name, [...(taken.get(name) ?? []), await trace(browser, page)])
      await page.close()
    }
  const blank = medianOf(taken.get('stage.frame.blank')!)
  return pages.flatMap(([name]) => {
    const runs = taken.get(name)!
    const unit = 'ms CPU (Chromium, main thread)'
    const figures = (
      [
        ['median', 0.5],
        ['p95', 0.95],
      ] as const
    ).map(([end, q]) => ({
      ...figure(
        `${name}.${end}`,
        unit,
        runs.map(({ times }) => quantile(times, q)),
      ),
      value: rounded(
        quantile(
          runs.flatMap(({ times }) => times),
          q,
        ),
      ),
    }))
    if (name === 'stage.frame.blank') return figures
    const ratios = runs.map(({ times }) => quantile(times, 0.5) / blank)
    return [...figures, figure(`${name}.overBlank`, 'ratio', ratios), ...profile(name, runs)]
  })
}

const medianOf = (runs: Frames[]) =>
  quantile(
    runs.flatMap(({ times }) => times),
    0.5,
  )

/** Sets the page in motion, as a reader would. */
async function start(page: Page, blank: boolean): Promise<void> {
  if (blank) {
    await page.evaluate(() => {
      const loop = () => requestAnimationFrame(loop)
      loop()
    })
  } else {
    await page.waitForSelector('svg.stage [data-node]')
    await page.waitForTimeout(500)
    await page.keyboard.press('Space')
  }
  await page.waitForTimeout(WARM_UP_MS)
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  dur?: number
  /** Of the thread's processor time. */
  tdur?: number
  args?: { name?: string }
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel']

async function trace(browser: Browser, page: Page): Promise<Frames> {
  await browser.startTracing(page, { categories: CATEGORIES })
  await page.waitForTimeout(MEASURED_MS)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  return framesOf(traceEvents)
}

/** The thread with the animation frames is the page's; what it did is split where they begin. */
export function framesOf(all: readonly TraceEvent[]): Frames {
  const counts = new Map<string, number>()
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  for (const event of all)
    if (event.name === 'FireAnimationFrame') counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1)
  const [main] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['']
  const own = all.filter((event) => event.ph === 'X' && threadOf(event) === main).sort((a, b) => a.ts - b.ts)
  const tasks = own.filter(({ name }) => name === 'RunTask')
  const begins = own.filter(({ name }) => name === 'FireAnimationFrame').map(({ ts }) => ts)
  const spent = ({ dur = 0, tdur = dur }: TraceEvent) => tdur / 1000
  // A task belongs to the frame that it or the next one fires; the first and last are cut off by the trace.
  const times = begins.slice(1).map(() => 0)
  let nth = 0
  for (const task of tasks) {
    while (nth < begins.length && begins[nth]! < task.ts) nth++
    if (nth > 0 && nth < begins.length) times[nth - 1]! += spent(task)
  }
  const work = new Map<string, number>()
  for (const event of own) {
    const kind = KINDS[event.name]
    if (kind) work.set(kind, (work.get(kind) ?? 0) + spent(event))
  }
  return { times, work }
}

/** Events that do not lie within each other, by what a reader of a profile calls them. */
const KINDS: Record<string, string> = {
  FireAnimationFrame: 'script',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'prepaint',
  Paint: 'paint',
  Layerize: 'layerize',
  Commit: 'commit',
  MinorGC: 'gc',
  MajorGC: 'gc',
}

/** Where the time of a frame goes, on average: what to look at when the goal is missed. */
function profile(name: string, runs: Frames[]): Figure[] {
  return [...new Set(Object.values(KINDS))].map((kind) =>
    figure(
      `${name}.${kind}`,
      'ms CPU a frame, mean (Chromium, main thread)',
      runs.map(({ times, work }) => (work.get(kind) ?? 0) / Math.max(1, times.length)),
    ),
  )
}
