import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeyValues } from './data.ts'
import { EntryStore } from './entries.ts'
import { NodeLog } from './nodeLog.ts'

test('[L7] after applying a log, a key holds the entry that wrote it last, and checkpoints keep what they saw', () => {
  const batches = fc.array(fc.record({ key: fc.nat(800), count: fc.integer({ min: 1, max: 9 }), keep: fc.boolean() }))
  fc.assert(
    fc.property(batches, (list) => {
      const store = new EntryStore()
      const log = new NodeLog()
      const data = new KeyValues()
      const model = new Map<number, number>()
      const kept: { snapshot: ReturnType<KeyValues['snapshot']>; model: Map<number, number> }[] = []
      for (const { key, count, keep } of list) {
        const first = store.append({
          epoch: 1,
          origin: 0,
          sequence: 1,
          key,
          keys: 801,
          operation: 0,
          value: 0,
          wallUs: 0,
          bornAt: 0,
          hybrid: 0,
          write: 0,
          count,
        })
        log.append(first, count, 0)
        data.apply(log, log.end - count + 1, log.end, store)
        for (let i = 0; i < count; i++) model.set((key + i) % 801, first + i)
        if (keep) kept.push({ snapshot: data.snapshot(), model: new Map(model) })
      }
      kept.push({ snapshot: data.snapshot(), model })
      for (const from of kept) {
        data.restore(from.snapshot)
        // One look at the end: a million expectations take longer than all that they are about.
        const wrong: number[] = []
        for (let key = 0; key < 820; key++) if (data.get(key) !== (from.model.get(key) ?? 0)) wrong.push(key)
        expect(wrong).toEqual([])
        data.set(0, 12345)
      }
    }),
    { seed: 11, numRuns: 60 },
  )
})

test('[L7] a checkpoint costs the pages that change after it', () => {
  const data = new KeyValues()
  for (let key = 0; key < 16_384; key++) data.set(key, key + 1)
  const before = data.snapshot()
  data.set(300, 1)
  data.set(301, 1)
  const after = data.snapshot()
  expect(after.pages.filter((page, at) => page !== before.pages[at]).length).toBe(1)
})
