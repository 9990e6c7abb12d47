import { describe, expect, it } from 'vitest'
import { createEngine } from '../../../engine/index.ts'
import { parseRun } from '../../../run/index.ts'
import { examplesOf, kindOfRows } from './examples.ts'

/** Two masters at rest, whose clients have written these. */
function frameAfter(writes: { client: string; operation: string; value?: number }[]) {
  const parsed = parseRun({
    scenario: {
      nodes: ['db1', 'db2'].map((id) => ({ id, role: 'master' })),
      clients: ['c1', 'c2'].map((id, i) => ({ id, kind: 'stream', ratePerSecond: 0, node: `db${i + 1}` })),
      failover: { monitor: false },
      multiMaster: { topology: 'all-to-all', rows: 'cart' },
    },
    interventions: writes.map((one, i) => ({ atMs: 10 + 100 * i, do: 'write', key: 'cart', ...one })),
  })
  if ('problem' in parsed) throw new Error(parsed.problem)
  const engine = createEngine(parsed.run)
  engine.runTo(2_000_000)
  return engine.frame()
}

describe('examples', () => {
  it('are the values that the masters hold, once each, with the clocks and vectors of their writers', () => {
    const frame = frameAfter([{ client: 'c2', operation: 'put', value: 7 }])
    expect(kindOfRows(frame)).toBe('number')
    const examples = examplesOf(frame, 'run')
    expect(examples).toMatchObject([{ value: '7', node: 'db2', vector: [0, 1] }])
    expect(examples[0]!.wall).toBeGreaterThan(0)
  })

  it('are of the kind that most rows are; a deleted row is one of any kind', () => {
    const list = frameAfter([{ client: 'c1', operation: 'add', value: 3 }])
    expect(kindOfRows(list)).toBe('list')
    expect(examplesOf(list, 'run').map(({ value }) => value)).toEqual(['[3]'])
    const gone = frameAfter([
      { client: 'c1', operation: 'put', value: 3 },
      { client: 'c1', operation: 'delete' },
    ])
    expect(examplesOf(gone, 'run').map(({ value }) => value)).toEqual([''])
    expect(kindOfRows(gone)).toBe(null)
  })

  it('are made up where nobody has written, and where another kind is wished', () => {
    const frame = frameAfter([])
    expect(kindOfRows(frame)).toBe(null)
    expect(examplesOf(frame, 'run')).toEqual([])
    for (const kind of ['number', 'list', 'text'] as const)
      for (const { value, vector } of examplesOf(frame, kind)) {
        expect(JSON.parse(value)).toBeDefined()
        expect(vector).toEqual([0, 0])
      }
    expect(kindOfRows({ nodes: frame.nodes, multiMaster: null })).toBe(null)
  })
})
