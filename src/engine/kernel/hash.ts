/**
 * The fingerprint of a state: 64 bits as two 32-bit lanes, each a MurmurHash3 round with its own constants.
 * Two machines that print the same 16 digits stand at the same state; it protects against accidents, not
 * against an adversary. Whoever feeds it must do so in a canonical order.
 */
export class Digest {
  private a = 0x243f6a88
  private b = 0x85a308d3
  private words = 0

  /** Any safe integer: a time, a position, a negative number. Anything else in the state is a bug, and throws. */
  int(value: number): this {
    if (!Number.isSafeInteger(value)) throw new Error(`Not a safe integer in the state: ${value}`)
    this.word(value % 4294967296)
    this.word(Math.floor(value / 4294967296))
    return this
  }

  /** UTF-16 code units after their number, so that neighbouring texts cannot run into each other. */
  text(value: string): this {
    this.word(value.length)
    for (let i = 0; i < value.length; i++) this.word(value.charCodeAt(i))
    return this
  }

  /** The fingerprint so far; more may be fed afterwards. */
  hex(): string {
    const a = finish(this.a ^ this.words ^ Math.imul(this.b, 0x2c1b3c6d))
    const b = finish(this.b ^ this.words ^ Math.imul(a, 0x297a2d39))
    return digits(a) + digits(b)
  }

  private word(value: number): void {
    const a = this.a ^ Math.imul(rotate(Math.imul(value, 0xcc9e2d51), 15), 0x1b873593)
    const b = this.b ^ Math.imul(rotate(Math.imul(value, 0x239b961b), 16), 0xab0e9789)
    this.a = Math.imul(rotate(a, 13), 5) + 0xe6546b64
    this.b = Math.imul(rotate(b, 17), 5) + 0x561ccd1b
    this.words++
  }
}

/** 32 well-mixed bits of a text and a number: where named things get their start from. */
export function hash32(seed: number, text: string): number {
  let state = finish(seed ^ 0x9e3779b9)
  for (let i = 0; i < text.length; i++) state = finish(Math.imul(state, 31) + text.charCodeAt(i))
  return finish(state ^ text.length) >>> 0
}

/** MurmurHash3's finaliser: every bit of the input moves about half of the bits of the result. */
export function finish(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by))
const digits = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
