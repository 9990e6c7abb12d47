import { describe, expect, it } from 'vitest'
import { createEngine, type Fact, type FactArgs, type FactKind, isMilestone } from '../engine/index.ts'
import { everyPreset, preset } from '../scenarios/index.ts'
import { createPlayback, type Lane } from './index.ts'
import { timelineOf } from './timeline.ts'

const SECOND = 1_000_000
const scenario = preset('failover-lost-writes')!.run.scenario
let id = 0
const fact = (t: number, at: string, kind: FactKind, args: FactArgs = {}): Fact => ({
  id: ++id,
  t,
  at,
  kind,
  args,
  cause: 0,
})

/** The timeline of a story, as lane id -> what is told, with times in seconds. */
function lanesOf(facts: Fact[], from: number, to: number, playedTo = to) {
  const milestones = facts.filter(({ kind }) => isMilestone(kind))
  const { lanes } = timelineOf(scenario, facts, milestones, { from, to, playedTo })
  const spans = (lane: Lane) => lane.spans.map((span) => [span.is, span.from / SECOND, span.to / SECOND])
  const marks = (lane: Lane) => lane.marks.map(({ is, t, count }) => [is, t / SECOND, count])
  return Object.fromEntries(lanes.map((lane) => [lane.id, { spans: spans(lane), marks: marks(lane) }]))
}

