import { describe, expect, it, vi } from 'vitest'
import { createPlayback, type Playback } from '../playback/index.ts'
import { preset } from '../scenarios/index.ts'
import { createLab, type Lab } from './index.ts'
import { createInlineLab } from './inlineLab.ts'
import type { Reply, Request } from './messages.ts'
import { type Port, serve } from './serve.ts'
import { createWorkerLab, type WorkerLike } from './workerLab.ts'

const { run, at } = preset('home')!

/** A Worker whose replies wait until they are let through. */
function slowWorker(playback: Playback = createPlayback()) {
  const sent: Request[] = []
  const replies: Reply[] = []
  const worker: WorkerLike = {
    postMessage(request) {
      sent.push(structuredClone(request))
      port.onmessage?.({ data: structuredClone(request) } as MessageEvent<Request>)
    },
    onmessage: null,
    onerror: null,
    terminate: vi.fn(),
  }
  const port: Port = { onmessage: null, postMessage: (reply) => replies.push(structuredClone(reply)) }
  serve(port, playback)
  const next = () => {
    const reply = replies.shift()
    if (reply) worker.onmessage?.({ data: reply } as MessageEvent<Reply>)
    return reply !== undefined
  }
  return {
    worker,
    sent,
    next,
    flush: () => {
      while (next());
    },
  }
}
const what = (request: Request) => (request.is === 'do' ? request.command.do : request.is)
const failed = { message: 'out of memory' } as ErrorEvent
const never = (): Lab => {
  throw new Error('the fallback is not wanted here')
}

describe('a Worker slower than the screen', () => {
  it('is sent only the last of several ticks or seeks in a row, and every other command in its order', () => {
    const { worker, sent, next, flush } = slowWorker()
    const lab = createWorkerLab(() => worker, never)
    lab.do({ do: 'load', run })
    expect(sent).toEqual([])
    next()
    for (const t of [10, 20, 30]) lab.do({ do: 'seek', t })
    lab.do({ do: 'play' })
    for (const now of [1000, 1016, 1032]) lab.tick(now)
    lab.do({ do: 'act', action: { do: 'kill', node: 'db1' } })
    for (const t of [40, 50]) lab.do({ do: 'seek', t })
    flush()
    expect(sent.map(what)).toEqual(['load', 'seek', 'play', 'tick', 'act', 'seek'])
    expect(sent[1]).toMatchObject({ command: { t: 30 } })
    expect(sent[3]).toMatchObject({ nowMs: 1032 })
    expect(lab.latest?.transport).toMatchObject({ time: 50, playing: true, canUndo: true })
    lab.close()
    expect(worker.terminate).toHaveBeenCalled()
  })

  it('is not sent again what has not changed', () => {
    const { worker, flush } = slowWorker()
    const crossed: Reply[] = []
    const lab = createWorkerLab(() => worker, never)
    const hear = worker.onmessage!
    worker.onmessage = (event) => {
      crossed.push(event.data)
      hear(event)
    }
    lab.do({ do: 'load', run, t: at })
    lab.do({ do: 'step' })
    flush()
    const packed = crossed.flatMap((reply) => (reply.is === 'done' && reply.update ? [reply.update.transport] : []))
    expect(packed.map((transport) => 'run' in transport)).toEqual([true, false])
    expect(lab.latest!.transport.run).toEqual(run)
    lab.close()
  })
})

describe('where a Worker does not start', () => {
  const start = {
    'it cannot be made': (): WorkerLike => {
      throw new Error('SecurityError')
    },
    'its script is refused': (): WorkerLike => {
      const worker: WorkerLike = { postMessage() {}, onmessage: null, onerror: null, terminate() {} }
      queueMicrotask(() => worker.onerror?.(failed))
      return worker
    },
  }
  for (const [how, refuse] of Object.entries(start)) {
    it(`the lab goes on in this thread with what was asked meanwhile: ${how}`, async () => {
      const lab = createWorkerLab(refuse, createInlineLab)
      const problems: string[] = []
      lab.onProblem((sentence) => problems.push(sentence))
      let heard = 0
      lab.onUpdate(() => heard++)
      lab.do({ do: 'load', run, t: at })
      lab.do({ do: 'act', action: { do: 'kill', node: 'db1' } })
      const digest = await lab.ask({ ask: 'digest' })
      const inline = createInlineLab()
      inline.do({ do: 'load', run: lab.latest!.transport.run, t: at + 1 })
      expect(digest).toBe(await inline.ask({ ask: 'digest' }))
      lab.do({ do: 'step' })
      expect([heard, problems]).toEqual([3, []])
      lab.close()
    })
  }

  it('and says nothing at all, patience ends', async () => {
    vi.useFakeTimers()
    try {
      const lab = createWorkerLab(() => ({ postMessage() {}, onmessage: null, onerror: null, terminate() {} }))
      lab.do({ do: 'load', run, t: at })
      expect(lab.latest).toBe(null)
      vi.advanceTimersByTime(10_000)
      expect(lab.latest!.transport.time).toBe(at)
      lab.close()
    } finally {
      vi.useRealTimers()
    }
  })

  it('createLab needs none: inline by default, and the fallback where there are no Workers', () => {
    expect(typeof Worker).toBe('undefined')
    for (const lab of [createLab(), createLab({ host: 'worker' })]) {
      lab.do({ do: 'load', run, t: at })
      expect(lab.latest!.transport.time).toBe(at)
      lab.close()
    }
  })
})

describe('a failure of ours', () => {
  const broken = (): Playback => {
    const playback = createPlayback()
    return { ...playback, do: (command) => (command.do === 'step' ? explode() : playback.do(command)) }
  }
  const explode = (): never => {
    throw new Error('the heap is upside down')
  }

  it('is a sentence, and the lab stays usable, in both hosts', () => {
    const { worker, flush } = slowWorker(broken())
    for (const lab of [createInlineLab(broken()), createWorkerLab(() => worker, never)]) {
      const problems: string[] = []
      lab.onProblem((sentence) => problems.push(sentence))
      lab.do({ do: 'load', run, t: at })
      lab.do({ do: 'step' })
      lab.do({ do: 'seek', t: 5 })
      flush()
      expect(problems).toEqual(['The simulation failed: the heap is upside down.'])
      expect(lab.latest!.transport.time).toBe(5)
      lab.close()
    }
  })

  it('that ends the Worker itself is survived: the run and the moment go on in this thread', async () => {
    const { worker, flush } = slowWorker()
    const lab = createWorkerLab(() => worker)
    const problems: string[] = []
    lab.onProblem((sentence) => problems.push(sentence))
    lab.do({ do: 'load', run, t: at })
    lab.do({ do: 'act', action: { do: 'kill', node: 'db1' } })
    flush()
    const before = lab.latest
    const unanswered = lab.ask({ ask: 'digest' })
    const waiting = lab.ask({ ask: 'facts', from: 0, to: at, most: 3 })
    worker.onerror?.(failed)
    await expect(unanswered).rejects.toThrow('stopped before it could answer')
    expect(await waiting).toHaveLength(3)
    expect(problems).toEqual(['The simulation stopped and starts again: out of memory.'])
    expect(lab.latest!.frame).toEqual(before!.frame)
    expect(worker.terminate).toHaveBeenCalled()
    // A late reply of the dead is not heard.
    expect(worker.onmessage).toBe(null)
    lab.close()
  })
})
