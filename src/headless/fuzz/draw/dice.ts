/**
 * The luck that generated runs are made of. Each thing to decide has a name, and what is drawn for it depends on the
 * seed and that name only: a field that is added to the tables leaves the rest of every seed's run as it was.
 */
export class Dice {
  private readonly seed: number
  private readonly name: string
  private state: number

  constructor(seed: number, name = '') {
    this.seed = seed
    this.name = name
    let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
    for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
    this.state = hash ^ (hash >>> 15)
  }

  /** Dice for something smaller, whose throws shift nothing here. */
  of(name: string | number): Dice {
    return new Dice(this.seed, `${this.name}/${name}`)
  }

  /** 0 up to, but without, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** 0 .. n - 1 */
  below(n: number): number {
    return Math.floor(this.next() * n)
  }

  /** True in one of `n` cases. */
  oneIn(n: number): boolean {
    return this.below(n) === 0
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }

  /** Both ends included; small numbers are as likely as large ones, digit by digit. `low` above 0. */
  spread(low: number, high: number, grain = 1): number {
    const value = low * Math.exp(this.next() * Math.log(high / low))
    // Two digits are enough for chance, and they read well.
    const digit = 10 ** (Math.floor(Math.log10(value)) - 1)
    const short = Math.round(value / digit) * digit
    return Math.min(high, Math.max(low, Math.round(short / grain) / Math.round(1 / grain)))
  }
}
