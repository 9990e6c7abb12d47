/**
 * GTID sets: which transactions or entries somebody has, as intervals of sequence numbers per origin. A slave
 * says what it has by such a set, and what a returned master holds too much is a subtraction (DOMAIN 3.5).
 * Sets are immutable; every operation returns a new one. Text form as MySQL's: `db1:1-5:7,db2:1-3`.
 */

/** Disjoint intervals in rising order, not touching: [first, last, first, last, ...], both ends included. */
type Intervals = readonly number[]

export class GtidSet {
  static readonly EMPTY = new GtidSet(new Map())

  private readonly origins: ReadonlyMap<string, Intervals>

  private constructor(origins: ReadonlyMap<string, Intervals>) {
    this.origins = origins
  }

  /** The entries `from` .. `to` of one origin; empty when `to` < `from`. */
  static range(origin: string, from: number, to: number): GtidSet {
    return to < from ? GtidSet.EMPTY : new GtidSet(new Map([[origin, [from, to]]]))
  }

  /** Throws a RangeError that says what is wrong with the text. */
  static parse(text: string): GtidSet {
    let set = GtidSet.EMPTY
    for (const part of text.split(',').filter((piece) => piece !== '')) {
      const [origin, ...ranges] = part.split(':')
      if (!/^[a-z][a-z0-9-]*$/.test(origin!)) throw new RangeError(`Not an origin: "${origin}".`)
      if (ranges.length === 0) throw new RangeError(`Nothing follows the origin in "${part}".`)
      for (const range of ranges) {
        const ends = /^([0-9]{1,15})(?:-([0-9]{1,15}))?$/.exec(range)
        const from = Number(ends?.[1])
        const to = Number(ends?.[2] ?? ends?.[1])
        if (!ends || from < 1 || to < from) throw new RangeError(`Not an interval: "${range}".`)
        set = set.add(origin!, from, to)
      }
    }
    return set
  }

  /** Number of entries in it. */
  get size(): number {
    let size = 0
    for (const list of this.origins.values())
      for (let at = 0; at < list.length; at += 2) size += list[at + 1]! - list[at]! + 1
    return size
  }

  has(origin: string, sequence: number): boolean {
    const list = this.origins.get(origin) ?? []
    for (let at = 0; at < list.length; at += 2) if (list[at]! <= sequence && sequence <= list[at + 1]!) return true
    return false
  }

  add(origin: string, from: number, to: number): GtidSet {
    return this.union(GtidSet.range(origin, from, to))
  }

  union(other: GtidSet): GtidSet {
    return this.combine(other, (here, there) => here || there)
  }

  subtract(other: GtidSet): GtidSet {
    return this.combine(other, (here, there) => here && !there)
  }

  intersect(other: GtidSet): GtidSet {
    return this.combine(other, (here, there) => here && there)
  }

  isSubsetOf(other: GtidSet): boolean {
    return this.subtract(other).size === 0
  }

  equals(other: GtidSet): boolean {
    return this.toString() === other.toString()
  }

  toString(): string {
    const origins = [...this.origins.keys()].sort((a, b) => (a < b ? -1 : 1))
    return origins.map((origin) => `${origin}:${this.texts(origin).join(':')}`).join(',')
  }

  private texts(origin: string): string[] {
    const texts: string[] = []
    const list = this.origins.get(origin)!
    for (let at = 0; at < list.length; at += 2)
      texts.push(list[at] === list[at + 1] ? `${list[at]}` : `${list[at]}-${list[at + 1]}`)
    return texts
  }

  private combine(other: GtidSet, keep: (here: boolean, there: boolean) => boolean): GtidSet {
    const result = new Map<string, Intervals>()
    for (const origin of new Set([...this.origins.keys(), ...other.origins.keys()])) {
      const list = sweep(this.origins.get(origin) ?? [], other.origins.get(origin) ?? [], keep)
      if (list.length > 0) result.set(origin, list)
    }
    return new GtidSet(result)
  }
}

/** Walks both lists by their edges (a first opens, a last + 1 closes) and keeps the stretches that `keep` wants. */
function sweep(a: Intervals, b: Intervals, keep: (here: boolean, there: boolean) => boolean): number[] {
  const edge = (list: Intervals, at: number): number => (at >= list.length ? Infinity : list[at]! + (at % 2))
  const result: number[] = []
  let here = 0
  let there = 0
  let inside = false
  while (here < a.length || there < b.length) {
    const at = Math.min(edge(a, here), edge(b, there))
    if (edge(a, here) === at) here++
    if (edge(b, there) === at) there++
    const now = keep(here % 2 === 1, there % 2 === 1)
    if (now !== inside) result.push(now ? at : at - 1)
    inside = now
  }
  return result
}
