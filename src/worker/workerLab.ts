/**
 * The host in a Worker: the page's thread stays free whatever the run costs. Where a Worker cannot start (a
 * strict content policy, a page from a file), the lab goes on in this thread with whatever was asked meanwhile;
 * nobody outside notices.
 */
import type { Answer, Command, Question, Update } from '../playback/index.ts'
import { createInlineLab } from './inlineLab.ts'
import type { Lab } from './lab.ts'
import { Listeners } from './listeners.ts'
import { type Reply, type Request, unpacker } from './messages.ts'
import { Outbox } from './outbox.ts'

/** The part of a Worker that is needed. */
export interface WorkerLike {
  postMessage(request: Request): void
  onmessage: ((event: MessageEvent<Reply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

/** A Worker that has not said anything after this many wall milliseconds never will. */
const PATIENCE = 5000

/** `start` makes the Worker and may throw; `fallback` makes the lab that takes over if it does not start. */
export function createWorkerLab(start: () => WorkerLike = startWorker, fallback: () => Lab = createInlineLab): Lab {
  const updates = new Listeners<Update>()
  const problems = new Listeners<string>()
  const questions = new Map<number, { resolve(answer: never): void; reject(error: Error): void }>()
  const unpack = unpacker()
  const outbox = new Outbox((request) => worker?.postMessage(request))
  let worker: WorkerLike | null = null
  let instead: Lab | null = null
  let latest: Update | null = null
  let closed = false

  const hear = (update: Update) => {
    latest = update
    updates.tell(update)
  }

  const settle = (n: number, reply: { answer?: unknown; failed?: string }) => {
    const question = questions.get(n)
    questions.delete(n)
    if (reply.failed === undefined) question?.resolve(reply.answer as never)
    else question?.reject(new Error(reply.failed))
  }

  /** The Worker is no use: in this thread, then, beginning with `first`. */
  const takeOver = (first?: Command) => {
    if (closed || instead !== null) return
    stopWorker()
    instead = fallback()
    instead.onUpdate(hear)
    instead.onProblem((problem) => problems.tell(problem))
    if (first !== undefined) instead.do(first)
    for (const request of outbox.takeAll()) {
      if (request.is === 'do') instead.do(request.command)
      else if (request.is === 'tick') instead.tick(request.nowMs)
      else
        instead.ask(request.question).then(
          (answer) => settle(request.n, { answer }),
          (error: Error) => settle(request.n, { failed: error.message }),
        )
    }
  }

  const stopWorker = () => {
    clearTimeout(patience)
    if (worker === null) return
    // A late word of one that was given up is not heard.
    worker.onmessage = null
    worker.onerror = null
    worker.terminate()
    worker = null
  }

  /** It started, worked, and died. The run and the moment go on in this thread; other branches are gone with it. */
  const died = (event: ErrorEvent) => {
    const was = latest
    problems.tell(`The simulation stopped and starts again: ${event.message || 'its Worker ended'}.`)
    settle(outbox.underWay, { failed: 'The simulation stopped before it could answer.' })
    takeOver(was === null ? undefined : { do: 'load', run: was.transport.run, t: was.transport.time })
  }

  const patience = setTimeout(() => takeOver(), PATIENCE)
  try {
    worker = start()
    worker.onerror = () => takeOver()
    worker.onmessage = ({ data: reply }) => {
      if (reply.is === 'ready') {
        clearTimeout(patience)
        worker!.onerror = died
        outbox.start()
        return
      }
      outbox.replied()
      if (reply.update !== undefined) hear(unpack(reply.update))
      if (reply.problem !== undefined) problems.tell(reply.problem)
      settle(reply.n, reply)
    }
  } catch {
    takeOver()
  }

  return {
    do(command) {
      if (instead !== null) instead.do(command)
      else if (!closed) outbox.put({ is: 'do', command })
    },
    tick(nowMs) {
      if (instead !== null) instead.tick(nowMs)
      else if (!closed) outbox.put({ is: 'tick', nowMs })
    },
    ask<Q extends Question>(question: Q): Promise<Answer<Q>> {
      if (closed) return Promise.reject(new Error('The lab is closed.'))
      if (instead !== null) return instead.ask(question)
      return new Promise((resolve, reject) => {
        questions.set(outbox.put({ is: 'ask', question }), { resolve, reject })
      })
    },
    // A Worker has everything from the start.
    fetchAhead: async () => instead?.fetchAhead(),
    onUpdate(listener) {
      if (latest !== null) listener(latest)
      return updates.add(listener)
    },
    onProblem: (listener) => problems.add(listener),
    get latest() {
      return latest
    },
    close() {
      closed = true
      stopWorker()
      instead?.close()
      updates.clear()
      problems.clear()
      for (const n of [...questions.keys()]) settle(n, { failed: 'The lab is closed.' })
    },
  }
}

/** A classic Worker, because module Workers do not start from a file; only the development server needs a module. */
function startWorker(): WorkerLike {
  return import.meta.env.DEV
    ? new Worker(new URL('./labWorker.ts', import.meta.url), { type: 'module' })
    : new Worker(new URL('./labWorker.ts', import.meta.url))
}
