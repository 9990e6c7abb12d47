import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Digest } from '../kernel/hash.ts'
import { EntryStore } from './entries.ts'
import { NodeLog } from './nodeLog.ts'

const contents = (log: NodeLog): number[] => Array.from({ length: log.end }, (_, at) => log.entryAt(at + 1))

/** Four logs that grow, copy from one another in order, are cut off, and take entries of their own: forks included. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('write' as const),
        log: fc.nat(3),
        count: fc.integer({ min: 1, max: 7 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('copy' as const), log: fc.nat(3), from: fc.nat(3), count: fc.nat(12) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const), log: fc.nat(3), count: fc.nat(9) }) },
  ),
)
interface Stage {
  store: EntryStore
  logs: NodeLog[]
  models: number[][]
}
function play(list: readonly (typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never)[]): Stage {
  const store = new EntryStore()
  const logs = [0, 1, 2, 3].map(() => new NodeLog())
  const models: number[][] = [[], [], [], []]
  list.forEach((step, turn) => {
    const log = logs[step.log]!
    const model = models[step.log]!
    if (step.do === 'write') {
      const first = store.append({ ...BLANK, count: step.count })
      log.append(first, step.count, turn)
      for (let i = 0; i < step.count; i++) model.push(first + i)
    } else if (step.do === 'copy') {
      const source = models[step.from]!
      const prefix = model.every((entry, at) => entry === source[at])
      const to = Math.min(source.length, model.length + step.count)
      if (!prefix || step.from === step.log || to <= model.length) return
      log.appendFrom(logs[step.from]!, model.length + 1, to, turn)
      model.push(...source.slice(model.length, to))
    } else {
      model.length = Math.max(0, model.length - step.count)
      log.truncate(model.length)
    }
  })
  return { store, logs, models }
}
const BLANK = {
  epoch: 1,
  origin: 0,
  sequence: 1,
  key: 0,
  keys: 1,
  operation: 0,
  value: 0,
  wallUs: 0,
  bornAt: 0,
  hybrid: 0,
  write: 0,
}

test('[L4] a log holds exactly what was written and copied, position by position', () => {
  fc.assert(
    fc.property(steps, fc.nat(), fc.nat(), (list, a, b) => {
      const { logs, models, store } = play(list)
      logs.forEach((log, at) => {
        const model = models[at]!
        expect(contents(log)).toEqual(model)
        expect([log.entryAt(0), log.entryAt(model.length + 1)]).toEqual([0, 0])
        for (let entry = 1; entry <= store.length; entry++) expect(log.positionOf(entry)).toBe(model.indexOf(entry) + 1)
        const from = model.length === 0 ? 1 : (a % model.length) + 1
        const to = model.length === 0 ? 0 : from + (b % (model.length - from + 1))
        const seen: number[] = []
        log.forEachRun(from, to, (first, count, position) => {
          expect(position).toBe(from + seen.length)
          for (let i = 0; i < count; i++) seen.push(first + i)
        })
        expect(seen).toEqual(model.slice(from - 1, to))
      })
    }),
    { seed: 8, numRuns: 300 },
  )
})

test('[L5] two logs know the last position that they have in common', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { logs, models } = play(list)
      logs.forEach((one, i) => {
        logs.forEach((other, j) => {
          let common = 0
          while (common < models[i]!.length && models[i]![common] === models[j]![common]) common++
          // An emptied log may have been refilled, but never with the same entry after a different one.
          expect(one.commonWith(other)).toBe(Math.min(common, models[j]!.length))
        })
      })
    }),
    { seed: 9, numRuns: 300 },
  )
})

test('[L6] transactions have bounds, and a torn tail is found', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), fc.nat(), (counts, cut) => {
      const store = new EntryStore()
      const log = new NodeLog()
      for (const count of counts) log.append(store.append({ ...BLANK, count }), count, 0)
      const end = (cut % log.end) + 1
      log.truncate(end)
      let from = 1
      let whole = 0
      for (const count of counts) {
        for (let position = from; position < from + count && position <= end; position++)
          expect(log.transactionAt(position, store)).toEqual({ from, to: Math.min(from + count - 1, end) })
        if (from + count - 1 <= end) whole = from + count - 1
        from += count
      }
      expect(log.wholeTransactions(end, store)).toBe(whole)
      expect(log.wholeTransactions(0, store)).toBe(0)
    }),
    { seed: 10 },
  )
})

test('[L4] a log that was set back and plays the same again has the same digest, another history another one', () => {
  const store = new EntryStore()
  const log = new NodeLog()
  const digest = (): string => {
    const fed = new Digest()
    log.feed(fed)
    return fed.hex()
  }
  log.append(store.append({ ...BLANK, count: 3 }), 3, 5)
  const kept = log.snapshot()
  log.append(store.append({ ...BLANK, count: 2 }), 2, 9)
  expect([log.loggedAt(3), log.loggedAt(4), log.loggedAt(6), log.lengthAt(8)]).toEqual([5, 9, null, 3])
  const played = digest()
  log.restore(kept)
  expect(log.end).toBe(3)
  log.append(4, 2, 9)
  expect(digest()).toBe(played)
  log.restore(kept)
  log.append(4, 2, 10)
  expect(digest()).not.toBe(played)
})

test('[L4] a range that does not follow is refused', () => {
  const log = new NodeLog()
  const source = new NodeLog()
  source.append(1, 5, 0)
  expect(() => log.appendFrom(source, 2, 5, 0)).toThrow('does not follow 0')
  expect(() => log.appendFrom(source, 1, 6, 0)).toThrow('not in a log of 5')
})
