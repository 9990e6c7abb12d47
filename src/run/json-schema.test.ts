import { describe, expect, it } from 'vitest'
import type { Field, Fields } from './field.ts'
import { jsonSchema, parseScenario, SCENARIO, type Scenario, settings } from './index.ts'

const everyField = (fields: Fields, path = ''): [string, Field][] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const here = path === '' ? name : `${path}.${name}`
    const inner = field.type === 'group' ? field.fields : field.type === 'list' ? field.of : {}
    return [[here, field] as [string, Field], ...everyField(inner, here)]
  })

describe('the table of a scenario', () => {
  it.each(everyField(SCENARIO))('%s has a description, and a default within its range', (_, field) => {
    expect(field.description).toMatch(/^[A-Z][^!]+\.$/)
    if (field.type === 'number' && field.default !== undefined) {
      expect(field.default).toBeGreaterThanOrEqual(field.min)
      expect(field.default).toBeLessThanOrEqual(field.max)
    }
    if (field.type === 'choice' && field.default !== undefined) expect(field.choices).toContain(field.default)
  })

  it('becomes a JSON Schema with every field in it', () => {
    const text = JSON.stringify(jsonSchema())
    for (const [path, field] of everyField(SCENARIO)) {
      expect(text).toContain(`"${path.split('.').pop()}":{`)
      expect(text).toContain(field.description)
    }
    expect(jsonSchema()).toMatchObject({
      required: ['nodes'],
      additionalProperties: false,
      properties: {
        failover: { properties: { misses: { type: 'integer', minimum: 1, maximum: 100, default: 3 } } },
        network: { properties: { oneWayMs: { minimum: 0.001, maximum: 60_000 } } },
      },
    })
  })
})

describe('settings', () => {
  it('lists what may change during a run, each with its present value', () => {
    const json = {
      nodes: [
        { id: 'db1', role: 'master' },
        { id: 'db2', applyMs: 7 },
      ],
      clients: [{ id: 'c' }],
      costs: { applyMs: 3 },
    }
    const list = settings((parseScenario(json) as { scenario: Scenario }).scenario)
    const value = (path: string) => list.find((one) => one.path === path)?.value
    expect(value('nodes.db1.applyMs')).toBe(3)
    expect(value('nodes.db2.applyMs')).toBe(7)
    expect(value('clients.c.thinkMs')).toBe(100)
    expect(value('failover.choose')).toBe('most-advanced')
    expect(value('replication.mode')).toBe('async')
    expect(value('clients.c.writes')).toBeUndefined()
    expect(list.every((one) => one.value !== undefined)).toBe(true)
  })
})
