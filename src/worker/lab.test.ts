/** One contract for all hosts: in this thread, behind a border that only structured clones cross, and one that begins without an engine. */
import { afterEach, describe, expect, it } from 'vitest'
import { createEngine } from '../engine/index.ts'
import { createPlayback, Opening, writtenOpening } from '../playback/index.ts'
import { preset } from '../scenarios/index.ts'
import type { Lab, Update } from './index.ts'
import { createInlineLab } from './inlineLab.ts'
import { createOpeningLab } from './openingLab.ts'
import { type Port, serve } from './serve.ts'
import { createWorkerLab, type WorkerLike } from './workerLab.ts'

/** A Worker's two ends in one thread: every message is cloned and arrives later, as from a real one. */
function fakeWorker(): WorkerLike {
  const { port1, port2 } = new MessageChannel()
  const worker: WorkerLike = {
    postMessage: (request) => port1.postMessage(request),
    onmessage: null,
    onerror: null,
    terminate: () => port1.close(),
  }
  port1.onmessage = (event) => worker.onmessage?.(event)
  serve(port2 as unknown as Port, createPlayback())
  return worker
}

const began = preset('semi-sync')!
const BESIDE = { opening: () => null, engine: () => null }

const HOSTS: Record<string, () => Lab> = {
  inline: () => createInlineLab(),
  opening: () => createOpeningLab(BESIDE, null, async () => createInlineLab()),
  /** Something else is asked of it than what it came with. */
  'opening of another run': () =>
    createOpeningLab(BESIDE, new Opening(began.run, writtenOpening(began.run, began.at)!), async () =>
      createInlineLab(),
    ),
  worker: () =>
    createWorkerLab(fakeWorker, () => {
      throw new Error('the fallback is not wanted here')
    }),
}

