/**
 * Three regions and the lines between them, for tests of the rules alone: one row, and everything that can go wrong as one
 * draws it. What travels may come in any order, twice, late or never; time-outs run out whenever one likes.
 */
import { askAgain, begin, withdraw } from './ask.ts'
import { hear } from './hear.ts'
import { isOpen, press } from './press.ts'
import {
  type Known,
  knownOf,
  learn,
  type Message,
  OPEN,
  type Proposal,
  type RowVotes,
  type Step,
  withWrite,
} from './row.ts'
import { heightToShow } from './strongRead.ts'

export interface Flying {
  readonly from: number
  readonly to: number
  readonly message: Message
}

/** A strong read under way. `must`: what had been told OK, or shown by such a read, when it was asked. */
interface Read {
  readonly region: number
  readonly must: number
  /** It may show the row once that is so high; -1 = nobody else has said anything yet. */
  readonly height: number
}

export class ThreeRegions {
  rows: RowVotes[] = [OPEN, OPEN, OPEN]
  /** Does its leader live? */
  readonly leads = [true, true, true]
  flying: Flying[] = []
  /** What each region's log brings to the two others, in order. */
  readonly shipping: Known[][] = Array.from({ length: 9 }, () => [])
  readonly sequences = [0, 0, 0]
  readonly isCut = new Set<string>()
  /** Told OK, with what each had seen. */
  readonly done: { readonly write: Proposal; readonly seen: Known }[] = []
  readonly refused: Proposal[] = []
  readonly seen = new Map<string, Known>()
  readonly taken = new Map<number, Proposal>()
  reads: Read[] = []
  /** The highest slot that anybody knows from an OK or from a strong read. */
  public = 0
  broken: string[] = []

  write(region: number): void {
    const row = this.rows[region]!
    if (!this.leads[region] || row.own !== null) return
    const sequence = this.sequences[region]! + 1
    const write = { origin: region, sequence, slot: row.height + 1 }
    const step = begin(row, region, write)
    if (step === null) return
    this.sequences[region] = sequence
    this.seen.set(nameOf(write), knownOf(row))
    this.carryOut(region, step)
  }

  deliver(at: number, keeps = false): void {
    if (this.flying.length === 0) return
    const [one] = keeps ? [this.flying[at % this.flying.length]!] : this.flying.splice(at % this.flying.length, 1)
    const { from, to, message } = one!
    if (this.leads[to]) this.carryOut(to, hear(this.rows[to]!, to, from, message))
  }

  lose(at: number): void {
    if (this.flying.length > 0) this.flying.splice(at % this.flying.length, 1)
  }

  /** All that is under way to and from it is dropped, and nothing gets through any more. */
  cut(region: number, isCut: boolean): void {
    for (const other of [0, 1, 2]) {
      if (other === region) continue
      if (isCut) this.isCut.add(pairOf(region, other))
      else this.isCut.delete(pairOf(region, other))
    }
    this.flying = this.flying.filter(({ from, to }) => !this.isCut.has(pairOf(from, to)))
    for (const one of [0, 1, 2]) if (!isCut && this.leads[one]) this.carryOut(one, askAgain(this.rows[one]!, one))
  }

  /** What it had on its disks stays: votes, and what it has joined. */
  killLeader(region: number): void {
    this.leads[region] = false
    const row = this.rows[region]!
    this.rows[region] = { ...row, pressing: null, own: row.own && { ...row.own, refusedBy: [], busy: [] } }
    this.reads = this.reads.filter((read) => read.region !== region)
  }

  elect(region: number): void {
    if (this.leads[region]) return
    this.leads[region] = true
    this.carryOut(region, askAgain(this.rows[region]!, region))
  }

  timeOut(region: number): void {
    const row = this.rows[region]!
    if (this.leads[region] && isOpen(row)) this.carryOut(region, press(row, region))
  }

  giveUp(region: number): void {
    if (!this.leads[region]) return
    this.rows[region] = withdraw(this.rows[region]!)
    this.carryOut(region, askAgain(this.rows[region]!, region))
  }

  /** The next entry of one's log comes to another. */
  ship(from: number, to: number): void {
    const known = this.isCut.has(pairOf(from, to)) ? undefined : this.shipping[from * 3 + to]!.shift()
    if (known !== undefined) this.carryOut(to, learn(this.rows[to]!, known))
  }

  ask(region: number): void {
    if (this.leads[region]) this.reads.push({ region, must: this.public, height: -1 })
  }

  /** Another region answers a read, here at once: what takes time can only make it see more. */
  answerRead(at: number, from: number): void {
    const read = this.reads[at % Math.max(1, this.reads.length)]
    if (read === undefined || read.height >= 0 || from === read.region || !this.leads[from]) return
    if (this.isCut.has(pairOf(from, read.region))) return
    const { region } = read
    const there = this.rows[from]!
    this.carryOut(region, learn(this.rows[region]!, there))
    const seen = { knows: knownOf(there), vote: there.vote }
    const height = heightToShow(this.rows[region]!, region, from, seen)
    this.reads = this.reads.map((one) => (one === read ? { ...one, height } : one))
    this.show()
  }

  private show(): void {
    for (const read of this.reads) {
      const { height } = this.rows[read.region]!
      if (read.height < 0 || height < read.height) continue
      this.reads = this.reads.filter((one) => one !== read)
      if (height < read.must) this.broken.push(`a strong read shows ${height}, ${read.must} was known`)
      this.public = Math.max(this.public, height)
    }
  }

  private carryOut(region: number, { row, say, took, own }: Step): void {
    this.rows[region] = row
    for (const { to, message } of say)
      if (!this.isCut.has(pairOf(region, to))) this.flying.push({ from: region, to, message })
    if (took !== null) this.settle(took)
    if (own !== null) this.tell(region, own.write, own.isDone)
    this.show()
  }

  private settle(write: Proposal): void {
    const other = this.taken.get(write.slot)
    if (other !== undefined && nameOf(other) !== nameOf(write))
      this.broken.push(`slot ${write.slot} is ${nameOf(other)} and ${nameOf(write)}`)
    this.taken.set(write.slot, write)
  }

  private tell(region: number, write: Proposal, isDone: boolean): void {
    if (!isDone) {
      this.refused.push(write)
      return
    }
    const seen = this.seen.get(nameOf(write))!
    this.settle(write)
    this.done.push({ write, seen })
    this.public = Math.max(this.public, write.slot)
    const known = withWrite(seen, write)
    for (const to of [0, 1, 2]) if (to !== region) this.shipping[region * 3 + to]!.push(known)
  }
}

export const nameOf = ({ origin, sequence }: Proposal): string => `${origin}:${sequence}`

const pairOf = (a: number, b: number): string => `${Math.min(a, b)}-${Math.max(a, b)}`
