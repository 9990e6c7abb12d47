/** SPEC K1 to K4: clocks that differ go into time stamps, and from there into the lag that a slave reports. */
import { describe, expect, test } from 'vitest'
import { Lab } from './lab.ts'

const nodes = (master: number, slave: number) => [
  { id: 'db1', role: 'master', clockOffsetMs: master },
  { id: 'db2', clockOffsetMs: slave, applyMs: 30 },
]
/** 50 entries a second on a SQL thread that applies 33: it always has something to apply. */
const behind = (specs: object[], untilMs = 1500) =>
  new Lab({
    specs: specs as never,
    clients: [{ id: 'c1', kind: 'stream', ratePerSecond: 50 }],
    failover: { monitor: false },
    replication: { connectRetryMs: 100 },
  }).pass(untilMs)
const reported = (lab: Lab): number => lab.node('db2').lag!.reported!
const trueSeconds = (lab: Lab): number => lab.node('db2').lag!.trueUs / 1_000_000

describe('clock offsets', () => {
  test('[K1] a difference that was there when the slave connected is known to it, and changes nothing', () => {
    const same = behind(nodes(0, 0), 4000)
    for (const [master, slave] of [
      [7000, 0],
      [0, -5000],
      [-3000, 4000],
    ] as const) {
      const lab = behind(nodes(master, slave), 4000)
      expect(Math.abs(reported(lab) - reported(same))).toBeLessThanOrEqual(1)
      expect(lab.node('db2').clockOffsetUs).toBe(slave * 1000)
      expect(lab.node('db2').received).toBe(same.node('db2').received)
    }
  })

  test('[K2] a clock set back on the source after connecting is a constant bias, until the slave connects again', () => {
    const lab = behind(nodes(0, 0)).act({ do: 'set', path: 'nodes.db1.clockOffsetMs', value: -600_000 })
    for (let s = 0; s < 4; s++) {
      lab.pass(2000)
      expect(Math.abs(reported(lab) - 600 - trueSeconds(lab))).toBeLessThanOrEqual(1.5)
    }
    lab.cut('db1', 'db2').heal('db1', 'db2').pass(2000)
    expect(Math.abs(reported(lab) - trueSeconds(lab))).toBeLessThanOrEqual(1.5)
  })

  test('[K3] set ahead, the slave reports 0 however far behind it is', () => {
    const lab = behind(nodes(0, 0)).act({ do: 'set', path: 'nodes.db1.clockOffsetMs', value: 60_000 }).pass(6000)
    expect(reported(lab)).toBe(0)
    expect(trueSeconds(lab)).toBeGreaterThan(1)
  })

  test('[K4] the slave’s own clock counts alike, and true lag knows no clocks', () => {
    const lab = behind(nodes(0, 0))
    const before = trueSeconds(lab)
    lab.act({ do: 'set', path: 'nodes.db2.clockOffsetMs', value: 100_000 })
    expect(trueSeconds(lab) - before).toBeLessThan(0.1)
    expect(Math.abs(reported(lab) - 100 - trueSeconds(lab))).toBeLessThanOrEqual(1.5)
  })
})
