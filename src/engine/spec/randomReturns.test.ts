/** SPEC D1, D2, D3 and J: however masters come back, the engine keeps its own rules. */
import { expect, test } from 'vitest'
import type { FactKind } from '../fact.ts'
import { Fold } from '../fold.ts'
import type { Frame } from '../frame/index.ts'
import { randomReturns } from '../observe/randomReturns.ts'

const UNTIL = 5_000_000

/** What is said about errant entries and about those that are taken back agrees with what the logs hold. */
function misfits({ nodes, time }: Frame): string[] {
  return nodes
    .filter(({ errant, extraFrom, role, rewind, received, cells }) => {
      const left = cells.filter(({ fate }) => fate !== 'kept').length
      const all = received === cells.length
      if ((role === 'rewinding') !== (rewind !== null)) return true
      if (rewind !== null && (rewind.to !== received || rewind.endsAt < time)) return true
      return (all && left !== (errant?.count ?? 0)) || (extraFrom !== null && extraFrom > received)
    })
    .map(({ id }) => `${time}: ${id}`)
}

/** Pairs of nodes with the same log, all of it applied, whose rows differ all the same. */
function differences(engine: Fold): string[] {
  const wrong: string[] = []
  const known = new Map<string, string>()
  for (const { id, received, applied, cells } of engine.frame().nodes) {
    const last = cells.at(-1)
    if (last === undefined || received > applied) continue
    const rows = JSON.stringify(engine.rows(id, 99))
    const log = [received, last.epoch, last.write, last.value].join()
    if ((known.get(log) ?? rows) !== rows) wrong.push(id)
    known.set(log, rows)
  }
  return wrong
}

test('[D2] [J6] invariants hold, promises are kept and losses stay losses, however former masters come back', () => {
  const seen = new Map<FactKind, number>()
  // 109: a candidate that was given up led unheard, and the old master was told to write on.
  for (const number of [109, ...Array.from({ length: 39 }, (_, i) => i + 1)]) {
    const engine = new Fold(randomReturns(number))
    const wrong: string[] = []
    for (let t = 250_000; t <= UNTIL; t += 250_000) {
      engine.runTo(t)
      wrong.push(...misfits(engine.frame()))
    }
    const { checkers, counters } = engine.frame()
    for (const { name, kind, promised, violation } of checkers)
      if ((kind === 'invariant' || promised) && violation !== null) wrong.push(`${name}: ${violation.text}`)
    const { ok, surviving, atRisk, lost } = counters
    expect([number, [...wrong, ...differences(engine)], ok]).toEqual([number, [], surviving + atRisk + lost])
    for (const { kind } of engine.factsAfter(0)) seen.set(kind, (seen.get(kind) ?? 0) + 1)
  }
  // What is not seen was not tried.
  for (const kind of [
    'rejoin-asked',
    'rewind-started',
    'rewind-failed',
    'rewound',
    'rejoined',
    'rebuild-asked',
  ] as const)
    expect([kind, (seen.get(kind) ?? 0) > 2]).toEqual([kind, true])
})

test('[D1] [D3] such a run is the same from any checkpoint, and with the machines of XState', () => {
  for (const number of [1, 3, 6, 8]) {
    const run = randomReturns(number, 2500)
    const played = new Fold(run)
    const marks = [played.checkpoint()]
    for (let t = 250_000; t <= UNTIL / 2; t += 250_000) {
      played.runTo(t)
      marks.push(played.checkpoint())
    }
    const end = [played.digest(), played.frame()]
    for (const mark of [marks[7]!, marks[2]!, marks[0]!, marks[5]!]) {
      const fresh = new Fold(run)
      fresh.runTo(500_000)
      for (const engine of [played, fresh]) {
        engine.restore(mark)
        engine.runTo(UNTIL / 2)
        expect([number, mark.time, engine.digest(), engine.frame()]).toEqual([number, mark.time, ...end])
      }
    }
    const oracle = new Fold(run, { machines: 'oracle' })
    oracle.runTo(UNTIL / 2)
    expect([number, oracle.digest()]).toEqual([number, end[0]])
  }
})
