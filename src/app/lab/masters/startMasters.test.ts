import { describe, expect, it } from 'vitest'
import { hasManyMasters, parseRun, type Run } from '../../../run/index.ts'
import { empty, presets } from '../../../scenarios/index.ts'
import { COUNTS, countsFor, mastersOf, TOPOLOGIES, withMasters } from './startMasters.ts'

const SEVERAL = TOPOLOGIES.filter((topology) => topology !== 'none')
/** What a file could hold: the strictest check there is. */
const asFile = (run: Run) => parseRun(JSON.parse(JSON.stringify(run)))

describe.each(presets.map(({ id, run }) => [id, run] as const))('%s', (_, run) => {
  it.each(SEVERAL)('begins as well with several masters: %s', (topology) => {
    for (const count of [2, 3, 9]) {
      const begun = withMasters(run, topology, count, null)
      const masters = countsFor(topology).includes(count) ? count : 3
      expect(mastersOf(begun.scenario)).toEqual({ topology, masters })
      expect(asFile(begun)).toEqual({ run: begun })
      // Somebody writes at each of them.
      const at = new Set(begun.scenario.clients.map(({ node }) => node))
      expect(at.size).toBe(run.scenario.clients.length === 0 ? 0 : masters)
    }
  })

  it('comes back to one master, as it was before', () => {
    if (hasManyMasters(run.scenario)) return
    const there = withMasters(run, 'ring', 3, run.scenario)
    const back = withMasters(there, 'none', 3, run.scenario)
    expect(hasManyMasters(back.scenario)).toBe(false)
    expect(back.scenario.nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'slave'])
    expect(back.scenario.failover).toEqual(run.scenario.failover)
    expect(asFile(back)).toEqual({ run: back })
  })
})

describe('the empty lab', () => {
  it('can have each number of masters that there is', () => {
    for (const count of COUNTS) {
      const { nodes } = withMasters(empty.run, 'star', count, null).scenario
      expect(nodes.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, i) => `db${i + 1}`))
      expect(nodes.every(({ role }) => role === 'master')).toBe(true)
    }
  })

  it('begins as a global table, each region in a place of its own, and comes back', () => {
    const table = withMasters(empty.run, 'mrsc', 5, null)
    expect(table.scenario.regions.kind).toBe('mrsc')
    expect(table.scenario.nodes.map(({ dataCenter }) => dataCenter)).toEqual(['db1', 'db2', 'db3'])
    for (const { node, dataCenter } of table.scenario.clients) expect(dataCenter).toBe(node)
    const mesh = withMasters(table, 'all-to-all', 4, null)
    expect(mesh.scenario.regions.kind).toBe('none')
    expect(mesh.scenario.nodes.map(({ dataCenter }) => dataCenter)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('keeps what is said about nodes that stay', () => {
    const scenario = {
      ...empty.run.scenario,
      nodes: empty.run.scenario.nodes.map((node) => ({ ...node, clockOffsetMs: 2000 })),
    }
    const { nodes } = withMasters({ ...empty.run, scenario }, 'all-to-all', 4, null).scenario
    expect(nodes.map(({ clockOffsetMs }) => clockOffsetMs)).toEqual([2000, 2000, 2000, 0])
  })
})
