/** SPEC R: clients that read from the master, and clients whose kind is changed while they are at it. */
import { describe, expect, test } from 'vitest'
import { Lab, type Setting } from './lab.ts'

const WRITER = { id: 'c1', thinkMs: 40, startMs: 100, keys: 1 }
const READER = { id: 'r', kind: 'reader', thinkMs: 3, keys: 1, timeoutMs: 400, retryMs: 50 }
const WATCH = { probeEveryMs: 50, probeTimeoutMs: 40, misses: 2, promoteMs: 5, rerouteMs: 5 }
const lab = (more: Setting = {}) => new Lab({ clients: [WRITER, READER], failover: { monitor: false }, ...more })
const set = (one: Lab, path: string, value: number | string): Lab => one.act({ do: 'set', path, value })

describe('readers', () => {
  test('[R1] a read takes the way there and back and a statement, and shows what is committed on the master then', () => {
    const one = lab()
    one.until('read-answered')
    expect(one.now / 1000).toBeCloseTo(0.1 + 0.1 + 0.1, 1)
    expect(one.client('r').lastRead).toMatchObject({ key: 'k1', value: null, write: 0 })
    one.pass(1000)
    const committed = one.facts('entries-committed', 'db1')
    for (const { t, args } of one.facts('read-answered')) {
      const shown = committed.filter((fact) => fact.t <= t - 100).at(-1)?.args.write
      expect(args.write).toBe(shown)
    }
    expect(one.client('r')).toMatchObject({ kind: 'reader', pending: 0, oldest: null, last: null })
    expect(one.client('r').lastRead!.write).toBe(one.facts('read-answered').at(-1)!.args.write)
  })

  test('[R1] what waits at the gate is read with AFTER_COMMIT, and not with AFTER_SYNC', () => {
    const shownBeforeOk = (waitPoint: string): number => {
      const one = lab({ replication: { mode: 'quorum', waitPoint } }).pass(2000)
      const ok = new Map(one.facts('write-ok').map(({ t, args }) => [args.write, t]))
      return one.facts('read-answered').filter(({ t, args }) => args.write && t < ok.get(args.write)! - 300).length
    }
    expect(shownBeforeOk('after-sync')).toBe(0)
    expect(shownBeforeOk('after-commit')).toBeGreaterThan(20)
  })

  test('[R2] reads are no writes: they are counted apart, and nothing else changes', () => {
    const [alone, read] = [lab({ clients: [WRITER] }), lab()].map((one) => one.pass(1500).frame())
    expect({ ...read!.counters, reads: 0 }).toEqual({ ...alone!.counters, reads: 0 })
    expect(read!.counters.reads).toBeGreaterThan(300)
    const entries = ({ cells }: { cells: { position: number; value: number }[] }) => cells.map(({ value }) => value)
    expect(read!.nodes.map(entries)).toEqual(alone!.nodes.map(entries))
  })

  test('[R3] nobody answers: the reader gives up after its timeout or at once, rests, and asks again', () => {
    const one = lab().pass(500).stall('r', 'db1').pass(100)
    expect(one.client('r')).toMatchObject({ state: 'waiting', pending: 0 })
    expect(one.client('r').givesUpAt! - one.client('r').waitingSince!).toBe(400_000)
    one.pass(330)
    expect(one.client('r').state).toBe('backing-off')
    const { reads } = one.frame().counters
    one.heal('r', 'db1').pass(500)
    expect(one.frame().counters.reads).toBeGreaterThan(reads + 50)
    expect(one.client('r').failingSince).toBeNull()
    const dead = lab().pass(500).kill('db1').pass(20)
    expect(dead.client('r')).toMatchObject({ state: 'backing-off', lastRead: { key: 'k1' } })
    expect(dead.client('r').failingSince).not.toBeNull()
    expect(dead.frame().counters.noticed).toBe(2)
  })

  test('[R4] a phantom: read, and in no newer epoch. Named once for each client, and counted by reads', () => {
    const clients = [WRITER, READER, { ...READER, id: 'q' }]
    const one = lab({ clients, network: { oneWayMs: 30 }, failover: WATCH })
    one.until('entries-committed')
    one.pass(20).kill('db1').until('promoted')
    const seen = one.facts('read-answered').filter(({ args }) => args.write === 1)
    const phantoms = one.facts('phantom-read')
    expect(phantoms.map(({ at, args }) => [at, args.key, args.write])).toEqual([
      ['r', 'k1', 1],
      ['q', 'k1', 1],
    ])
    for (const { at, t, args } of phantoms) {
      const own = seen.filter((fact) => fact.at === at)
      expect(args.count).toBe(own.length)
      expect(args.us).toBe(t - own.at(-1)!.t)
    }
    expect(one.frame().counters.phantomReads).toBe(seen.length)
    expect(one.engine.milestones().filter(({ kind }) => kind === 'phantom-read')).toHaveLength(1)
  })

  test('[R4] what a deposed master shows after a newer epoch began is a phantom at once', () => {
    const clients = [{ ...WRITER, thinkMs: 10 }, READER]
    const one = lab({ clients, failover: { ...WATCH, rerouteMs: 3000 }, replication: { netTimeoutMs: 200 } }).pass(500)
    one.stall('monitor', 'db1').stall('db1', 'db2').stall('db1', 'db3').until('promoted')
    one.pass(100)
    const late = one.facts('phantom-read').filter(({ args }) => args.reason === 'late')
    expect(late.length).toBeGreaterThan(10)
    const { phantomReads, reads } = one.frame().counters
    expect(phantomReads).toBeGreaterThanOrEqual(late.length)
    expect(reads).toBeGreaterThan(phantomReads)
    expect(one.engine.milestones().filter(({ kind }) => kind === 'phantom-read').length).toBeLessThanOrEqual(1)
  })

  test('[R5] a read by hand goes at once, or right after the one under way', () => {
    const one = lab({ clients: [{ ...READER, thinkMs: 60_000 }] }).pass(100)
    expect(one.frame().counters.reads).toBe(1)
    one.write('r').write('r').write('r').pass(50)
    expect(one.frame().counters).toMatchObject({ reads: 4, issued: 0 })
  })

  test('[R6] the hot key takes its share, and what was drawn for the others is as it was', () => {
    const keys = (hotPercent: number): (string | undefined)[] => {
      const client = { id: 'c1', kind: 'stream', ratePerSecond: 500, keys: 10, hotPercent }
      return lab({ clients: [client] })
        .pass(2000)
        .facts('write-sent')
        .map(({ args }) => args.key)
    }
    const [cold, warm, hot] = [0, 50, 100].map(keys)
    const share = (list: readonly unknown[]): number => list.filter((key) => key === 'k1').length / list.length
    expect(share(cold!)).toBeLessThan(0.15)
    expect(share(warm!)).toBeGreaterThan(0.45)
    expect(share(warm!)).toBeLessThan(0.65)
    expect(share(hot!)).toBe(1)
    expect(new Set(warm)).toEqual(new Set(cold))
  })
})

