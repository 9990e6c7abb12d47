/**
 * A table of immutable values by a whole number: rows by key, what was written by entry. Its pages are copied when they
 * are first written after a checkpoint, so that a checkpoint costs the few pages that change.
 */

interface Page<T> {
  readonly values: (T | undefined)[]
  readonly owner: object
}

/** Immutable. */
export type TableSnapshot<T> = ReadonlyMap<number, Page<T>>

export class Table<T> {
  private pages = new Map<number, Page<T>>()
  private owner: object = {}
  private kept: TableSnapshot<T> | null = null
  private readonly bits: number
  private readonly size: number

  /** Pages hold 2^`bits` values: large for what only grows, small for what is changed here and there. */
  constructor(bits = 6) {
    this.bits = bits
    this.size = 1 << bits
  }

  get(at: number): T | undefined {
    return this.pages.get(at >> this.bits)?.values[at & (this.size - 1)]
  }

  /** `undefined` takes it out again. */
  set(at: number, value: T | undefined): void {
    this.kept = null
    const place = at >> this.bits
    let page = this.pages.get(place)
    if (page === undefined || page.owner !== this.owner) {
      const values = page ? page.values.slice() : new Array<T | undefined>(this.size).fill(undefined)
      page = { values, owner: this.owner }
      this.pages.set(place, page)
    }
    page.values[at & (this.size - 1)] = value
  }

  /** In rising order. */
  forEach(visit: (at: number, value: T) => void): void {
    for (const place of [...this.pages.keys()].sort((a, b) => a - b))
      this.pages.get(place)!.values.forEach((value, at) => {
        if (value !== undefined) visit(place * this.size + at, value)
      })
  }

  /** The first ones in rising order, until `take` has said yes so often. */
  first(most: number, take: (at: number, value: T) => boolean): void {
    let taken = 0
    for (const place of [...this.pages.keys()].sort((a, b) => a - b)) {
      const { values } = this.pages.get(place)!
      for (let at = 0; at < this.size && taken < most; at++) {
        const value = values[at]
        if (value !== undefined && take(place * this.size + at, value)) taken++
      }
      if (taken >= most) return
    }
  }

  snapshot(): TableSnapshot<T> {
    if (this.kept !== null) return this.kept
    this.owner = {}
    this.kept = new Map(this.pages)
    return this.kept
  }

  restore(from: TableSnapshot<T>): void {
    this.owner = {}
    this.pages = new Map(from)
    this.kept = from
  }
}