describe('the lanes', () => {
  it('are the clients, the nodes in their order, and the monitor; absent ones have none', () => {
    const lanes = (run: typeof scenario) =>
      timelineOf(run, [], [], { from: 0, to: 1, playedTo: 1 }).lanes.map((lane) => lane.id)
    expect(lanes(scenario)).toEqual(['clients', 'db1', 'db2', 'db3', 'monitor'])
    expect(lanes({ ...scenario, clients: [], failover: { ...scenario.failover, monitor: false } })).toEqual([
      'db1',
      'db2',
      'db3',
    ])
  })

  it('tell a failover: a thick line ends, a thin one becomes thick', () => {
    const story = [
      fact(6 * SECOND, 'db1', 'killed', { list: [18, 19] }),
      fact(8 * SECOND, 'monitor', 'chosen', { peer: 'db2' }),
      fact(9 * SECOND, 'db2', 'promoted', { epoch: 2 }),
      fact(9.5 * SECOND, 'db3', 'repointed', { peer: 'db2' }),
      fact(11 * SECOND, 'db1', 'node-restarted'),
      fact(12 * SECOND, 'db1', 'fenced', { epoch: 1 }),
    ]
    const { db1, db2, db3, monitor } = lanesOf(story, 4 * SECOND, 13 * SECOND)
    expect(db1!.spans).toEqual([
      ['master', 4, 6],
      ['down', 6, 11],
      ['master', 11, 12],
      ['fenced', 12, 13],
    ])
    expect(db1!.marks.map(([is]) => is)).toEqual(['death', 'restart', 'fenced'])
    expect(db2!.spans).toEqual([
      ['slave', 4, 8],
      ['promoting', 8, 9],
      ['master', 9, 13],
    ])
    expect(db2!.marks).toEqual([['chosen', 8, 1]])
    expect(db3!.spans).toEqual([['slave', 4, 13]])
    expect(monitor!.spans).toEqual([['watching', 4, 13]])
  })

  it('show a window by what was before it, and nothing that was not played', () => {
    const story = [
      fact(6 * SECOND, 'db1', 'killed'),
      fact(8 * SECOND, 'monitor', 'chosen', { peer: 'db2' }),
      fact(9 * SECOND, 'monitor', 'failover-failed', { reason: 'candidate-died' }),
    ]
    const { db1, db2 } = lanesOf(story, 7 * SECOND, 20 * SECOND, 8.5 * SECOND)
    expect(db1).toEqual({ spans: [['down', 7, 8.5]], marks: [] })
    expect(db2!.spans).toEqual([
      ['slave', 7, 8],
      ['promoting', 8, 8.5],
    ])
    expect(lanesOf(story, 0, 20 * SECOND)['db2']!.spans.at(-1)).toEqual(['slave', 9, 20])
    expect(lanesOf(story, 10 * SECOND, 20 * SECOND, 5 * SECOND)['db1']).toEqual({ spans: [], marks: [] })
  })

  it('say since when clients have no answer: a second of waiting, or an error, until the next OK', () => {
    const story = [
      fact(4 * SECOND, 'c1', 'write-sent', { write: 1 }),
      fact(4.2 * SECOND, 'c1', 'write-ok', { write: 1 }),
      fact(5 * SECOND, 'c1', 'write-sent', { write: 2 }),
      fact(5.5 * SECOND, 'c2', 'write-sent', { write: 3 }),
      fact(8 * SECOND, 'c2', 'write-ok', { write: 3 }),
      fact(8.1 * SECOND, 'c2', 'write-sent', { write: 4 }),
      fact(8.2 * SECOND, 'c2', 'write-error', { write: 4 }),
      fact(8.9 * SECOND, 'c1', 'write-ok', { write: 2 }),
    ]
    const { clients } = lanesOf(story, 4 * SECOND, 10 * SECOND)
    expect(clients!.spans).toEqual([
      ['answered', 4, 6],
      ['no-answer', 6, 8],
      ['answered', 8, 8.2],
      ['no-answer', 8.2, 8.9],
      ['answered', 8.9, 10],
    ])
    expect(clients!.marks).toEqual([
      ['write', 4.2, 1],
      ['write', 8, 1],
      ['write', 8.9, 1],
    ])
    // Waiting still when the window begins.
    expect(lanesOf(story.slice(0, 4), 7 * SECOND, 8 * SECOND)['clients']!.spans).toEqual([['no-answer', 7, 8]])
  })

  it('of several masters: an entry of each origin where it was written or applied, conflicts, and who agrees when', () => {
    const { run } = preset('two-masters-lww')!
    const story = [
      fact(4 * SECOND, 'db1', 'entries-committed', { from: 1, to: 1, write: 1 }),
      fact(4.1 * SECOND, 'run', 'masters-differ', { count: 1 }),
      fact(5 * SECOND, 'db2', 'entries-applied', { peer: 'db1', from: 1, to: 1, entry: 'db1:1' }),
      fact(6 * SECOND, 'db2', 'conflict-found', { key: 'cart', entry: 'db1:1', other: 'db2:1' }),
      fact(7 * SECOND, 'run', 'masters-agree', { us: 1 }),
    ]
    const { lanes } = timelineOf(run.scenario, story, [], { from: 3 * SECOND, to: 9 * SECOND, playedTo: 8 * SECOND })
    expect(lanes.map(({ id, origin }) => [id, origin])).toEqual([
      ['db1', 0],
      ['db2', 1],
      ['agree', undefined],
    ])
    expect(lanes[0]!.marks).toMatchObject([{ t: 4 * SECOND, is: 'entry', origin: 0 }])
    expect(lanes[1]!.marks).toMatchObject([
      { t: 5 * SECOND, is: 'entry', origin: 0 },
      { t: 6 * SECOND, is: 'conflict' },
    ])
    expect(lanes[2]!.spans).toEqual([
      { from: 3 * SECOND, to: 4.1 * SECOND, is: 'agree' },
      { from: 4.1 * SECOND, to: 7 * SECOND, is: 'differ' },
      { from: 7 * SECOND, to: 8 * SECOND, is: 'agree' },
    ])
  })

  it('put lost writes where they were promised', () => {
    const story = [
      fact(6.4 * SECOND, 'c1', 'write-ok', { write: 18 }),
      fact(6.5 * SECOND, 'c1', 'write-ok', { write: 19 }),
      fact(9 * SECOND, 'run', 'writes-lost', { list: [18, 19], count: 2 }),
    ]
    const marks = lanesOf(story, 0, 10 * SECOND)['clients']!.marks
    expect(marks.filter(([is]) => is === 'lost')).toEqual([['lost', 6.5, 2]])
    expect(lanesOf(story, 7 * SECOND, 10 * SECOND)['clients']!.marks).toEqual([])
  })

  it('mark faults of a link at both ends, settings with whoever lives by them', () => {
    const story = [
      fact(1 * SECOND, 'db1~db3', 'link-cut'),
      fact(2 * SECOND, 'db2~monitor', 'link-stalled'),
      fact(3 * SECOND, 'db1~db3', 'link-healed'),
      fact(4 * SECOND, 'run', 'setting-changed', { path: 'failover.misses', value: 2 }),
      fact(5 * SECOND, 'db2', 'setting-changed', { path: 'nodes.db2.applyMs', value: 2 }),
      fact(6 * SECOND, 'c2', 'setting-changed', { path: 'clients.c2.thinkMs', value: 2 }),
      fact(7 * SECOND, 'run', 'setting-changed', { path: 'costs.flushMs', value: 2 }),
    ]
    const marks = Object.fromEntries(
      Object.entries(lanesOf(story, 0, 9 * SECOND)).map(([lane, { marks }]) => [lane, marks]),
    )
    expect(marks).toEqual({
      clients: [['setting', 6, 1]],
      db1: [
        ['fault', 1, 1],
        ['healed', 3, 1],
        ['setting', 7, 1],
      ],
      db2: [
        ['fault', 2, 1],
        ['setting', 5, 1],
      ],
      db3: [
        ['fault', 1, 1],
        ['healed', 3, 1],
      ],
      monitor: [
        ['fault', 2, 1],
        ['setting', 4, 1],
      ],
    })
  })
})

