import { describe, expect, it } from 'vitest'
import { type NumberField, settings } from '../../run/index.ts'
import { presets } from '../../scenarios/index.ts'
import { stopsOf } from './stops.ts'

describe('the values of a fader', () => {
  const all = presets.flatMap(({ run }) => settings(run.scenario)).filter(({ field }) => field.type === 'number')

  it('ascend, are valid, and hold the present value and the scenario’s own', () => {
    expect(all.length).toBeGreaterThan(50)
    for (const { path, field, value } of all) {
      const { min, max } = field as NumberField
      const own = Number(value)
      expect(stopsOf(field as NumberField, [own]).length, path).toBeGreaterThan(Math.min(5, max - min))
      const stops = stopsOf(field as NumberField, [own, Math.min(max, own * 3 + 1)])
      expect(stops, path).toContain(own)
      expect(stops, path).toContain(Math.min(max, own * 3 + 1))
      expect(stops, path).toEqual([...new Set(stops)].sort((a, b) => a - b))
      expect(stops[0]!, path).toBeGreaterThanOrEqual(min)
      expect(stops[stops.length - 1]!, path).toBeLessThanOrEqual(max)
      expect(stops.length, path).toBeLessThan(80)
    }
  })

  it('reach both ways where a value may be negative, and have a zero', () => {
    const offset = all.find(({ path }) => path === 'nodes.db2.clockOffsetMs')
    const stops = stopsOf(offset?.field as NumberField, [0])
    expect(stops).toContain(0)
    expect(stops.map((stop) => -stop || 0).reverse()).toEqual(stops)
    expect(Math.max(...stops)).toBeGreaterThanOrEqual(10_000)
  })

  it('of a share go up to all of it', () => {
    const hot = all.find(({ path }) => path.endsWith('.hotPercent'))
    const stops = stopsOf(hot?.field as NumberField, [0])
    expect([stops[0], stops.at(-1)]).toEqual([0, 100])
    expect(stops).toContain(90)
  })

  it('of something counted are whole', () => {
    const misses = all.find(({ path }) => path === 'failover.misses')
    expect(stopsOf(misses?.field as NumberField, [3])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })
})
