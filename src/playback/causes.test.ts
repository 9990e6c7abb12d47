import { beforeAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine, type Fact, type FactKind, isMilestone } from '../engine/index.ts'
import { all, digest, loaded, runNamed, transport } from './fixtures/deck.ts'
import { dice } from './fixtures/dice.ts'
import { createPlayback, type Playback } from './index.ts'

/** Every fact of a busy run, far more than are kept, and a playback that has played it. */
const END = 3_600_000
const known = new Map<number, Fact>()
let playback: Playback

beforeAll(() => {
  const run = runNamed('lag-under-load')
  const engine = createEngine(run)
  for (let t = 0; t <= END; t += 100_000) {
    engine.runTo(t)
    for (const fact of engine.factsAfter(known.size)) known.set(fact.id, fact)
  }
  playback = loaded(run)
  all(playback, { do: 'seek', t: END })
})

/** By the causes alone, but for entries that waited their turn: those came from where they were received. */
const chainOf = (id: number): Fact[] => {
  const chain: Fact[] = []
  for (let fact = known.get(id); fact !== undefined; fact = causeOf(fact)) chain.unshift(fact)
  return chain
}

function causeOf(fact: Fact): Fact | undefined {
  const cause = known.get(fact.cause)
  if (fact.kind !== 'apply-started' || cause?.kind !== 'entries-applied') return cause
  for (let id = fact.id; id > 0; id--) {
    const one = known.get(id)!
    const covers = one.args.from! <= fact.args.from! && one.args.to! >= fact.args.from!
    if (one.kind === 'entries-received' && one.at === fact.at && covers) return one
  }
  return undefined
}

describe('why', () => {
  it('tells the whole chain, first cause first, of facts however long ago', () => {
    expect(known.size).toBeGreaterThan(45_000)
    const roll = dice(5)
    const ids = [1, 2, known.size, ...Array.from({ length: 60 }, () => 1 + roll(known.size))]
    const before = digest(playback)
    for (const fact of ids) expect(playback.ask({ ask: 'why', fact }), `fact ${fact}`).toEqual(chainOf(fact))
    const lengths = ids.map((id) => chainOf(id).length)
    expect(Math.max(...lengths)).toBeGreaterThan(4)
    // Not one link for every entry that was applied before.
    expect(Math.max(...lengths)).toBeLessThan(30)
    expect([transport(playback).time, digest(playback)]).toEqual([END, before])
  })

  it('answers from wherever the playhead is, for all that has been played and nothing else', () => {
    all(playback, { do: 'seek', t: 1000 })
    const fact = known.size - 5
    expect(playback.ask({ ask: 'why', fact })).toEqual(chainOf(fact))
    for (const none of [0, -1, 1.5, known.size + 100_000]) expect(playback.ask({ ask: 'why', fact: none })).toEqual([])
    all(playback, { do: 'seek', t: END })
  })

  it('finds the newest fact of the kinds asked for, of whoever is asked for, at or before an instant', () => {
    const roll = dice(8)
    const newest = (wanted: (fact: Fact) => boolean) => [...known.values()].filter(wanted).at(-1)
    const kinds = ['entries-applied', 'ack-arrived', 'write-ok', 'probe-answered', 'link-cut'] as const
    let found = 0
    for (let i = 0; i < 40; i++) {
      const kind = kinds[roll(kinds.length)]!
      const at = ['db1', 'db2', 'db3', undefined][roll(4)]
      const t = i % 3 === 0 ? roll(200_000) : roll(END)
      const expected = newest(
        (fact) =>
          fact.kind === kind &&
          fact.t <= t &&
          (at === undefined || fact.at === at || (fact.at === 'monitor' && fact.args.peer === at)),
      )
      const ask = { ask: 'why', kinds: [kind], t, ...(at === undefined ? {} : { at }) } as const
      const answer = playback.ask(ask)
      // A kind that never comes is looked for within bounds.
      expect(answer.at(-1), JSON.stringify(ask)).toEqual(expected)
      if (expected === undefined) continue
      found++
      expect(answer).toEqual(chainOf(expected.id))
    }
    expect(found).toBeGreaterThan(8)
  })

  it('of a failover leads back to what somebody did', () => {
    const failed = loaded(runNamed('failover-lost-writes'), 5_000_000)
    const { milestones } = transport(failed)
    const lost = failed.ask({ ask: 'why', kinds: ['writes-lost'], t: 5_000_000 })
    expect(lost.at(-1)!.kind).toBe('writes-lost')
    expect(lost[0]).toMatchObject({ kind: 'killed', at: 'db1', cause: 0 })
    for (let i = 1; i < lost.length; i++) expect(lost[i]!.cause).toBe(lost[i - 1]!.id)
    // Before it happened there was nothing to explain.
    expect(failed.ask({ ask: 'why', kinds: ['writes-lost'], t: lost.at(-1)!.t - 1 })).toEqual([])
    // What the monitor decided about a node is found by the node.
    const chosen = failed.ask({ ask: 'why', kinds: ['chosen'], at: 'db2', t: 5_000_000 })
    expect(chosen.at(-1)).toMatchObject({ at: 'monitor', args: { peer: 'db2' } })
    expect(chosen[0]).toMatchObject({ kind: 'killed', at: 'db1' })
    expect(milestones.map(({ id }) => id)).toContain(chosen[0]!.id)
    expect(lost.filter(({ kind }) => isMilestone(kind)).length).toBeGreaterThan(5)
  })
})

