import { describe, expect, it } from 'vitest'
import { hasManyMasters, parseRun } from '../../../run/index.ts'
import { presets } from '../../../scenarios/index.ts'
import { SHAPES, shapeOf, withShape } from './startShapes.ts'

// Several masters have no slaves to count.
const runs = presets.filter(({ run }) => !hasManyMasters(run.scenario)).map(({ id, run }) => [id, run] as const)

describe.each(runs)('%s', (_, run) => {
  it.each(SHAPES)('begins as well with %s', (shape) => {
    const shaped = withShape(run, shape)
    expect(shapeOf(shaped.scenario)).toBe(shape)
    // It is a run that a file could hold: the strictest check there is.
    expect(parseRun(JSON.parse(JSON.stringify(shaped)))).toEqual({ run: shaped })
    expect(shaped.scenario.nodes.filter(({ role }) => role === 'master')).toEqual(
      run.scenario.nodes.filter(({ role }) => role === 'master'),
    )
  })
})

describe('what the scenario says', () => {
  const lost = presets.find(({ id }) => id === 'failover-lost-writes')!.run

  it('about nodes that stay is kept', () => {
    const more = withShape(lost, '5')
    expect(more.scenario.network.links).toEqual(lost.scenario.network.links)
    expect(more.interventions).toEqual(lost.interventions)
    expect(more.scenario.nodes.find(({ id }) => id === 'db2')?.applyMs).toBe(90)
  })

  it('about nodes that go is gone with them, and comes back with the same choice', () => {
    const run = { ...lost, interventions: [{ atMs: 5, do: 'kill' as const, node: 'db3' }, ...lost.interventions] }
    const scenario = { ...run.scenario, nodes: run.scenario.nodes.filter(({ id }) => id !== 'db3') }
    const less = withShape({ ...run, scenario }, '2')
    expect(less.scenario.nodes.map(({ id }) => id)).toEqual(['db1', 'db2', 'db3'])
    expect(withShape(lost, '2')).toEqual(lost)
  })
})
