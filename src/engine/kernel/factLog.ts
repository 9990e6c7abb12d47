/**
 * What has happened, numbered 1, 2, 3: a ring of the last 20,000 facts, and every milestone. Facts are immutable;
 * a checkpoint takes the milestones and the youngest few along: as many as a frame may show. Whoever wants to know
 * older ones starts from an older checkpoint and runs on.
 */
import type { Fact, FactArgs, FactKind } from '../fact.ts'
import { isMilestone, isMoment } from '../fact.ts'
import { type PackedFacts, pack, REMEMBERED, unpack } from './packedFacts.ts'

const BLOCK = 1000
/** Blocks kept: the last 20,000 facts at least. */
const KEPT = 21

export interface FactSnapshot {
  readonly count: number
  readonly moments: number
  readonly youngest: PackedFacts
  readonly milestones: readonly Fact[]
}

export class FactLog {
  /** Facts so far; the id of the youngest. */
  count = 0
  /** Moments so far (see FACTS): stepping halts when it grows. */
  moments = 0
  private blocks: readonly (readonly Fact[])[] = []
  private tail: Fact[] = []
  private told: readonly Fact[] = []

  /** `old`: like one told before, so that it is no milestone whatever its kind. */
  add(t: number, at: string, kind: FactKind, args: FactArgs, cause: number, old = false): Fact {
    const fact: Fact = { id: ++this.count, t, at, kind, args, cause }
    this.tail.push(fact)
    if (this.tail.length === BLOCK) {
      this.blocks = [...this.blocks.slice(Math.max(0, this.blocks.length - KEPT + 1)), this.tail]
      this.tail = []
    }
    if (isMoment(kind)) this.moments++
    if (isMilestone(kind) && !old) this.told = [...this.told, fact]
    return fact
  }

  milestones(): readonly Fact[] {
    return this.told
  }

  /** The fact with this id, if it is still kept. */
  byId(id: number): Fact | undefined {
    const recent = id - 1 - (this.count - this.tail.length)
    if (recent >= 0) return this.tail[recent]
    const place = recent + this.blocks.length * BLOCK
    return place < 0 ? undefined : this.blocks[Math.floor(place / BLOCK)]![place % BLOCK]
  }

  /** Kept facts with id > `after`, oldest first. */
  after(after: number): Fact[] {
    const found: Fact[] = []
    let next = Math.max(after + 1, this.count - this.tail.length - this.blocks.length * BLOCK + 1)
    for (; next <= this.count; next++) found.push(this.byId(next)!)
    return found
  }

  /** Kept facts at or after `t`, oldest first. */
  since(t: number): Fact[] {
    let id = this.count
    while ((this.byId(id)?.t ?? -1) >= t) id--
    return this.after(id)
  }

  snapshot(): FactSnapshot {
    const { count, moments, told } = this
    return { count, moments, youngest: pack(this.after(count - REMEMBERED), count), milestones: told }
  }

  restore(from: FactSnapshot): void {
    this.count = from.count
    this.moments = from.moments
    this.blocks = []
    this.tail = unpack(from.youngest)
    this.told = from.milestones
  }
}
