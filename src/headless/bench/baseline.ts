/**
 * What the machines cost: the same replication as a hand-written loop, with neither machines nor facts, frames or
 * checkpoints. One master takes bulk writes and three slaves copy its log, flush it and apply it; every entry keeps
 * its identity, key and value, and every hop is an event in a queue of its own. It bounds what an engine that can
 * explain itself could reach on this machine.
 */
const SLAVES = 3
const KEYS = 1024
/** Entries kept of each log: a ring, as nothing is ever read again. */
const RING = 1 << 20
const COSTS = { oneWay: 500, execute: 50, flush: 110, relayFlush: 100, apply: 1 }

const COMMIT = 0
const ARRIVE = 1
const APPLY = 2

export class Baseline {
  private readonly times: number[] = []
  private readonly events: { kind: number; node: number; from: number; to: number }[] = []
  private readonly logs = Array.from({ length: SLAVES + 1 }, () => ({
    sequence: new Int32Array(RING),
    key: new Int32Array(RING),
    value: new Int32Array(RING),
    data: new Int32Array(KEYS),
    end: 0,
    applied: 0,
    free: 0,
  }))
  private random = 1
  private next = 0
  private readonly batch: number
  private readonly gap: number
  time = 0

  constructor(batch: number, perSecond: number) {
    this.batch = batch
    this.gap = (1_000_000 * batch) / perSecond
  }

  /** Entries that the slowest slave has applied. */
  get applied(): number {
    return Math.min(...this.logs.slice(1).map(({ applied }) => applied))
  }

  runTo(until: number): void {
    for (;;) {
      const due = this.times[0] ?? Number.POSITIVE_INFINITY
      const time = Math.min(this.next, due)
      if (time > until) break
      this.time = time
      if (this.next <= due) {
        this.push(time + COSTS.execute + COSTS.flush, { kind: COMMIT, node: 0, from: 0, to: 0 })
        this.next += this.gap
      } else this.carryOut(this.pop())
    }
    this.time = until
  }

  private carryOut({ kind, node, from, to }: { kind: number; node: number; from: number; to: number }): void {
    const log = this.logs[node]!
    if (kind === COMMIT) {
      const first = log.end
      for (let i = 0; i < this.batch; i++) {
        this.random = (Math.imul(this.random, 1_664_525) + 1_013_904_223) | 0
        const at = log.end++ & (RING - 1)
        log.sequence[at] = first + i
        log.key[at] = (this.random >>> 8) & (KEYS - 1)
        log.value[at] = this.random
        log.data[log.key[at]!] = this.random
      }
      for (let slave = 1; slave <= SLAVES; slave++)
        this.push(this.time + COSTS.oneWay + COSTS.relayFlush, { kind: ARRIVE, node: slave, from: first, to: log.end })
    } else if (kind === ARRIVE) {
      const master = this.logs[0]!
      for (let position = from; position < to; position++) {
        const at = position & (RING - 1)
        log.sequence[at] = master.sequence[at]!
        log.key[at] = master.key[at]!
        log.value[at] = master.value[at]!
      }
      log.end = to
      log.free = Math.max(log.free, this.time) + COSTS.apply * (to - from)
      this.push(log.free, { kind: APPLY, node, from, to })
    } else {
      for (let position = from; position < to; position++) {
        const at = position & (RING - 1)
        log.data[log.key[at]!] = log.value[at]!
      }
      log.applied = to
    }
  }

  private push(time: number, event: { kind: number; node: number; from: number; to: number }): void {
    let at = this.times.length
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.times[above]! <= time) break
      this.times[at] = this.times[above]!
      this.events[at] = this.events[above]!
      at = above
    }
    this.times[at] = time
    this.events[at] = event
  }

  private pop() {
    const first = this.events[0]!
    const time = this.times.pop()!
    const event = this.events.pop()!
    const size = this.times.length
    let at = 0
    while (size > 0) {
      let below = 2 * at + 1
      if (below >= size) break
      if (below + 1 < size && this.times[below + 1]! < this.times[below]!) below++
      if (this.times[below]! >= time) break
      this.times[at] = this.times[below]!
      this.events[at] = this.events[below]!
      at = below
    }
    if (size > 0) {
      this.times[at] = time
      this.events[at] = event
    }
    return first
  }
}
