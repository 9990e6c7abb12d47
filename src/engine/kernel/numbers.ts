/**
 * Numbers as bytes: small whole ones take one byte, larger ones one for every seven bits. What is not a whole number
 * from 0 to 2^52 (a setting may be anything) is put aside in full and named by its place there.
 */
export interface Numbers {
  readonly bytes: Uint8Array
  readonly others: readonly number[]
}

const LARGEST = 4_503_599_627_370_496

export class NumberWriter {
  private bytes = new Uint8Array(4096)
  private length = 0
  private others: number[] = []

  write(value: number): void {
    if (this.length + 10 > this.bytes.length) this.grow()
    const whole = Number.isInteger(value) && value >= 0 && value < LARGEST
    let rest = whole ? value * 2 : this.others.push(value) * 2 - 1
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    this.bytes[this.length++] = rest
  }

  /** What was written since the last call. */
  finish(): Numbers {
    const numbers = { bytes: this.bytes.slice(0, this.length), others: this.others }
    this.length = 0
    this.others = []
    return numbers
  }

  private grow(): void {
    const bytes = new Uint8Array(this.bytes.length * 2)
    bytes.set(this.bytes)
    this.bytes = bytes
  }
}

export class NumberReader {
  private at = 0
  private readonly numbers: Numbers

  constructor(numbers: Numbers) {
    this.numbers = numbers
  }

  read(): number {
    const { bytes, others } = this.numbers
    let value = 0
    let scale = 1
    let byte = bytes[this.at++]!
    while (byte >= 128) {
      value += (byte - 128) * scale
      scale *= 128
      byte = bytes[this.at++]!
    }
    value += byte * scale
    return value % 2 === 0 ? value / 2 : others[(value - 1) / 2]!
  }
}