describe('a silent link', () => {
  const link = (t: number, at: string, kind: 'link-cut' | 'link-stalled' | 'link-healed') => fact(t * SECOND, at, kind)

  it('is seen on the lane of the slave that copies over it, and on no other', () => {
    const story = [
      link(2, 'db1~db3', 'link-stalled'),
      link(3, 'db2~db3', 'link-cut'),
      link(5, 'db1~db3', 'link-healed'),
    ]
    const { db1, db2, db3 } = lanesOf(story, 0, 8 * SECOND)
    expect(db3!.spans).toEqual([
      ['slave', 0, 2],
      ['stalled', 2, 5],
      ['slave', 5, 8],
    ])
    expect(db1!.spans).toEqual([['master', 0, 8]])
    expect(db2!.spans).toEqual([['slave', 0, 8]])
  })

  it('ends to matter when the slave copies from somebody else, is the master, or is down', () => {
    const story = [
      link(1, 'db1~db3', 'link-cut'),
      link(1, 'db1~db2', 'link-cut'),
      fact(2 * SECOND, 'db2', 'promoted', { epoch: 2 }),
      fact(3 * SECOND, 'db3', 'repointed', { peer: 'db2' }),
      fact(4 * SECOND, 'db3', 'killed'),
      link(5, 'db2~db3', 'link-stalled'),
      fact(6 * SECOND, 'db3', 'node-restarted'),
    ]
    const { db2, db3 } = lanesOf(story, 0, 8 * SECOND)
    expect(db2!.spans).toEqual([
      ['slave', 0, 1],
      ['cut', 1, 2],
      ['master', 2, 8],
    ])
    expect(db3!.spans.map(([is, from]) => [is, from])).toEqual([
      ['slave', 0],
      ['cut', 1],
      ['slave', 3],
      ['down', 4],
      ['stalled', 6],
    ])
  })
})

describe('nodes that come and go', () => {
  const story = [
    fact(2 * SECOND, 'db4', 'slave-added', { peer: 'db2' }),
    fact(3 * SECOND, 'db2~db4', 'link-stalled'),
    fact(4 * SECOND, 'db3', 'slave-removed', { peer: 'db1' }),
    fact(5 * SECOND, 'db4', 'setting-changed', { path: 'nodes.db4.applyMs', value: 9 }),
    fact(6 * SECOND, 'db4', 'slave-removed', { peer: 'db2' }),
  ]

  it('have a lane that begins and ends with them, after those that were there from the start', () => {
    const lanes = lanesOf(story, 0, 8 * SECOND)
    expect(Object.keys(lanes)).toEqual(['clients', 'db1', 'db2', 'db3', 'db4', 'monitor'])
    expect(lanes['db4']!.spans).toEqual([
      ['slave', 2, 3],
      ['stalled', 3, 6],
    ])
    expect(lanes['db3']!.spans).toEqual([['slave', 0, 4]])
    expect(lanes['db4']!.marks).toEqual([
      ['joined', 2, 1],
      ['fault', 3, 1],
      ['setting', 5, 1],
      ['left', 6, 1],
    ])
    expect(lanes['db3']!.marks).toEqual([['left', 4, 1]])
  })

  it('keep it where the window shows another time', () => {
    const lanes = lanesOf(story, 7 * SECOND, 8 * SECOND)
    expect(lanes['db4']).toEqual({ spans: [], marks: [] })
  })
})

