import { handovers, inWorker, withChromium, workerScript } from './chromium.ts'
import { type Figure, figure, quantile, rounded } from './figure.ts'

/** Figures of engine and playback in a Worker of Chromium, where the lab folds large runs. */
const RUNS = 3

/** Entries in a transaction, and how many entries a second of virtual time the client sends. */
const BATCHES = [
  [256, 500_000],
  [16, 300_000],
  [1, 50_000],
] as const

export async function entriesPerSecond(root: string): Promise<Figure[]> {
  const script = await workerScript(root)
  const unit = 'entries/s (Chromium Worker)'
  return withChromium(root, async (browser) => {
    const figures: Figure[] = []
    for (const [batch, perSecond] of BATCHES) {
      const rates: Record<'entries' | 'baseline', number[]> = { entries: [], baseline: [] }
      // In turn, so that both meet the same machine.
      for (let i = 0; i < RUNS; i++)
        for (const what of ['entries', 'baseline'] as const)
          rates[what].push(...(await inWorker(browser, script, { do: what, batch, perSecond })))
      figures.push(
        figure(`engine.entriesPerSecond.batch${batch}`, unit, rates.entries),
        figure(`engine.baseline.entriesPerSecond.batch${batch}`, unit, rates.baseline),
        figure(
          `engine.baseline.ratio.batch${batch}`,
          'engine over hand-written loop',
          rates.entries.map((rate, i) => rate / rates.baseline[i]!),
        ),
      )
    }
    return figures
  })
}

const SEEK_RUNS = 3
const SEEKS_A_RUN = 100
/** 7 nodes, 100,000 entries a second in bulks of 256, 5 minutes: seeks to random places, each with its picture. */
const SEEKS = {
  do: 'seeks',
  batch: 256,
  perSecond: 100_000,
  until: 300_000_000,
  seeks: SEEK_RUNS * SEEKS_A_RUN,
} as const

/** The five minutes are folded once, for that takes longest; each run is a hundred seeks of its own. */
export async function seeks(root: string): Promise<Figure[]> {
  const script = await workerScript(root)
  const [bytes = 0, ...times] = await withChromium(root, (browser) => inWorker(browser, script, SEEKS))
  const runs = Array.from({ length: SEEK_RUNS }, (_, i) => times.slice(i * SEEKS_A_RUN, (i + 1) * SEEKS_A_RUN))
  const p95s = runs.map((own) => quantile(own, 0.95))
  return [
    { ...figure('playback.seek.p95', 'ms (Chromium Worker)', p95s), value: rounded(quantile(times, 0.95)) },
    figure('playback.checkpoints.megabytes', 'MB, estimated (Chromium Worker)', [bytes / 1_000_000]),
  ]
}

const HANDOVERS = 30

/** As it is now: a frame of plain objects, copied by the platform. */
export async function handover(root: string): Promise<Figure[]> {
  const script = await workerScript(root)
  const { messages, spent } = await withChromium(root, (browser) => handovers(browser, script, HANDOVERS))
  return [figure('worker.handover', `ms (Chromium, page's thread, ${messages} messages under way)`, spent)]
}
