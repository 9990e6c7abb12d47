/** SPEC N1 to N7: narrow links, lost messages, and what may be changed while they carry something. */
import { describe, expect, test } from 'vitest'
import { Lab } from './lab.ts'

const STREAM = { id: 'c1', kind: 'stream', ratePerSecond: 40, startMs: 100 }
const NOBODY_WATCHES = { monitor: false }
const NARROW = { between: ['db1', 'db2'], kilobytesPerSecond: 10 }

describe('bandwidth', () => {
  test('[N1] a narrow link: entries to receive grow, and the slave reports no lag (DOMAIN 2.2 a)', () => {
    // 560 bytes a message on 10 kB/s: about 17 entries a second, of 40 that are written.
    const lab = new Lab({ clients: [STREAM], network: { links: [NARROW] }, failover: NOBODY_WATCHES })
    const missing: number[] = []
    const reported: (number | null)[] = []
    for (let s = 0; s < 5; s++) {
      lab.pass(1000)
      missing.push(lab.node('db2').lag!.entriesToReceive)
      for (let i = 0; i < 10; i++) reported.push(lab.pass(7).node('db2').lag!.reported)
    }
    for (let s = 1; s < 5; s++) expect(missing[s]! - missing[s - 1]!).toBeGreaterThan(15)
    // All but the instants in which an entry is being applied.
    expect(reported.filter((seconds) => seconds === 0).length).toBeGreaterThan(45)
    expect(lab.node('db2').lag).toMatchObject({ entriesToApply: 0, level: 'critical' })
    expect(lab.node('db2').lag!.trueUs).toBeGreaterThan(1_000_000)
    expect(lab.node('db3').lag!.entriesToReceive).toBeLessThan(3)
    // What waits does so in the log: the wire holds little.
    expect(lab.frame().messages.filter(({ to }) => to === 'db2').length).toBeLessThan(4)
  })

  test('[N2] a range takes its bytes divided by the bandwidth, then the way; the next waits its turn', () => {
    const lab = new Lab({
      nodes: ['db1', 'db2'],
      clients: [{ id: 'c1', kind: 'stream', ratePerSecond: 0, entriesPerWrite: 10 }],
      network: { oneWayMs: 5, kilobytesPerSecond: 100 },
      failover: NOBODY_WATCHES,
    }).pass(100)
    lab.write('c1').pass(2).write('c1').pass(500)
    const [first, second] = lab.facts('entries-sent')
    const [one, two] = lab.facts('entries-received')
    const givingUs = ((60 + 10 * 500) * 1000) / 100
    expect([first!.args.to, second!.args.to]).toEqual([10, 20])
    expect(one!.t - first!.t).toBe(givingUs + 5000 + 100)
    expect(second!.t - first!.t).toBeGreaterThanOrEqual(givingUs)
    expect(two!.t - second!.t).toBe(givingUs + 5000 + 100)
  })

  test('[N1] given room again, it catches up', () => {
    const lab = new Lab({ clients: [STREAM], network: { links: [NARROW] }, failover: NOBODY_WATCHES }).pass(3000)
    expect(lab.node('db2').lag!.entriesToReceive).toBeGreaterThan(50)
    lab.act({ do: 'set', path: 'network.links.db1~db2.kilobytesPerSecond', value: 1000 }).pass(1000)
    expect(lab.node('db2').lag!.entriesToReceive).toBeLessThan(3)
    lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 }).pass(300).expectSame('db1', 'db2', 'db3')
  })
})

