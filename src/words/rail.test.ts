import { describe, expect, it } from 'vitest'
import { type NumberField, SCENARIO } from '../run/index.ts'
import { numberProblem } from './rail.ts'

const misses: NumberField = SCENARIO.failover.fields.misses
const oneWay: NumberField = SCENARIO.network.fields.oneWayMs

const bandwidth: NumberField = SCENARIO.network.fields.kilobytesPerSecond

describe('a typed value', () => {
  it.each([
    ['failover.misses', misses, 3],
    ['failover.misses', misses, 100],
    ['network.oneWayMs', oneWay, 0.001],
    ['network.oneWayMs', oneWay, 12.345],
    ['network.oneWayMs', oneWay, 60_000],
  ] as const)('%s can be set: %#', (path, field, value) => {
    expect(numberProblem(path, field, value)).toBe(null)
  })

  it.each([
    ['failover.misses', misses, Number.NaN, 'A number, please.'],
    ['failover.misses', misses, Number.POSITIVE_INFINITY, 'A number, please.'],
    ['failover.misses', misses, 0, 'From 1 to 100 misses.'],
    ['failover.misses', misses, 2.5, 'Whole misses only.'],
    ['network.oneWayMs', oneWay, 60_001, 'From 0.001 to 60,000 ms.'],
    ['network.kilobytesPerSecond', bandwidth, -1, 'From 0 to 10,000,000 kB/s.'],
    ['network.oneWayMs', oneWay, 1.2345, 'At most three decimals.'],
  ] as const)('%s that cannot be says why in one sentence: %#', (path, field, value, sentence) => {
    expect(numberProblem(path, field, value)).toBe(sentence)
  })

  it('may have less room than its field', () => {
    expect(numberProblem('replication.waitFor', SCENARIO.replication.fields.waitFor, 3, 2)).toBe('From 1 to 2 slaves.')
  })
})
