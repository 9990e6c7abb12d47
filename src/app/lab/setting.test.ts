import { describe, expect, it } from 'vitest'
import { liveField, settings } from '../../run/index.ts'
import { presets } from '../../scenarios/index.ts'
import { createLab, type Update } from '../../worker/index.ts'
import { foundAt } from './setting.ts'

const open = (id: string) => {
  const lab = createLab()
  lab.do({ do: 'load', run: presets.find((one) => one.id === id)!.run })
  return {
    set: (path: string, value: number | string) => lab.do({ do: 'act', action: { do: 'set', path, value } }),
    at: (path: string) => foundAt(lab.latest as Update, path),
  }
}

describe('a setting of the rail', () => {
  it('is found for every setting of every preset, unchanged', () => {
    // One with a function waits for an interpreter, which is fetched in pages only.
    const settled = presets.filter(({ run }) => run.scenario.multiMaster.rule !== 'function')
    expect(settled.length).toBeGreaterThan(presets.length - 3)
    for (const { id, run } of settled) {
      const { at } = open(id)
      for (const { path, value } of settings(run.scenario))
        expect({ path, ...at(path) }).toMatchObject({ path, value, from: value, changed: false })
    }
  })

  it('is changed once somebody set it, until it is set back', () => {
    const { set, at } = open('failover-clean')
    const before = at('failover.misses')!.value
    set('failover.misses', 7)
    expect(at('failover.misses')).toMatchObject({ value: 7, from: before, changed: true })
    set('failover.misses', before)
    expect(at('failover.misses')).toMatchObject({ value: before, changed: false })
  })

  it('of a node without a cost of its own follows the common one', () => {
    const { set, at } = open('async-pipeline')
    set('costs.applyMs', 42)
    expect(at('nodes.db2.applyMs')).toMatchObject({ value: 42, changed: false })
    set('nodes.db2.applyMs', 7)
    expect(at('nodes.db2.applyMs')).toMatchObject({ value: 7, from: 42, changed: true })
  })

  it('is none where the tables have none, or where it cannot change', () => {
    for (const path of ['', 'nope', 'nodes.db2', 'clients.c.writes', 'failover.monitor', 'network.links.db1~db2'])
      expect(liveField(path), path).toBe(null)
    expect(liveField('network.links.db1~db2.lossPercent')).toMatchObject({ unit: '%' })
  })
})
