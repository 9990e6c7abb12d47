import type { Digest } from '../kernel/hash.ts'
import { Column, type ColumnSnapshot } from './columns.ts'

/**
 * When a position was reached: by a log (received), by a node's data (applied), by the acknowledgements of one
 * slave. Work comes in ranges, so it keeps one row a range: "up to 4,096, at 120 ms".
 */
export interface ReachedSnapshot {
  readonly positions: ColumnSnapshot
  readonly times: ColumnSnapshot
}

export class Reached {
  private readonly positions = Column.floats()
  private readonly times = Column.floats()

  /** The last position reached; 0 = nothing. */
  get position(): number {
    const rows = this.positions.length
    return rows === 0 ? 0 : this.positions.get(rows - 1)
  }

  /** Everything up to `position` is there now. A position that was there before changes nothing. */
  mark(position: number, atUs: number): void {
    if (position <= this.position) return
    this.positions.push(position)
    this.times.push(atUs)
  }

  /** When `position` was reached, or null when it has not been. `position`: 1 or more. */
  at(position: number): number | null {
    const row = this.positions.upTo(position - 1)
    return row < this.positions.length ? this.times.get(row) : null
  }

  /** The position that was reached at `atUs` or before. */
  by(atUs: number): number {
    const rows = this.times.upTo(atUs)
    return rows === 0 ? 0 : this.positions.get(rows - 1)
  }

  /** Takes back everything beyond `position`: a log that was cut off there. */
  truncate(position: number): void {
    if (position >= this.position) return
    const row = this.positions.upTo(position)
    const cut = row > 0 && this.positions.get(row - 1) === position
    const atUs = cut || position === 0 ? 0 : this.times.get(row)
    this.positions.truncate(row)
    this.times.truncate(row)
    if (!cut && position > 0) this.mark(position, atUs)
  }

  snapshot(): ReachedSnapshot {
    return { positions: this.positions.snapshot(), times: this.times.snapshot() }
  }

  restore(from: ReachedSnapshot): void {
    this.positions.restore(from.positions)
    this.times.restore(from.times)
  }

  feed(digest: Digest): void {
    digest.int(this.positions.length)
    for (let row = 0; row < this.positions.length; row++) digest.int(this.positions.get(row)).int(this.times.get(row))
  }
}
