import { describe, expect, it } from 'vitest'
import { hasManyMasters, parseRun } from '../../../run/index.ts'
import { presets } from '../../../scenarios/index.ts'
import { COUNTS, countOf, withMonitors, withPlace } from './monitorCount.ts'

// Nobody watches several masters.
const runs = presets.filter(({ run }) => !hasManyMasters(run.scenario)).map(({ id, run }) => [id, run] as const)
const runOf = (name: string) => presets.find(({ id }) => id === name)!.run

describe.each(runs)('%s', (_, run) => {
  it.each(COUNTS)('begins as well with %d monitors', (count) => {
    const changed = withMonitors(run, count)
    expect(countOf(changed.scenario)).toBe(count)
    // It is a run that a file could hold: the strictest check there is.
    expect(parseRun(JSON.parse(JSON.stringify(changed)))).toEqual({ run: changed })
  })
})

describe('several monitors', () => {
  it('are as many as were asked for, ask for the majority, and go back to what it was', () => {
    const one = runOf('failover-clean')
    const three = withMonitors(one, 3)
    expect(three.scenario.failover).toMatchObject({ monitors: [{ id: 'm1' }, { id: 'm2' }, { id: 'm3' }], quorum: 2 })
    expect(withMonitors(three, 5).scenario.failover.quorum).toBe(3)
    expect(withMonitors(withMonitors(three, 5), 3)).toEqual(three)
    expect(withMonitors(three, 1)).toEqual(one)
  })

  it('inherit what was done to the only one, and the first of them leaves it what was done to that one', () => {
    const lease = runOf('lease-fencing')
    const cuts = (run: typeof lease) =>
      run.interventions.flatMap((one) => (one.do === 'cut' ? [[...one.between].sort().join(' ')] : []))
    expect(cuts(lease)).toContain('db1 monitor')
    const three = withMonitors(lease, 3)
    expect(cuts(three)).toEqual(expect.arrayContaining(['db1 m1', 'db1 m2', 'db1 m3']))
    expect(cuts(withMonitors(three, 1)).sort()).toEqual(cuts(lease).sort())
  })

  it('stand in the data centres of the nodes, evenly, and can be moved', () => {
    const places = (run: ReturnType<typeof runOf>) => run.scenario.failover.monitors.map(({ dataCenter }) => dataCenter)
    const three = withMonitors(runOf('two-data-centers'), 3)
    const [first, second] = places(three)
    expect(first).not.toBe(second)
    expect(places(three)).toEqual([first, second, first])
    expect(places(withPlace(three, 'm3', second!))).toEqual([first, second, second])
    expect(places(withPlace(three, 'm3', ''))).toEqual([first, second, undefined])
  })
})
