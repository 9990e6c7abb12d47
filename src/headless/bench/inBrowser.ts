/**
 * The part of the bench that runs in a Worker of a browser, where the lab itself folds large runs. It takes one
 * task by message and answers with its figures.
 */
import { createEngine, type Frame } from '../../engine/index.ts'
import { createPlayback, type Playback } from '../../playback/index.ts'
import { Baseline } from './baseline.ts'
import { bulk, crowd } from './workloads.ts'

export type Task =
  /** The picture of a run with 20,000 messages under way, as it crosses the border. */
  | { do: 'frame' }
  /** Replicated entries a second, 1 master to 3 slaves; one result. */
  | { do: 'entries'; batch: number; perSecond: number }
  /** The same by hand, without machines. */
  | { do: 'baseline'; batch: number; perSecond: number }
  /** A run of 7 nodes: bytes of its checkpoints, then the milliseconds of each seek to places all over it. */
  | { do: 'seeks'; batch: number; perSecond: number; until: number; seeks: number }

const port = globalThis as unknown as {
  onmessage: ((message: { data: Task }) => void) | null
  postMessage(answer: { results: number[] } | { frame: Frame } | { problem: string }): void
}

port.onmessage = ({ data }) => {
  try {
    port.postMessage(data.do === 'frame' ? { frame: crowded() } : { results: resultsOf(data) })
  } catch (error) {
    port.postMessage({ problem: String(error) })
  }
}

let known: Frame | null = null
function crowded(): Frame {
  if (known === null) {
    const engine = createEngine(crowd)
    engine.runTo(500_000)
    known = engine.frame()
  }
  return known
}

function resultsOf(task: Exclude<Task, { do: 'frame' }>): number[] {
  if (task.do === 'seeks') return seekTimes(task)
  return [task.do === 'entries' ? ofEngine(task.batch, task.perSecond) : ofBaseline(task.batch, task.perSecond)]
}

const WARM_UP_MS = 300
const MEASURED_MS = 1500
const STRIDE_US = 10_000

function ofEngine(batch: number, perSecond: number): number {
  const engine = createEngine(bulk(3, batch, perSecond))
  return entriesPerSecond(
    () => engine.runTo(engine.time + STRIDE_US),
    () => Math.min(...engine.frame().nodes.map((node) => node.applied)),
  )
}

function ofBaseline(batch: number, perSecond: number): number {
  const loop = new Baseline(batch, perSecond)
  return entriesPerSecond(
    () => loop.runTo(loop.time + STRIDE_US),
    () => loop.applied,
  )
}

/** Counted is what has arrived and been applied on the slowest slave, every entry with its identity. */
function entriesPerSecond(stride: () => void, applied: () => number): number {
  const runFor = (wallMs: number) => {
    const from = performance.now()
    while (performance.now() - from < wallMs) stride()
    return (performance.now() - from) / 1000
  }
  runFor(WARM_UP_MS)
  const before = applied()
  const seconds = runFor(MEASURED_MS)
  return (applied() - before) / seconds
}

function seekTimes({ batch, perSecond, until, seeks }: Extract<Task, { do: 'seeks' }>): number[] {
  const playback = createPlayback()
  command(playback, { do: 'load', run: bulk(6, batch, perSecond) })
  // In parts: one seek may do only so much work ahead.
  for (let t = 0; t < until; t += until / 60) command(playback, { do: 'seek', t: Math.floor(t + until / 60) })
  const { bytes } = playback.ask({ ask: 'checkpoints' })
  let random = 1
  const times: number[] = []
  for (let i = 0; i < seeks; i++) {
    random = Math.imul(random, 1_664_525) + 1_013_904_223
    const t = Math.floor(((random >>> 0) / 4_294_967_296) * until)
    const from = performance.now()
    command(playback, { do: 'seek', t })
    playback.update()
    times.push(performance.now() - from)
  }
  return [bytes, ...times]
}

function command(playback: Playback, command: Parameters<Playback['do']>[0]): void {
  const problem = playback.do(command)
  if (problem !== null) throw new Error(problem)
}
