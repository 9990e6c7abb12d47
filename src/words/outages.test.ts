import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outage } from '../engine/index.ts'
import { outageLasts, outageParts, outageRows } from './outages.ts'

const NAMES = ['detect', 'confirm', 'fence', 'choose', 'drain', 'promote', 'repoint', 'reroute'] as const

/** Phases that begin at these times, the last one until `to`. */
function outage(starts: readonly number[], to: number | null): Outage {
  const phases = starts.map((from, i) => ({ name: NAMES[i % 8]!, from, to: starts[i + 1] ?? to }))
  return { from: starts[0]!, to, reason: 'killed', phases, lost: 2, noticed: 0 }
}

/** "1,350 ms" and "12.04 s", in the unit that they are told in. */
const told = (text: string) => Math.round(Number(text.replace(/[^\d.]/g, '')) * (text.endsWith(' ms') ? 1 : 100))

describe('an outage in words', () => {
  it('its parts come to the whole, as both are shown, at any time', () => {
    const runs = fc.array(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.nat(5_000_000), runs, fc.boolean(), fc.nat(20_000_000), (from, lengths, open, later) => {
        const starts = [from]
        for (const length of lengths) starts.push(starts[starts.length - 1]! + length + 1)
        const end = starts.pop()!
        const one = outage(starts, open ? null : end)
        const time = open ? starts[starts.length - 1]! + later : end
        const sum = outageParts(one, time).reduce((all, { lasts }) => all + told(lasts), 0)
        expect(sum).toBe(told(outageLasts(one, time)))
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  it('knows nothing of what is still to come', () => {
    const one = outage([1_000_000, 2_000_000, 2_150_000], 2_400_000)
    expect(outageParts(one, 1_500_000)).toEqual([{ name: 'detect', from: 1_000_000, to: 1_500_000, lasts: '500 ms' }])
    expect(outageRows(one, 2_100_000)).toEqual([
      'Since 1.000 s not everybody can write, because the master died: 1,100 ms so far.',
      'detect 1,000 ms + confirm 100 ms = 1,100 ms',
      '2 writes lost, nobody noticed.',
    ])
    expect(outageRows(one, 9_000_000)[0]).toBe(
      'From 1.000 s to 2.400 s not everybody could write, because the master died: 1,400 ms.',
    )
  })
})
