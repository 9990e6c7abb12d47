/**
 * Calls on their way into the interpreter: value and node of each version as one JSON list, everything else beside it
 * as numbers in memory, because reading numbers from text would be most of a call.
 */
import type { MergeBase, MergeCall, MergeVersion } from './sandbox.ts'

/** How much is handed over at once. */
const MOST = { calls: 64, characters: 16_384 }
/** Numbers of one version; guest.ts counts in the same steps. */
const NUMBERS = 20
const LONGEST_VECTOR = 16

export class Handed {
  private readonly numbers: Float64Array
  private values = ''
  private at = 0

  /** `numbers`: where the guest reads them. */
  constructor(numbers: Float64Array) {
    this.numbers = numbers
  }

  get hasRoom(): boolean {
    return this.at < 2 * NUMBERS * MOST.calls && this.values.length < MOST.characters
  }

  get json(): string {
    return `[${this.values}]`
  }

  add([a, b, base]: MergeCall): void {
    if (this.at > 0) this.values += ','
    this.version(a)
    this.values += ','
    this.version(b)
    this.values += base === null ? ',0,0' : `,${shown(base)},1`
  }

  private version(version: MergeVersion): void {
    const { wall, hybrid, vector } = version
    const { length } = vector
    if (length > LONGEST_VECTOR) throw new RangeError(`A vector has at most ${LONGEST_VECTOR} places.`)
    this.values += `${shown(version)},"${version.node}"`
    const { numbers, at } = this
    numbers[at] = wall
    numbers[at + 1] = hybrid.us
    numbers[at + 2] = hybrid.count
    numbers[at + 3] = length
    for (let i = 0; i < length; i++) numbers[at + 4 + i] = vector[i]!
    this.at += NUMBERS
  }
}

/** A deleted row is null to the function. */
const shown = ({ value }: MergeBase): string => (value === '' ? 'null' : value)
