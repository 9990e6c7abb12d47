/**
 * What a run has been worth to its clients so far, by one yardstick for every way of replicating: how long requests took
 * from when they were wanted, for how long clients had no service, and what became of what they were told. Two strategies are
 * laid beside each other by these figures. They are read off the tables of all requests, on demand; times in microseconds.
 *
 * *Without service* (DOMAIN 3.4 as a client sees it): from when a write was wanted that failed, or that waited for over a second,
 * until the first OK for a write of that client that was wanted then or later. With one master that is the outage, for whoever
 * wrote in it; a master that is cut off together with its clients serves these, whatever its OK is worth.
 */
import type { Counters, Fate, Latency, Service } from '../frame/index.ts'
import type { World } from '../world/index.ts'
import { ERROR, OK, PENDING, UNKNOWN } from '../writes.ts'

/** Longer than this without an answer, and a person has noticed. */
const NOTICEABLE_US = 1_000_000

export function serviceOf(world: World, counters: Counters): Service {
  const { writes, reads, clients } = world
  const told: Answer[] = []
  for (let row = 0; row < writes.length; row++)
    if (writes.outcome.get(row) === OK) told.push([writes.settledAt.get(row), writes.issuedAt.get(row)])
  const shown: Answer[] = []
  for (let row = 0; row < reads.length; row++) shown.push([reads.at.get(row), reads.dueAt.get(row)])
  return {
    writes: latency(told),
    reads: latency(shown),
    without: without(world),
    lost: { count: counters.lost, at: firstLost(world) },
    discarded: { count: counters.discarded, at: firstDiscarded(world) },
    stale: { count: counters.staleReads, at: reads.stale.length > 0 ? reads.at.get(reads.stale.get(0)) : null },
    failed: failures(
      world,
      clients.reduce((sum, { readCounts }) => sum + readCounts.failed, 0),
    ),
  }
}

/** When it was answered, and when it was wanted. */
type Answer = readonly [at: number, wanted: number]

/** Of n values the one at rank p n, rounded up: half, or 95 of 100, are no larger. */
function latency(answers: readonly Answer[]): Latency {
  const sorted = [...answers].sort((a, b) => a[0] - a[1] - (b[0] - b[1]) || a[0] - b[0])
  const at = (percent: number): Answer | undefined => sorted[Math.ceil((sorted.length * percent) / 100) - 1]
  const us = (answer: Answer | undefined) => (answer === undefined ? null : answer[0] - answer[1])
  const slow = at(95)
  return { count: sorted.length, medianUs: us(at(50)), p95Us: us(slow), p95At: slow?.[0] ?? null }
}

type Stretch = readonly [from: number, to: number]

function without(world: World): Service['without'] {
  const own = world.clients.map(({ number }) => stretchesOf(world, number))
  const all = merged(own.flat())
  const longest = all.reduce<Stretch | null>((best, one) => (best && length(best) >= length(one) ? best : one), null)
  return {
    us: all.reduce((sum, one) => sum + length(one), 0),
    clients: own.filter((list) => list.length > 0).length,
    from: longest?.[0] ?? null,
  }
}

const length = ([from, to]: Stretch): number => to - from

/** Of one client, overlapping ones not yet joined. */
function stretchesOf({ writes, time, clients }: World, client: number): Stretch[] {
  const { issued } = clients[client]!
  const stretches: Stretch[] = []
  /** The first OK of all writes that were wanted then or later. */
  let served = time
  for (let at = issued.length - 1; at >= 0; at--) {
    const row = issued.get(at) - 1
    const wanted = writes.issuedAt.get(row)
    const outcome = writes.outcome.get(row)
    const settled = outcome === PENDING ? time : writes.settledAt.get(row)
    if (outcome === OK) served = Math.min(served, settled)
    const bad = outcome === ERROR || outcome === UNKNOWN || settled - wanted > NOTICEABLE_US
    if (bad && served > wanted) stretches.push([wanted, served])
  }
  return stretches
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const out: [number, number][] = []
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1]
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}

function firstLost({ writes }: World): number | null {
  let first: number | null = null
  for (let row = 0; row < writes.length; row++) {
    const at = writes.lostAt.get(row)
    if (at >= 0 && writes.outcome.get(row) === OK && (first === null || at < first)) first = at
  }
  return first
}

function firstDiscarded(world: World): number | null {
  const { multi, entries, writes } = world
  if (multi === null) return null
  let first: number | null = null
  for (let entry = 1; entry <= entries.length; entry++) {
    const write = entries.writeOf(entry)
    if (write === 0 || writes.outcome.get(write - 1) !== OK) continue
    if (multi.ledger.fateOf(world, entry) !== 'discarded') continue
    const at = multi.ledger.since(entry)
    if (first === null || at < first) first = at
  }
  return first
}

function failures({ writes }: World, reads: number): Service['failed'] {
  let [refused, unknown] = [0, 0]
  let at: Fate['at'] = null
  for (let row = 0; row < writes.length; row++) {
    const outcome = writes.outcome.get(row)
    if (outcome !== ERROR && outcome !== UNKNOWN) continue
    if (outcome === ERROR) refused++
    else unknown++
    const settled = writes.settledAt.get(row)
    if (at === null || settled < at) at = settled
  }
  return { count: refused + unknown + reads, at, refused, unknown, reads }
}
