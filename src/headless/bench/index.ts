import { stageAndLoad } from './app.ts'
import { entriesPerSecond, handover, seeks } from './browser.ts'
import { eventsPerSecond, growth, machineSteps } from './engine.ts'
import type { Figure } from './figure.ts'
import { FUNCTION_FIGURES, functionCalls } from './functions.ts'

/** What measures which figures; those of one group need the same preparation. */
const GROUPS: { names: string[]; measure: (root: string) => Figure[] | Promise<Figure[]> }[] = [
  {
    names: ['engine.entriesPerSecond', 'engine.baseline.entriesPerSecond', 'engine.baseline.ratio'].flatMap((name) =>
      [256, 16, 1].map((batch) => `${name}.batch${batch}`),
    ),
    measure: entriesPerSecond,
  },
  { names: ['engine.machineStep.compiled', 'engine.machineStep.oracle'], measure: machineSteps },
  { names: ['engine.eventsPerSecond', 'engine.eventsPerSecond.timeTravel'], measure: eventsPerSecond },
  { names: ['engine.growth.ratio'], measure: growth },
  { names: ['playback.seek.p95', 'playback.checkpoints.megabytes'], measure: seeks },
  { names: ['worker.handover'], measure: handover },
  { names: FUNCTION_FIGURES, measure: functionCalls },
  {
    names: ['stage.frame', 'lab.frame', 'load.embed.gzipBytes', 'load.lab.gzipBytes'],
    measure: stageAndLoad,
  },
]

/**
 * Prints one JSON line a figure as soon as it is known. `only`: beginnings of names. A figure that cannot be taken
 * on this machine is said on standard error, and the status is 1; the others are printed all the same.
 */
export async function bench(only: readonly string[], root: string): Promise<0 | 1 | 2> {
  const wanted = (name: string) => only.length === 0 || only.some((beginning) => name.startsWith(beginning))
  // Some groups are named by what their figures begin with.
  const groups = GROUPS.filter(({ names }) =>
    names.some((name) => wanted(name) || only.some((beginning) => beginning.startsWith(name))),
  )
  if (groups.length === 0) {
    process.stderr.write(
      `No figure begins with ${only.join(' or ')}; known are ${GROUPS.flatMap(({ names }) => names).join(', ')}.\n`,
    )
    return 2
  }
  let status: 0 | 1 = 0
  for (const { names, measure } of groups) {
    try {
      for (const figure of await measure(root))
        if (wanted(figure.name)) process.stdout.write(`${JSON.stringify(figure)}\n`)
    } catch (error) {
      status = 1
      process.stderr.write(`${names.join(', ')}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  return status
}
