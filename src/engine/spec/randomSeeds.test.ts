/** SPEC D1, D2, D3 and G: whatever is purged, delayed, dated and built anew, the engine keeps its own rules. */
import { expect, test } from 'vitest'
import { Fold } from '../fold.ts'
import { randomSeeds } from '../observe/randomSeeds.ts'

const UNTIL = 4_000_000

test('[D2] [G16] invariants hold and promises are kept whatever is purged, held back and built anew', () => {
  const seen = new Map<string, number>()
  for (let number = 1; number <= 80; number++) {
    const engine = new Fold(randomSeeds(number))
    for (let t = 100_000; t <= UNTIL; t += 100_000) {
      engine.runTo(t)
      for (const { id, received, applied, purgedTo, copy, receiver } of engine.frame().nodes) {
        // A log keeps what its node has not made part of its data, and a node that is built has nothing yet.
        expect([number, t, id, purgedTo <= applied]).toEqual([number, t, id, true])
        if (copy !== null) expect([number, t, id, received, receiver.state]).toEqual([number, t, id, 0, 'copying'])
      }
    }
    const { checkers, counters, nodes } = engine.frame()
    for (const { name, kind, promised, violation } of checkers)
      if (kind === 'invariant' || promised) expect([number, name, violation]).toEqual([number, name, null])
    const { ok, surviving, atRisk, lost } = counters
    expect([number, ok]).toEqual([number, surviving + atRisk + lost])
    // Who has the same log has the same rows, however it came by them.
    for (const one of nodes)
      for (const other of nodes) {
        const [last, same] = [one.cells.at(-1), other.cells.at(-1)]
        if (one.applied !== other.applied || one.received !== other.received || one.received > one.applied) continue
        if (last?.epoch !== same?.epoch || last?.write !== same?.write || last?.value !== same?.value) continue
        expect([number, one.id, other.id, engine.rows(one.id, 99)]).toEqual([
          number,
          one.id,
          other.id,
          engine.rows(other.id, 99),
        ])
      }
    for (const { kind } of engine.factsAfter(0)) seen.set(kind, (seen.get(kind) ?? 0) + 1)
  }
  // What is not seen was not tried.
  for (const kind of 'log-purged log-expired copy-started copy-done copy-failed apply-held heartbeat-written'.split(
    ' ',
  ))
    expect([kind, (seen.get(kind) ?? 0) > 3]).toEqual([kind, true])
})

test('[D1] [D3] such a run is the same from any checkpoint, and with the machines of XState', () => {
  for (const number of [2, 5, 9, 14]) {
    const run = randomSeeds(number, 2000)
    const played = new Fold(run)
    const marks = [played.checkpoint()]
    for (let t = 250_000; t <= UNTIL / 2; t += 250_000) {
      played.runTo(t)
      marks.push(played.checkpoint())
    }
    const end = [played.digest(), played.frame()]
    for (const mark of [marks[6]!, marks[1]!, marks[0]!, marks[4]!]) {
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