describe('a client whose kind changes', () => {
  const KINDS = ['closed-loop', 'stream', 'reader']
  test.each(KINDS.flatMap((from) => KINDS.filter((to) => to !== from).map((to) => [from, to] as const)))(
    '[R7] %s to %s: what is under way is finished, and the new rhythm begins',
    (from, to) => {
      const client = { id: 'c1', kind: from, thinkMs: 5, ratePerSecond: 300, connections: 20, timeoutMs: 300 }
      const one = lab({ clients: [client], network: { clientOneWayMs: 20 } }).pass(500)
      const { issued } = one.frame().counters
      set(one, 'clients.c1.kind', to).pass(100)
      expect(one.client('c1').kind).toBe(to)
      const before = one.frame().counters
      one.pass(1000)
      const after = one.frame().counters
      expect(after).toMatchObject({ error: 0, unknown: 0 })
      if (to === 'reader') {
        expect(after).toMatchObject({ issued, ok: issued, pending: 0 })
        expect(after.reads).toBeGreaterThan(before.reads + 10)
      } else {
        expect(after.issued).toBeGreaterThan(before.issued + 10)
        expect(after.reads).toBe(before.reads)
      }
      if (to !== 'closed-loop') return
      // Never two writes under way once those of the stream are answered.
      const asked = one.facts('write-sent').filter(({ t }) => t > one.now - 900_000)
      const told = one.facts('write-ok').filter(({ t }) => t > one.now - 900_000)
      for (const [at, { t }] of asked.slice(1).entries()) expect(told[at]!.t).toBeLessThan(t)
    },
  )

  test('[R7] there and back again, with everything under way, leaves counters in balance', () => {
    const one = lab({ clients: [{ ...WRITER, thinkMs: 2, ratePerSecond: 400 }], network: { clientOneWayMs: 15 } })
    for (let round = 0; round < 12; round++)
      set(one, 'clients.c1.kind', ['stream', 'reader', 'closed-loop'][round % 3]!).pass(23 + round)
    set(one, 'clients.c1.kind', 'reader').pass(500)
    const { issued, ok, pending } = one.frame().counters
    expect([ok, pending]).toEqual([issued, 0])
  })
})
