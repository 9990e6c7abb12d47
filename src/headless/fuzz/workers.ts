/**
 * Seeds shared out among threads. Each thread loads the bundle that is running and takes the next seeds when it is done
 * with its own; one that has said nothing for long hangs, which is a finding like any other.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** A share of the work, what a thread answers with, and what to say when it never does. */
export interface Sharing<Share, Answer> {
  /** Exported by the bundle: `(share) => answer`, or a promise of one. */
  name: string
  shares: Iterator<Share>
  done(answer: Answer, share: Share): void
  hung(share: Share): void
}

const PATIENCE_MS = 120_000
const CODE = `
const { parentPort, workerData } = require('node:worker_threads')
import(workerData.bundle).then((bundle) => {
  parentPort.on('message', async (share) => parentPort.postMessage(await bundle[workerData.name](share)))
  parentPort.postMessage(null)
})`

export async function shareOut<Share, Answer>({ name, shares, done, hung }: Sharing<Share, Answer>): Promise<void> {
  const one = () =>
    new Promise<'over' | 'hung'>((resolve, reject) => {
      const worker = new Worker(CODE, { eval: true, workerData: { bundle: import.meta.url, name } })
      let share: Share | null = null
      let clock: NodeJS.Timeout | undefined
      const end = (how: 'over' | 'hung') => {
        clearTimeout(clock)
        void worker.terminate().then(() => resolve(how))
      }
      worker.on('error', reject)
      worker.on('message', (answer: Answer | null) => {
        clearTimeout(clock)
        if (answer !== null && share !== null) done(answer, share)
        const next = shares.next()
        if (next.done) return end('over')
        share = next.value
        clock = setTimeout(() => {
          hung(next.value)
          end('hung')
        }, PATIENCE_MS)
        worker.postMessage(share)
      })
    })
  const line = async () => {
    while ((await one()) === 'hung');
  }
  await Promise.all(Array.from({ length: Math.min(8, availableParallelism()) }, line))
}
