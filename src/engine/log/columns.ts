/**
 * A column of numbers that only its end grows, kept in chunks that checkpoints share. Taking a snapshot copies
 * a list of references; two hundred checkpoints of one log hold its numbers once.
 *
 * What makes that safe: a chunk remembers how far it has ever been written. Beyond that mark nobody looks, so
 * appending there needs no copy. Below it somebody may look: a run that is set back and plays on writes the
 * same numbers again, which is no change; only where a fork writes *other* numbers is the chunk copied.
 * `set` in the middle copies a chunk unless it was made since the last snapshot.
 */

type Cells = Float64Array | Int32Array

interface Chunk {
  readonly cells: Cells
  /** Cells ever written, by anybody who shares this chunk. */
  written: number
  /** Whoever made it may change it in place until it takes or restores a snapshot. */
  readonly owner: object
}

/** Immutable. */
export interface ColumnSnapshot {
  readonly length: number
  readonly chunks: readonly Chunk[]
}

export class Column {
  private chunks: Chunk[] = []
  private owner: object = {}
  private count = 0
  /** The last snapshot, as long as nothing was written since: many columns never change. */
  private kept: ColumnSnapshot | null = null
  private readonly cells: (length: number) => Cells
  private readonly bits: number
  private readonly mask: number

  /** Chunks hold 2^`bits` cells: large for what only grows, small for what is changed in the middle. */
  private constructor(cells: (length: number) => Cells, bits: number) {
    this.cells = cells
    this.bits = bits
    this.mask = (1 << bits) - 1
  }

  /** For times and anything else up to 2^53. */
  static floats(bits = 12): Column {
    return new Column((length) => new Float64Array(length), bits)
  }

  /** For indices and counts below 2^31; never for times. */
  static ints(bits = 12): Column {
    return new Column((length) => new Int32Array(length), bits)
  }

  get length(): number {
    return this.count
  }

  /** `index`: 0 .. length - 1. */
  get(index: number): number {
    return this.chunks[index >> this.bits]!.cells[index & this.mask]!
  }

  push(value: number): void {
    this.kept = null
    const index = this.count++
    const at = index & this.mask
    const place = index >> this.bits
    if (place === this.chunks.length) this.chunks.push(this.chunk())
    let chunk = this.chunks[place]!
    if (at < chunk.written && chunk.cells[at] !== value) {
      if (chunk.owner !== this.owner) chunk = this.chunks[place] = this.copy(chunk, at)
      else chunk.written = at
    }
    chunk.cells[at] = value
    if (at >= chunk.written) chunk.written = at + 1
  }

  set(index: number, value: number): void {
    const place = index >> this.bits
    const at = index & this.mask
    let chunk = this.chunks[place]!
    if (chunk.cells[at] === value) return
    this.kept = null
    if (chunk.owner !== this.owner) chunk = this.chunks[place] = this.copy(chunk, chunk.written)
    chunk.cells[at] = value
  }

  /** Forgets everything from `length` on. */
  truncate(length: number): void {
    this.kept = null
    this.count = length
    this.chunks.length = (length + this.mask) >> this.bits
  }

  /** Number of leading cells with a value of at most `value`, in a column that never falls. */
  upTo(value: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.get(middle) <= value) low = middle + 1
      else high = middle
    }
    return low
  }

  snapshot(): ColumnSnapshot {
    if (this.kept !== null) return this.kept
    this.owner = {}
    this.kept = { length: this.count, chunks: this.chunks.slice() }
    return this.kept
  }

  restore(from: ColumnSnapshot): void {
    if (this.kept === from) return
    this.owner = {}
    this.kept = from
    this.count = from.length
    this.chunks = from.chunks.slice()
  }

  private chunk(): Chunk {
    return { cells: this.cells(this.mask + 1), written: 0, owner: this.owner }
  }

  private copy(from: Chunk, written: number): Chunk {
    const chunk = this.chunk()
    chunk.cells.set(written > this.mask ? from.cells : from.cells.subarray(0, written))
    chunk.written = written
    return chunk
  }
}
