// The figure for articles runs on an engine without what only panels, questions and tests ask of it: the run is the same.
import { expect, it, vi } from 'vitest'
import { preset } from '../../scenarios/index.ts'
import { createEngine, machineCharts } from '../index.ts'

vi.mock('../machines/compile/refuse.ts', () => import('../machines/compile/refuseNothing.ts'))
vi.mock('../measures/outages.ts', () => import('../measures/noOutages.ts'))
vi.mock('../packs/charts.ts', () => import('../packs/noCharts.ts'))

it('plays a failover to its end, goes back to a checkpoint and on again', () => {
  const engine = createEngine(preset('failover-lost-writes')!.run)
  engine.runTo(1_000_000)
  const early = engine.checkpoint()
  engine.runTo(6_000_000)
  const end = engine.frame()
  expect(engine.milestones().map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['killed', 'promoted', 'rerouted']),
  )
  expect(end.lost.length).toBeGreaterThan(0)
  expect(end.outages).toEqual([])
  engine.restore(early)
  engine.runTo(6_000_000)
  expect(engine.frame()).toEqual(end)
  expect(machineCharts()).toEqual({})
})