describe('marks', () => {
  it('tell reads that showed what was lost, and a gate that waits for more slaves than there are', () => {
    const story = [
      fact(1 * SECOND, 'r1', 'phantom-read', { key: 'k1', value: 7, write: 3 }),
      fact(2 * SECOND, 'db1', 'gate-blocked', { count: 1, peer: 'db3' }),
      fact(3 * SECOND, 'db1', 'gate-unblocked', { peer: 'db3' }),
      fact(4 * SECOND, 'run', 'setting-changed', { path: 'replication.mode', reason: 'quorum' }),
    ]
    const { clients, db1 } = lanesOf(story, 0, 5 * SECOND)
    expect(clients!.marks).toEqual([['phantom', 1, 1]])
    expect(db1!.marks).toEqual([
      ['blocked', 2, 1],
      ['healed', 3, 1],
      ['setting', 4, 1],
    ])
  })

  it('of one kind at one instant are one, with their number and the first fact', () => {
    const story = [
      fact(1 * SECOND, 'c1', 'write-ok', { write: 1 }),
      fact(1 * SECOND, 'r1', 'phantom-read', { write: 1 }),
      fact(1 * SECOND, 'c1', 'write-ok', { write: 2 }),
      fact(1 * SECOND, 'c1', 'write-ok', { write: 3 }),
      fact(1.5 * SECOND, 'c1', 'write-ok', { write: 4 }),
    ]
    expect(lanesOf(story, 0, 2 * SECOND)['clients']!.marks).toEqual([
      ['write', 1, 3],
      ['phantom', 1, 1],
      ['write', 1.5, 1],
    ])
    const { lanes } = timelineOf(scenario, story, [], { from: 0, to: 2 * SECOND, playedTo: 2 * SECOND })
    expect(lanes[0]!.marks[0]!.fact).toBe(story[0]!.id)
  })
})

describe('the timeline of a real run', () => {
  for (const { id: name, run } of everyPreset) {
    it(`has lines without gaps that agree with the frames: ${name}`, () => {
      const to = run.scenario.untilMs * 1000
      const playback = createPlayback()
      playback.do({ do: 'load', run, t: to })
      // Wherever the playhead is.
      playback.do({ do: 'seek', t: Math.floor(to / 3) })
      const { lanes } = playback.ask({ ask: 'timeline', from: 0, to })
      // A node has a line for as long as it is there.
      const turn = (id: string, kind: string) =>
        playback.update()!.transport.milestones.find((fact) => fact.kind === kind && fact.at === id)?.t
      for (const { id, spans, marks } of lanes) {
        expect(spans[0]!.from).toBe(turn(id, 'slave-added') ?? 0)
        expect(spans.at(-1)!.to).toBe(turn(id, 'slave-removed') ?? turn(id, 'master-removed') ?? to)
        for (let i = 1; i < spans.length; i++) expect(spans[i]!.from).toBe(spans[i - 1]!.to)
        for (const { t, count } of marks) expect(t >= 0 && t <= to && count > 0).toBe(true)
      }
      const engine = createEngine(run)
      for (let i = 1; i < 40; i++) {
        const t = Math.floor((to * i) / 40)
        engine.runTo(t)
        for (const node of engine.frame().nodes) {
          const { is } = lanes.find((lane) => lane.id === node.id)!.spans.find((span) => span.from <= t && t < span.to)!
          // Nothing reaches it: by its own lights it is a slave like others.
          if (is === 'stalled' || is === 'cut') {
            expect(engine.frame().links.some(({ a, b, state }) => state !== 'up' && [a, b].includes(node.id))).toBe(
              true,
            )
            expect(node.role).toBe('slave')
            continue
          }
          const shown =
            { candidate: 'promoting', draining: 'promoting', promoting: 'promoting' }[node.role as string] ?? node.role
          if (node.process !== 'recovering')
            expect([node.id, t, is]).toEqual([node.id, t, node.process === 'down' ? 'down' : shown])
        }
      }
    })
  }
})