for (const [host, create] of Object.entries(HOSTS)) {
  describe(`a lab, ${host}`, () => {
    const labs: Lab[] = []
    const open = () => {
      const lab = create()
      labs.push(lab)
      return lab
    }
    afterEach(() => {
      for (const lab of labs.splice(0)) lab.close()
    })
    const { run, at } = preset('home')!
    /** Questions are answered in order, so an answer means that all before it is done. */
    const settled = async (lab: Lab) => {
      await lab.ask({ ask: 'machines' })
      return lab.latest as Update
    }

    it('has nothing to show before a run is loaded, and says so', async () => {
      const lab = open()
      expect(lab.latest).toBe(null)
      const heard: string[] = []
      lab.onProblem((sentence) => heard.push(sentence))
      lab.onUpdate(() => heard.push('an update'))
      lab.do({ do: 'play' })
      await expect(lab.ask({ ask: 'digest' })).rejects.toThrow('No run is loaded yet.')
      expect(heard).toEqual(['No run is loaded yet.'])
    })

    it('tells of every change, and a newcomer of the present state', async () => {
      const lab = open()
      const times: number[] = []
      const stop = lab.onUpdate(({ transport }) => times.push(transport.time))
      lab.do({ do: 'load', run, t: at })
      lab.do({ do: 'act', action: { do: 'kill', node: 'db1' } })
      await settled(lab)
      expect(times).toEqual([at, at + 1])
      stop()
      lab.do({ do: 'step' })
      await settled(lab)
      expect(times).toHaveLength(2)
      const seen: Update[] = []
      lab.onUpdate((update) => seen.push(update))
      expect(seen).toEqual([lab.latest])
      const engine = createEngine(lab.latest!.transport.run)
      engine.runTo(lab.latest!.transport.time)
      expect(await lab.ask({ ask: 'digest' })).toBe(engine.digest())
      expect(lab.latest!.frame).toEqual(structuredClone(engine.frame()))
    })

    it('reports bad input as one sentence and changes nothing', async () => {
      const lab = open()
      lab.do({ do: 'load', run, t: at })
      const before = await settled(lab)
      const heard: string[] = []
      const stop = lab.onProblem((sentence) => heard.push(sentence))
      lab.do({ do: 'act', action: { do: 'kill', node: 'db9' } })
      lab.do({ do: 'seek', t: Number.NaN })
      expect(await settled(lab)).toBe(before)
      expect(heard).toEqual([expect.stringMatching(/db9.*\.$/), expect.stringMatching(/moment.*\.$/)])
      stop()
      lab.do({ do: 'seek', t: -1 })
      await settled(lab)
      expect(heard).toHaveLength(2)
    })

    it('plays by the clock that it is handed, and never catches up', async () => {
      const lab = open()
      lab.do({ do: 'load', run, t: at })
      lab.do({ do: 'auto-pace', on: false })
      lab.do({ do: 'play' })
      const times: number[] = []
      for (const now of [1000, 1020, 1040, 90_000, 90_020]) {
        lab.tick(now)
        times.push((await settled(lab)).transport.time - at)
      }
      expect(times).toEqual([0, 800, 1600, 3600, 4400])
      lab.do({ do: 'pause' })
      lab.tick(90_040)
      expect((await settled(lab)).transport).toMatchObject({ time: at + 4400, playing: false })
    })

    it('keeps the same run and milestones in hand until they change', async () => {
      const lab = open()
      lab.do({ do: 'load', run, t: at })
      const first = (await settled(lab)).transport
      lab.do({ do: 'step' })
      const second = (await settled(lab)).transport
      expect(second.time).toBeGreaterThan(first.time)
      expect(second.run).toBe(first.run)
      expect(second.milestones).toBe(first.milestones)
      lab.do({ do: 'act', action: { do: 'kill', node: 'db1' } })
      const third = (await settled(lab)).transport
      expect(third.run.interventions).toHaveLength(1)
      expect(third.milestones.map(({ kind }) => kind)).toEqual(['killed'])
    })

    it('answers what is too large for every update', async () => {
      const lab = open()
      lab.do({ do: 'load', run, t: at })
      const [facts, timeline, machines, lag] = await Promise.all([
        lab.ask({ ask: 'facts', from: 0, to: at, most: 5 }),
        lab.ask({ ask: 'timeline', from: 0, to: at }),
        lab.ask({ ask: 'machines' }),
        lab.ask({ ask: 'lag', from: 0, to: at }),
      ])
      expect(lag.slaves.map(({ id }) => id)).toEqual(['db2', 'db3'])
      expect(lag.slaves[0]!.trueUs).toHaveLength(lag.at.length)
      expect(facts).toHaveLength(5)
      expect(timeline.lanes.map(({ id }) => id)).toEqual(['clients', 'db1', 'db2', 'db3', 'monitor'])
      expect(machines['receiver']!.states.length).toBeGreaterThan(3)
    })

    it('plays to the instant at which something holds, and foresees what would come of it', async () => {
      const lab = open()
      lab.do({ do: 'load', run, t: at })
      const moves = [
        { do: 'act', action: { do: 'kill', node: 'db1' } },
        { do: 'play-until', when: 'happened(promoted)', mostUs: 9_000_000, atOnce: true },
      ] as const
      const whens = ['counters.lost > 0', 'epoch = 1']
      const foreseen = lab.ask({ ask: 'foresee', run, t: at, moves, whens })
      for (const move of moves) lab.do(move)
      const { until, ...seen } = await lab.ask({ ask: 'sight', whens })
      expect(seen).toEqual(await foreseen)
      expect(until).toMatchObject({ met: true, stoppedAt: seen.t })
      expect((await settled(lab)).transport.until).toEqual(until)
      await expect(lab.ask({ ask: 'sight', whens: ['lag('] })).rejects.toThrow(/^Column/)
    })

    it('keeps branches, opens and names them, and shows two on one clock', async () => {
      const lab = open()
      lab.do({ do: 'load', run, t: at })
      lab.do({ do: 'seek', t: 100_000 })
      lab.do({ do: 'act', action: { do: 'kill', node: 'db2' } })
      lab.do({ do: 'rename-branch', branch: 2, name: 'Without db2' })
      lab.do({ do: 'compare', branch: 1 })
      lab.do({ do: 'seek', t: 400_000 })
      const { frame, transport, other } = await settled(lab)
      expect(transport.branches.map(({ name, present, own }) => [name, present, own])).toEqual([
        ['Run', false, null],
        ['Without db2', true, { do: 'kill', node: 'db2' }],
      ])
      const engine = createEngine(run)
      engine.runTo(400_000)
      expect(other!.branch).toBe(1)
      expect(other!.frame).toEqual(structuredClone(engine.frame()))
      expect(frame.time).toBe(400_000)
      expect(other!.differences).toContainEqual({ what: 'process', at: 'db2', here: 'down', there: 'up' })

      lab.do({ do: 'open-branch', branch: 1 })
      const opened = await settled(lab)
      expect(opened.transport.run).toEqual(run)
      expect(opened.frame).toEqual(other!.frame)
      expect(opened.other).toMatchObject({ branch: 2, frame: { time: 400_000 } })
      lab.do({ do: 'play' })
      for (const now of [0, 16, 32]) {
        lab.tick(now)
        const { frame, other } = await settled(lab)
        expect(other!.frame.time).toBe(frame.time)
      }
      const heard: string[] = []
      lab.onProblem((sentence) => heard.push(sentence))
      lab.do({ do: 'drop-branch', branch: 1 })
      lab.do({ do: 'open-branch', branch: 7 })
      lab.do({ do: 'drop-branch', branch: 2 })
      const { transport: last, other: none } = await settled(lab)
      expect(heard).toEqual([expect.stringMatching(/cannot be dropped/), expect.stringMatching(/no such branch/)])
      expect([last.branches.length, none]).toEqual([1, null])
    })

    it('says why, what came first, and which rows a node has', async () => {
      const lab = open()
      lab.do({ do: 'load', run, t: at })
      lab.do({ do: 'act', action: { do: 'kill', node: 'db1' } })
      lab.do({ do: 'seek', t: 3_000_000 })
      const [chosen, same, first, rows] = await Promise.all([
        lab.ask({ ask: 'why', kinds: ['chosen'], t: 3_000_000 }),
        lab.ask({ ask: 'why', kinds: ['confirmed', 'chosen'], at: 'monitor', t: 3_000_000 }),
        lab.ask({ ask: 'facts', from: at + 1, to: 3_000_000, most: 2, first: true }),
        lab.ask({ ask: 'rows', node: 'db2', most: 3 }),
      ])
      expect(chosen[0]).toMatchObject({ kind: 'killed', at: 'db1' })
      expect(chosen.at(-1)!.kind).toBe('chosen')
      expect(same).toEqual(chosen)
      expect(await lab.ask({ ask: 'why', fact: chosen[1]!.id })).toEqual(chosen.slice(0, 2))
      expect(first).toHaveLength(2)
      expect(first[0]).toMatchObject({ kind: 'killed', t: at + 1 })
      const engine = createEngine(lab.latest!.transport.run)
      engine.runTo(3_000_000)
      expect(rows).toEqual(engine.rows('db2', 3))
      expect(rows).toHaveLength(3)
    })

    it('is silent once closed', async () => {
      const lab = open()
      lab.do({ do: 'load', run, t: at })
      await settled(lab)
      let heard = 0
      lab.onUpdate(() => heard++)
      lab.close()
      lab.do({ do: 'step' })
      lab.tick(16)
      await expect(lab.ask({ ask: 'digest' })).rejects.toThrow('The lab is closed.')
      expect(heard).toBe(1)
    })
  })
}
