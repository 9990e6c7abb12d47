/** Runs inside a page: one run behind the border of the lab, in this thread or in a Worker. */
import type { Run } from '../src/run/index.ts'
import { preset } from '../src/scenarios/index.ts'
import { createLab } from '../src/worker/index.ts'

export type Told = [time: number, event: number, digest: string]

/** Goes through a run by commands of every kind, and tells where it got to and with which digest. */
export async function walk(host: 'inline' | 'worker', id: string): Promise<{ told: Told[]; problems: string[] }> {
  const lab = createLab({ host })
  const problems: string[] = []
  lab.onProblem((problem) => problems.push(problem))
  const told: Told[] = []
  const tell = async () => {
    const digest = await lab.ask({ ask: 'digest' })
    const { time, event } = lab.latest!.transport
    told.push([time, event, digest])
  }
  const run: Run = preset(id)!.run
  lab.do({ do: 'load', run, t: 300_000 })
  await tell()
  for (let i = 0; i < 40; i++) lab.do({ do: 'step' })
  await tell()
  lab.do({ do: 'act', action: { do: 'stall', between: ['db1', 'db2'] } })
  for (let i = 0; i < 6; i++) lab.do({ do: 'next-milestone' })
  await tell()
  for (let i = 0; i < 50; i++) lab.do({ do: 'step-back' })
  await tell()
  lab.do({ do: 'undo' })
  await tell()
  // Playing: the Worker may draw fewer pictures, so both play beyond an instant and then go to it.
  lab.do({ do: 'seek', t: 500_000 })
  await tell()
  lab.do({ do: 'play' })
  while (lab.latest!.transport.time < 502_000) lab.tick(await new Promise<number>(requestAnimationFrame))
  lab.do({ do: 'pause' })
  lab.do({ do: 'seek', t: 501_000 })
  await tell()
  lab.close()
  return { told, problems }
}

Object.assign(globalThis, { walk })