describe('the first facts after an instant', () => {
  it('are those that a straight run has first', () => {
    const roll = dice(21)
    const everything = [...known.values()]
    for (let i = 0; i < 30; i++) {
      const from = roll(END)
      const to = i % 2 === 0 ? END : from + roll(50_000)
      const most = 1 + roll(300)
      const expected = everything.filter(({ t }) => t >= from && t <= to).slice(0, most)
      expect(playback.ask({ ask: 'facts', from, to, most, first: true }), `${from}..${to}, ${most}`).toEqual(expected)
    }
    expect(playback.ask({ ask: 'facts', from: 0, to: END, most: 3, first: true }).map(({ id }) => id)).toEqual([
      1, 2, 3,
    ])
    expect(playback.ask({ ask: 'facts', from: END + 1, to: 2 * END, most: 3, first: true })).toEqual([])
  })

  it('cost what is asked for, not the distance to the end of the run', () => {
    let restored = 0
    let ran = 0
    const counting = loadedWith((engine) => {
      const { restore, runToNextMoment } = engine
      engine.restore = (checkpoint) => {
        restored++
        restore.call(engine, checkpoint)
      }
      engine.runToNextMoment = (limit) => {
        const before = engine.work
        const found = runToNextMoment.call(engine, limit)
        ran += engine.work - before
        return found
      }
    })
    all(counting, { do: 'seek', t: END })
    ;[restored, ran] = [0, 0]
    counting.ask({ ask: 'facts', from: 100_000, to: END, most: 60, first: true })
    expect(restored).toBe(1)
    expect(ran).toBeLessThan(20_000)
  })
})

function loadedWith(watch: (engine: Engine) => void): Playback {
  const playback = createPlayback({
    engineOf: (run) => {
      const engine = createEngine(run)
      watch(engine)
      return engine
    },
  })
  all(playback, { do: 'load', run: runNamed('lag-under-load') })
  return playback
}

it('the newest of a kind that is a milestone only the first time', () => {
  const reads = loaded(runNamed('stale-reads'))
  all(reads, { do: 'seek', t: 1_400_000 })
  const asked = { ask: 'why', kinds: ['own-write-missing'], at: 'user', t: 1_400_000 } as const
  const chain = reads.ask(asked) as Fact[]
  expect(chain.at(-1)!.kind).toBe('own-write-missing')
  expect(chain.at(-1)!.args.to).toBeGreaterThan(2)
  // Back to what the slave lacked, and to the write that the user misses.
  expect(chain.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['write-sent', 'entries-received', 'apply-started']),
  )
  expect(chain[0]!.args.write).toBe(chain.at(-1)!.args.list![0])
})

it('of monitors that vote: what one found out about a node is found by the node, by the monitor, and by both', () => {
  const run = runNamed('three-monitors')
  const END = run.scenario.untilMs * 1000
  const voting = loaded(run, END)
  const why = (ask: { kinds: FactKind[]; at?: string; peer?: string }) => voting.ask({ ask: 'why', t: END, ...ask })
  const elected = why({ kinds: ['elected'] }).at(-1)!
  const leader = elected.at
  expect(why({ kinds: ['chosen'], at: 'db2' }).at(-1)).toMatchObject({ at: leader, args: { peer: 'db2' } })
  for (const id of ['m1', 'm2', 'm3']) {
    const missed = why({ kinds: ['probe-missed'], at: id, peer: 'db1' })
    expect(missed.at(-1)).toMatchObject({ at: id, args: { peer: 'db1' } })
    expect(missed[0]).toMatchObject({ kind: 'killed', at: 'db1' })
    expect(why({ kinds: ['down-for-me'], at: id })[0]).toMatchObject({ kind: 'killed', at: 'db1' })
  }
  // It was cut off once, and missed db2 then; nobody else ever did.
  expect(why({ kinds: ['probe-missed'], at: 'm3', peer: 'db2' }).at(-1)).toMatchObject({ at: 'm3' })
  expect(why({ kinds: ['probe-missed'], at: 'm1', peer: 'db2' })).toEqual([])
})
