/** The host that begins without an engine: by the opening of a run, until the engine takes over at the same instant. */
import { describe, expect, it } from 'vitest'
import { Opening, type Update, writtenOpening } from '../playback/index.ts'
import { preset } from '../scenarios/index.ts'
import { createInlineLab, type PageLab } from './inlineLab.ts'
import { createOpeningLab, type FetchLab } from './openingLab.ts'

const { run, at } = preset('failover-lost-writes')!
const TEXT = writtenOpening(run, at)!
const BESIDE = { opening: () => null, engine: () => null }
const FRAME_MS = 1000 / 60

/** An engine that arrives when it is told to, or fails to. */
function later() {
  const asked: { arrive: (lab: PageLab) => void; fail: (error: Error) => void }[] = []
  const fetchLab: FetchLab = () => new Promise((arrive, fail) => asked.push({ arrive, fail }))
  return { fetchLab, asked }
}

function opened(beside = BESIDE) {
  const { fetchLab, asked } = later()
  const lab = createOpeningLab(beside, new Opening(run, TEXT), fetchLab)
  const updates: Update[] = []
  const problems: string[] = []
  lab.onUpdate((update) => updates.push(update))
  lab.onProblem((sentence) => problems.push(sentence))
  let now = 0
  const play = (frames: number) => {
    for (let i = 0; i < frames; i++) {
      now += FRAME_MS
      lab.tick(now)
    }
  }
  return { lab, updates, problems, asked, play }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
/** What an engine shows at that instant. */
function engineAt(t: number): Update {
  const lab = createInlineLab()
  lab.do({ do: 'load', run, t })
  return lab.latest!
}

describe('a lab that begins with an opening', () => {
  it('shows and plays it with no engine, and asks for one once the first picture is there', () => {
    const { lab, updates, asked, play } = opened()
    expect([lab.latest, asked.length]).toEqual([null, 0])
    lab.do({ do: 'load', run, t: at })
    expect(asked.length).toBe(1)
    expect(plain(updates)).toEqual([plain(engineAt(at))])
    lab.do({ do: 'play' })
    play(61)
    const { transport, frame } = lab.latest!
    expect(transport.playing).toBe(true)
    expect(Math.abs(transport.time - at - run.scenario.paceMs * 1000)).toBeLessThanOrEqual(1)
    expect(plain(frame)).toEqual(plain(engineAt(transport.time).frame))
    lab.do({ do: 'pause' })
    expect(plain(lab.latest)).toEqual(plain(engineAt(transport.time)))
    expect(asked.length).toBe(1)
  })

  it('holds at its end for the engine, which goes on from there', async () => {
    const { lab, asked, play } = opened()
    lab.do({ do: 'load', run, t: at })
    lab.do({ do: 'play' })
    play(300)
    const { to } = new Opening(run, TEXT).written
    expect(lab.latest!.transport).toMatchObject({ time: to, playing: true })
    asked[0]!.arrive(createInlineLab())
    await lab.settled()
    expect(lab.latest!.transport).toMatchObject({ time: to, playing: true })
    play(30)
    expect(lab.latest!.transport.time).toBeGreaterThan(to)
  })

  it('is taken over in the middle of playing: no picture in between, and each as an engine alone would show it', async () => {
    const { lab, updates, asked, play } = opened()
    lab.do({ do: 'load', run, t: at })
    lab.do({ do: 'play' })
    play(31)
    const before = lab.latest!.transport.time
    asked[0]!.arrive(createInlineLab())
    await lab.settled()
    expect(lab.latest!.transport).toMatchObject({ time: before, playing: true })
    play(30)
    const times = updates.map(({ transport }) => transport.time)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(lab.latest!.transport.time - before).toBeCloseTo((run.scenario.paceMs * 1000) / 2, -1)
    expect(updates.slice(2).every(({ transport }) => transport.playing)).toBe(true)
    for (const { frame } of updates) expect(plain(frame)).toEqual(plain(engineAt(frame.time).frame))
  })

  it('lets whatever only an engine can do wait for it, in order, and stands still meanwhile', async () => {
    const { lab, asked, play } = opened()
    lab.do({ do: 'load', run, t: at })
    lab.do({ do: 'play' })
    play(31)
    const { time } = lab.latest!.transport
    lab.do({ do: 'pause' })
    lab.do({ do: 'act', action: { do: 'kill', node: 'db1' } })
    lab.do({ do: 'speed', speed: 2 })
    lab.do({ do: 'play' })
    play(30)
    expect(lab.latest!.transport.time).toBe(time)
    asked[0]!.arrive(createInlineLab())
    await lab.settled()
    const { transport, frame } = lab.latest!
    const alone = createInlineLab()
    alone.do({ do: 'load', run, t: time })
    alone.do({ do: 'act', action: { do: 'kill', node: 'db1' } })
    expect(transport).toMatchObject({ time: alone.latest!.transport.time, playing: true, speed: 2 })
    expect(transport.run).toEqual(alone.latest!.transport.run)
    expect(frame.nodes[0]!.process).toBe('down')
  })

  it('says why an engine could not be fetched when somebody waits for it, and asks for it again the next time', async () => {
    const { lab, problems, asked } = opened()
    lab.do({ do: 'load', run, t: at })
    asked[0]!.fail(new Error('engine.js could not be fetched'))
    await Promise.resolve()
    await new Promise((go) => setTimeout(go))
    expect(problems).toEqual([])
    lab.do({ do: 'step' })
    expect(asked.length).toBe(2)
    asked[1]!.fail(new Error('engine.js could not be fetched'))
    await new Promise((go) => setTimeout(go))
    expect(problems).toEqual(['The simulation failed: engine.js could not be fetched.'])
    lab.do({ do: 'step' })
    asked[2]!.arrive(createInlineLab())
    await lab.settled()
    expect(lab.latest!.transport.event).toBeGreaterThan(engineAt(at).transport.event)
  })

  it('waits for the engine where another run, or another moment of it, is opened', async () => {
    const { lab, updates, asked } = opened()
    lab.do({ do: 'load', run, t: at + 1 })
    expect(updates).toEqual([])
    asked[0]!.arrive(createInlineLab())
    await lab.settled()
    expect(plain(lab.latest)).toEqual(plain(engineAt(at + 1)))
  })

  it('first fetches what draws its opening', async () => {
    let fetched = () => {}
    const missing = new Promise<void>((go) => {
      fetched = go
    })
    const { lab, updates } = opened({ ...BESIDE, opening: () => missing as never })
    lab.do({ do: 'load', run, t: at })
    expect(updates).toEqual([])
    fetched()
    await missing
    await Promise.resolve()
    expect(updates.length).toBe(1)
  })

  it('closed, it shows nothing more, and closes an engine that still comes', async () => {
    const { lab, updates, asked, play } = opened()
    lab.do({ do: 'load', run, t: at })
    lab.do({ do: 'play' })
    lab.close()
    play(10)
    const inline = createInlineLab()
    asked[0]!.arrive(inline)
    await new Promise((go) => setTimeout(go))
    expect(updates.length).toBe(2)
    await expect(inline.ask({ ask: 'digest' })).rejects.toThrow('The lab is closed.')
    await expect(lab.ask({ ask: 'digest' })).rejects.toThrow('The lab is closed.')
  })
})
