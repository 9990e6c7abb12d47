import type { Digest } from './hash.ts'
import { finish, hash32 } from './hash.ts'
import { EXPONENTIAL, LOG_NORMAL, QUANTILE_SCALE, quantile } from './quantiles.ts'

/**
 * All the luck in a run. One seed, and a stream for every purpose (`link:db1>db2:delay`): a stream's start is
 * hashed from the seed and its own name, so drawing more from one, or adding a new one, never shifts another,
 * and two runs that differ in one fault share all other luck.
 *
 * A stream is a Weyl sequence (a counter that advances by an odd step of its own) through a finaliser: 2^32
 * draws before it repeats. Integers only; distributions come from committed tables (`quantiles.ts`).
 */

/** Immutable. */
export interface ChanceSnapshot {
  readonly names: readonly string[]
  readonly states: Int32Array
}

export class Chance {
  private readonly places = new Map<string, number>()
  private readonly names: string[] = []
  private readonly starts: number[] = []
  private readonly steps: number[] = []
  private states = new Int32Array(16)

  readonly seed: number

  /** `seed`: 0 .. 2^32 - 1. */
  constructor(seed: number) {
    this.seed = seed
  }

  /** 0 .. 2^32 - 1, each as likely. */
  uint32(stream: string): number {
    const place = this.places.get(stream) ?? this.open(stream)
    const state = (this.states[place]! + this.steps[place]!) | 0
    this.states[place] = state
    return finish(state) >>> 0
  }

  /** 0 .. n - 1; `n`: 1 .. 2^32. No value is likelier than another by more than one part in 2^32 / n. */
  below(stream: string, n: number): number {
    return Math.floor((this.uint32(stream) * n) / 4294967296)
  }

  /** Whole microseconds, 0 or more, exponentially distributed: the pause before the next arrival of a random stream. */
  exponential(stream: string, meanUs: number): number {
    return Math.floor((quantile(EXPONENTIAL, this.uint32(stream)) * meanUs) / QUANTILE_SCALE)
  }

  /** Whole microseconds, 0 or more, log-normally distributed with this median: mostly small, now and then large. */
  logNormal(stream: string, medianUs: number): number {
    return Math.floor((quantile(LOG_NORMAL, this.uint32(stream)) * medianUs) / QUANTILE_SCALE)
  }

  snapshot(): ChanceSnapshot {
    return { names: this.names.slice(), states: this.states.slice(0, this.names.length) }
  }

  /**
   * Streams first drawn from after the snapshot go back to their start. It must come from the same seed, but may come
   * from another run of it, which opened its streams in another order.
   */
  restore(from: ChanceSnapshot): void {
    for (let place = 0; place < this.names.length; place++) this.states[place] = this.starts[place]!
    from.names.forEach((name, at) => {
      const place = this.places.get(name) ?? this.open(name)
      this.states[place] = from.states[at]!
    })
  }

  /** Streams that were drawn from, by name: the same however a run got here. */
  feed(digest: Digest): void {
    const drawn = this.names.map((_, place) => place).filter((place) => this.states[place] !== this.starts[place])
    drawn.sort((a, b) => (this.names[a]! < this.names[b]! ? -1 : 1))
    digest.int(this.seed).int(drawn.length)
    for (const place of drawn) digest.text(this.names[place]!).int(this.states[place]!)
  }

  private open(stream: string): number {
    const place = this.names.length
    if (place === this.states.length) {
      const states = new Int32Array(place * 2)
      states.set(this.states)
      this.states = states
    }
    const start = hash32(this.seed, stream) | 0
    this.places.set(stream, place)
    this.names.push(stream)
    this.starts.push(start)
    this.steps.push(hash32(start, stream) | 1)
    this.states[place] = start
    return place
  }
}