describe('loss', () => {
  test('[N3] a connection sends again: nothing is missing, nothing overtakes, and each loss costs at least 200 ms', () => {
    const lab = new Lab({ clients: [STREAM], network: { lossPercent: 10 }, failover: NOBODY_WATCHES }).pass(8000)
    const resent = lab.facts('resent')
    expect(resent.length).toBeGreaterThan(20)
    for (const { args } of resent) expect([200_000, 400_000, 800_000, 1_600_000]).toContain(args.us)
    expect(lab.facts('resent').every(({ args }) => args.peer !== undefined)).toBe(true)
    for (const node of ['db2', 'db3']) {
      const ranges = lab.facts('entries-received', node)
      let next = 1
      for (const { args } of ranges) {
        expect(args.from).toBe(next)
        next = args.to! + 1
      }
    }
    lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 }).pass(5000).expectSame('db1', 'db2', 'db3')
  })

  test('[N3] the message says how often it was lost so far, and waits at its start', () => {
    const lab = new Lab({ clients: [STREAM], network: { lossPercent: 30 }, failover: NOBODY_WATCHES })
    const again = () => lab.frame().messages.find(({ resent }) => resent > 0)
    for (let step = 0; step < 900 && again() === undefined; step++) lab.pass(1)
    const waiting = again()!
    expect(waiting.path[0]![1]).toBe(0)
    expect(waiting.path[1]![1]).toBe(0)
    expect(waiting.path[1]![0] - waiting.path[0]![0]).toBeGreaterThanOrEqual(200_000)
  })

  test('[N4] a probe is simply gone: it is missed, and named as dropped', () => {
    const lab = new Lab({
      network: { links: [{ between: ['monitor', 'db3'], lossPercent: 50 }] },
      failover: { probeEveryMs: 100, probeTimeoutMs: 50, misses: 3 },
    }).pass(5000)
    const dropped = lab.facts('dropped', 'db3~monitor')
    expect(dropped.length).toBeGreaterThan(20)
    expect(new Set(dropped.map(({ args }) => args.reason))).toEqual(new Set(['probe', 'answer']))
    expect(dropped.every(({ args }) => args.place === 500_000)).toBe(true)
    expect(lab.facts('probe-missed').every(({ args }) => args.peer === 'db3')).toBe(true)
    expect(lab.facts('probe-missed').length).toBe(dropped.length)
  })

  test('[N5] where nothing is lost no luck is drawn: other runs stay as they were', () => {
    const digest = (network: object): string =>
      new Lab({ clients: [{ ...STREAM, spacing: 'exponential' }], network }).pass(2000).engine.digest()
    expect(digest({ lossPercent: 0, kilobytesPerSecond: 0 })).toBe(digest({}))
    const times = (network: object) =>
      new Lab({ clients: [{ ...STREAM, spacing: 'exponential' }], network }).pass(2000).facts('write-sent').length
    // The clients' own rhythm does not change with the wires between nodes.
    expect(times({ links: [{ between: ['db1', 'db2'], lossPercent: 20 }] })).toBe(times({}))
  })

  test('[N6] a stall and a cut take what waits to be sent again like anything else', () => {
    const lab = new Lab({
      nodes: ['db1', 'db2'],
      clients: [STREAM],
      network: { lossPercent: 40 },
      failover: NOBODY_WATCHES,
    })
    lab.pass(2000).stall('db1', 'db2').pass(1000)
    const quiet = lab.facts('resent', 'db1~db2').length
    lab.pass(1000)
    expect(lab.facts('resent', 'db1~db2').length).toBe(quiet)
    lab.heal('db1', 'db2').pass(1000).cut('db1', 'db2')
    expect(lab.frame().messages.filter(({ link }) => link === 'db1~db2')).toEqual([])
    lab.heal('db1', 'db2')
    for (const path of ['clients.c1.ratePerSecond', 'network.lossPercent']) lab.act({ do: 'set', path, value: 0 })
    lab.pass(8000).expectSame('db1', 'db2')
  })
})

describe('a link that is changed while it carries something', () => {
  test('[N7] what is under way keeps its pace, and what follows never overtakes it', () => {
    const lab = new Lab({
      nodes: ['db1', 'db2'],
      clients: [STREAM],
      network: { oneWayMs: 200 },
      failover: NOBODY_WATCHES,
    })
    lab.pass(1500)
    const before = lab.frame().messages.filter(({ kind }) => kind === 'entries')
    expect(before.length).toBeGreaterThan(4)
    lab.act({ do: 'set', path: 'network.links.db2~db1.oneWayMs', value: 3 })
    expect(lab.frame().links.find(({ id }) => id === 'db1~db2')?.oneWayUs).toBe(3000)
    expect(lab.frame().settings['network.links.db1~db2.oneWayMs']).toBe(3)
    const after = lab.frame().messages.filter(({ kind }) => kind === 'entries')
    expect(after.map(({ path }) => path.at(-1))).toEqual(before.map(({ path }) => path.at(-1)))
    lab.pass(150)
    const arrivals = lab
      .frame()
      .messages.filter(({ kind }) => kind === 'entries')
      .map(({ path }) => path.at(-1)![0])
    expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b))
    lab.pass(500)
    expect(lab.node('db2').lag!.entriesToReceive).toBeLessThan(3)
  })

  test('[F4] a cut is seen at both ends in the same instant', () => {
    const lab = new Lab({ clients: [STREAM] }).pass(1000).cut('db1', 'db2')
    expect(lab.node('db2').receiver).toMatchObject({ state: 'connecting', reason: 'reset' })
    expect(lab.frame().links.find(({ id }) => id === 'db1~db2')).toMatchObject({ state: 'cut', connected: false })
  })
})
