// Group E of SPEC.md: the five things that DOMAIN 2.2 asks to be shown about Seconds_Behind_Source.
import { describe, expect, it } from 'vitest'
import type { Lag } from '../index.ts'
import { Lab } from './lab.ts'

const noMonitor = { failover: { monitor: false } }
const steady = [{ id: 'c1', kind: 'stream', ratePerSecond: 50 }]

/** The gauge of db2, once every `everyMs`. */
function film(lab: Lab, times: number, everyMs: number): Lag[] {
  return Array.from({ length: times }, () => lab.pass(everyMs).node('db2').lag!)
}

describe('seconds behind, five demonstrations', () => {
  it('[E1] a link starved of bandwidth: 0 seconds reported, and entries behind grow', () => {
    const links = [{ between: ['db1', 'db2'], kilobytesPerSecond: 10 }]
    const lab = new Lab({ network: { links }, clients: steady, ...noMonitor }).pass(1000)
    const seen = film(lab, 20, 1000)
    expect(seen.map(({ reported }) => reported)).toEqual(seen.map(() => 0))
    const behind = seen.map(({ entriesToReceive }) => entriesToReceive)
    expect(behind.every((now, at) => at === 0 || now > behind[at - 1]!)).toBe(true)
    expect(behind.at(-1)).toBeGreaterThan(500)
  })

  it('[E2] a silent partition: 0 for as long as the net timeout of 60 s, then NULL', () => {
    const lab = new Lab({ clients: steady, ...noMonitor }).pass(1000).stall('db1', 'db2')
    const seen = film(lab, 70, 1000)
    const zeros = seen.findIndex(({ reported }) => reported === null)
    expect(zeros).toBeGreaterThanOrEqual(59)
    expect(zeros).toBeLessThanOrEqual(60)
    expect(seen.slice(0, zeros).every(({ reported }) => reported === 0)).toBe(true)
    expect(seen.slice(zeros).every(({ reported }) => reported === null)).toBe(true)
    expect(seen[zeros - 1]!.trueUs).toBeGreaterThan(58_000_000)
  })

  it('[E3] one transaction that takes 600 s to apply: 0, up to 600, and 0 again', () => {
    const specs = [
      { id: 'db1', role: 'master' },
      { id: 'db2', applyMs: 1000 },
    ]
    const clients = [{ id: 'c1', kind: 'stream', ratePerSecond: 0, entriesPerWrite: 600 }]
    const lab = new Lab({ specs, clients, ...noMonitor }).pass(1000)
    expect(lab.node('db2').lag!.reported).toBe(0)
    lab.write('c1')
    const seen = film(lab, 620, 1000).map(({ reported }) => reported!)
    const peak = Math.max(...seen)
    expect(peak).toBeGreaterThanOrEqual(599)
    expect(peak).toBeLessThanOrEqual(601)
    const top = seen.lastIndexOf(peak)
    for (let at = 1; at <= top; at++) expect(seen[at]! - seen[at - 1]!).toBe(1)
    expect(seen.slice(top + 1).every((reported) => reported === 0)).toBe(true)
    expect(top).toBeGreaterThan(595)
  })

  it('[E4] a clock set back on the source after the slave connected: a constant bias, until it connects again', () => {
    const specs = [
      { id: 'db1', role: 'master' },
      { id: 'db2', applyMs: 20 },
    ]
    const clients = [{ id: 'c1', kind: 'stream', ratePerSecond: 45 }]
    const lab = new Lab({ specs, clients, ...noMonitor }).pass(2000)
    expect(film(lab, 10, 500).every(({ reported }) => reported! <= 1)).toBe(true)
    lab.act({ do: 'set', path: 'nodes.db1.clockOffsetMs', value: -30_000 }).pass(500)
    const biased = film(lab, 40, 437).filter(({ entriesToApply }) => entriesToApply > 0)
    expect(biased.length).toBeGreaterThan(20)
    for (const { reported } of biased) expect([30, 31]).toContain(reported)
    lab.cut('db1', 'db2').pass(50).heal('db1', 'db2').pass(2500)
    expect(film(lab, 10, 500).every(({ reported }) => reported! <= 1)).toBe(true)
  })

  it('[E5] bursts and pauses: a sawtooth, which climbs through each burst’s drain and falls to 0 at its end', () => {
    const specs = [
      { id: 'db1', role: 'master' },
      { id: 'db2', applyMs: 100 },
    ]
    const clients = [{ id: 'c1', kind: 'stream', ratePerSecond: 0 }]
    const lab = new Lab({ specs, clients, ...noMonitor }).pass(500)
    const seen: number[] = []
    for (let burst = 0; burst < 4; burst++) {
      lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 40 })
      seen.push(...film(lab, 20, 100).map(({ reported }) => reported!))
      lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 })
      seen.push(...film(lab, 100, 100).map(({ reported }) => reported!))
    }
    const teeth = seen.filter((now, at) => at > 0 && now === 0 && seen[at - 1]! >= 4)
    expect(teeth).toHaveLength(4)
    // It never falls but by the second that the next entry is younger, or to 0.
    for (let at = 1; at < seen.length; at++) if (seen[at]! < seen[at - 1]! - 1) expect(seen[at]).toBe(0)
    expect(seen.filter((reported) => reported === 0).length).toBeGreaterThan(100)
  })
})
