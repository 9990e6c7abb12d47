/**
 * A table of immutable values by a whole number: rows by key, what was written by entry. Pages of 64, copied when they are
 * first written after a checkpoint, so that a checkpoint costs the few pages that change.
 */
const BITS = 6
const SIZE = 1 << BITS

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

  get(at: number): T | undefined {
    return this.pages.get(at >> BITS)?.values[at & (SIZE - 1)]
  }

  /** `undefined` takes it out again. */
  set(at: number, value: T | undefined): void {
    this.kept = null
    const place = at >> BITS
    let page = this.pages.get(place)
    if (page === undefined || page.owner !== this.owner) {
      const values = page ? page.values.slice() : new Array<T | undefined>(SIZE).fill(undefined)
      page = { values, owner: this.owner }
      this.pages.set(place, page)
    }
    page.values[at & (SIZE - 1)] = value
  }

  /** In rising order. */
  forEach(visit: (at: number, value: T) => void): void {
    for (const place of [...this.pages.keys()].sort((a, b) => a - b))
      this.pages.get(place)!.values.forEach((value, at) => {
        if (value !== undefined) visit(place * SIZE + at, value)
      })
  }

  /** The first ones in rising order, until `take` has said yes so often. */
  first(most: number, take: (at: number, value: T) => boolean): void {
    let taken = 0
    for (const place of [...this.pages.keys()].sort((a, b) => a - b)) {
      const { values } = this.pages.get(place)!
      for (let at = 0; at < SIZE && taken < most; at++) {
        const value = values[at]
        if (value !== undefined && take(place * SIZE + at, value)) taken++
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
