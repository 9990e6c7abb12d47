/** SPEC D1, D2, D3 and G: whatever is purged, delayed, dated and built anew, the engine keeps its own rules. */
import { expect, test } from 'vitest'
import { Fold } from '../fold.ts'
import type { Frame } from '../frame/index.ts'
import { randomSeeds } from '../observe/randomSeeds.ts'

const UNTIL = 4_000_000

/** A log keeps what its node has not made part of its data, and a node that is built has nothing yet. */
function misfits({ nodes, time }: Frame): string[] {
  return nodes
    .filter(
      ({ received, applied, purgedTo, copy, receiver }) =>
        purgedTo > applied || (copy !== null && (received > 0 || receiver.state !== 'copying')),
    )
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

test('[D2] [G16] invariants hold and promises are kept whatever is purged, held back and built anew', () => {
  const seen = new Map<string, number>()
  for (let number = 1; number <= 50; number++) {
    const engine = new Fold(randomSeeds(number))
    const wrong: string[] = []
    for (let t = 200_000; t <= UNTIL; t += 200_000) {
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
