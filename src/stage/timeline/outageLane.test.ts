import { describe, expect, it } from 'vitest'
import type { Outage } from '../../engine/index.ts'
import { type Shape, textWidth } from '../picture/index.ts'
import { semiSyncTimesOut } from './fixtures.ts'
import { timelinePicture } from './timelinePicture.ts'

const s = (seconds: number) => Math.round(seconds * 1_000_000)
const view = { from: s(4), to: s(9.2), width: 728, height: 172 }
const outage: Outage = {
  from: s(6.5),
  to: s(8.9),
  reason: 'killed',
  phases: [
    { name: 'detect', from: s(6.5), to: s(8) },
    { name: 'confirm', from: s(8), to: s(8.02) },
    { name: 'drain', from: s(8.02), to: s(8.7) },
    { name: 'promote', from: s(8.7), to: s(8.9) },
  ],
  lost: 2,
  noticed: 2,
}

const all = (shapes: readonly Shape[]): Shape[] => shapes.flatMap((one) => [one, ...all(one.children ?? [])])
const drawn = (time: number, outages: readonly Outage[] | null = [outage]) =>
  timelinePicture(semiSyncTimesOut, s(time), view, outages)
const bar = (time: number) => all(drawn(time).shapes).find(({ key }) => key.startsWith('outage/'))

describe('the lane of outages', () => {
  it('is the last one, and is there before anything has happened', () => {
    expect(drawn(5).rows.rows.at(-1)?.lane.id).toBe('outage')
    expect(bar(5)).toBeUndefined()
    expect(drawn(5, null).rows.rows.at(-1)?.lane.id).toBe('monitor')
  })

  it('grows with the time, and shows no phase that is still to come', () => {
    const outline = (time: number) => bar(time)!.children!.find(({ key }) => key === 'outline')!.attributes
    const [early, later] = [outline(7), outline(8.1)]
    expect(early['x']).toBe(later['x'])
    const pixelsPerSecond = (Number(later['width']) - Number(early['width'])) / 1.1
    expect(Number(early['width'])).toBeCloseTo(0.5 * pixelsPerSecond, 6)
    const grounds = (time: number) => all([bar(time)!]).filter(({ key }) => key === 'ground').length
    expect([grounds(7), grounds(8.01), grounds(8.1), grounds(9)]).toEqual([1, 2, 3, 4])
  })

  it('tells the sum, and each phase in the bar or after it; no word leaves its phase', () => {
    const words = all([bar(8.1)!]).flatMap((one) => one.words ?? [])
    expect(words).toContain('= 1,600 ms')
    for (const part of ['detect 1,500 ms', 'confirm 20 ms', 'drain 80 ms']) {
      expect(words.some((one) => one === part)).toBe(true)
    }
    for (const phase of bar(9)!.children!.filter(({ tag, title }) => tag === 'g' && title)) {
      const ground = phase.children!.find(({ key }) => key === 'ground')!.attributes
      for (const one of phase.children!.filter(({ words }) => words))
        expect(textWidth(one.words!)).toBeLessThanOrEqual(Number(ground['width']))
    }
  })

  it('draws the same whatever was drawn before', () => {
    const once = JSON.stringify(drawn(8.1).shapes)
    drawn(9)
    drawn(7, [])
    expect(JSON.stringify(drawn(8.1).shapes)).toBe(once)
  })
})
