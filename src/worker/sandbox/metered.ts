/**
 * Rewrites a WebAssembly module so that its work is counted and bounded: every loop takes one from a counter each time
 * round, every copy and fill takes one for each 64 bytes, and at nothing left the module traps. A counter that the
 * module itself keeps stops the same work at the same place on every machine, inside a regular expression as well as
 * inside a loop that a reader wrote; neither a clock nor the interpreter's own interrupts can.
 *
 * What is simplified: it knows the instructions that a C program compiled without SIMD, threads and exceptions uses,
 * and refuses any other.
 */

/** Exported under these names, both as a mutable i32: the counter, in turns of a loop, and the C stack's pointer. */
const FUEL = 'fuel'
const STACK = 'stack'

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]
const SECTION = { type: 1, imports: 2, functions: 3, globals: 6, exports: 7, code: 10 } as const
const I32 = 0x7f
/** 2^31 - 1 as a signed number: what the module begins with, since it works already while it is made. */
const PLENTY = [0xff, 0xff, 0xff, 0xff, 0x07]
const PARTS_PER_TURN = 6

/** `pages`: how large its memory is, in pages of 64 KB; it cannot grow. */
export function metered(wasm: Uint8Array, pages: number): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(wasm)
  const find = (id: number) => {
    const section = sections.find((one) => one.id === id)
    if (section === undefined) throw new Error(`The module has no section ${id}.`)
    return section
  }
  const globals = countOf(find(SECTION.globals).body)
  const functions = countOf(find(SECTION.functions).body)
  const types = countOf(find(SECTION.type).body)
  if (globals !== 1) throw new Error('The module has variables other than the pointer of its stack.')
  const imports = withMemory(find(SECTION.imports).body, pages)
  const fuel = leb(globals)
  // Copies and fills go through two functions of our own, so that they can be counted.
  const bulk = { copy: leb(imports.functions + functions), fill: leb(imports.functions + functions + 1) }

  const out = new Bytes()
  out.add(MAGIC)
  for (const { id, body } of sections) {
    let next = body
    if (id === SECTION.imports) next = imports.body
    else if (id === SECTION.type) next = appended(body, 1, [0x60, 3, I32, I32, I32, 0])
    else if (id === SECTION.functions) next = appended(body, 2, [...leb(types), ...leb(types)])
    else if (id === SECTION.globals) next = appended(body, 1, [I32, 1, 0x41, ...PLENTY, 0x0b])
    else if (id === SECTION.exports) {
      next = appended(body, 2, [...exported(FUEL, fuel), ...exported(STACK, [0])])
    } else if (id === SECTION.code) {
      const copying = [0xfc, 10, 0, 0]
      const filling = [0xfc, 11, 0]
      next = appended(meteredCode(body, fuel, bulk), 2, [...counted(fuel, copying), ...counted(fuel, filling)])
    }
    out.add([id])
    out.add(leb(next.length))
    out.add(next)
  }
  return out.taken()
}

/** Takes one, or traps when there is none: stands at the head of every loop. */
const turn = (fuel: readonly number[]): number[] => [
  ...[0x23, ...fuel, 0x45, 0x04, 0x40, 0x00, 0x0b], // fuel === 0: unreachable
  ...[0x23, ...fuel, 0x41, 1, 0x6b, 0x24, ...fuel], // fuel -= 1
]

/** (to, from or value, size): takes size / 64 and does it, or traps when that is more than there is. */
function counted(fuel: readonly number[], instruction: readonly number[]): number[] {
  const parts = [0x20, 2, 0x41, PARTS_PER_TURN, 0x76] // size >>> 6
  const body = [
    ...[0, ...parts, 0x23, ...fuel, 0x4b, 0x04, 0x40, 0x41, 0, 0x24, ...fuel, 0x00, 0x0b], // more than fuel: 0, unreachable
    ...[0x23, ...fuel, ...parts, 0x6b, 0x24, ...fuel],
    ...[0x20, 0, 0x20, 1, 0x20, 2, ...instruction, 0x0b],
  ]
  return [...leb(body.length), ...body]
}

function meteredCode(
  body: Uint8Array,
  fuel: readonly number[],
  bulk: { copy: readonly number[]; fill: readonly number[] },
): Uint8Array {
  const from = new Reader(body)
  const out = new Bytes()
  const count = from.u32()
  out.add(leb(count))
  const head = turn(fuel)
  for (let i = 0; i < count; i++) {
    const size = from.u32()
    const end = from.at + size
    const next = new Bytes()
    let kept = from.at
    for (let groups = from.u32(); groups > 0; groups--) {
      from.u32()
      from.at++
    }
    while (from.at < end) {
      const start = from.at
      const code = from.instruction()
      if (code === 0x03) {
        next.add(body.subarray(kept, from.at))
        next.add(head)
        kept = from.at
      } else if (code === 0xfc0a || code === 0xfc0b) {
        next.add(body.subarray(kept, start))
        next.add([0x10, ...(code === 0xfc0a ? bulk.copy : bulk.fill)])
        kept = from.at
      }
    }
    next.add(body.subarray(kept, end))
    const whole = next.taken()
    out.add(leb(whole.length))
    out.add(whole)
  }
  return out.taken()
}

/** A vector with `more` further elements at its end. */
function appended(body: Uint8Array, more: number, elements: readonly number[]): Uint8Array {
  const from = new Reader(body)
  const out = new Bytes()
  out.add(leb(from.u32() + more))
  out.add(body.subarray(from.at))
  out.add(elements)
  return out.taken()
}

const countOf = (body: Uint8Array): number => new Reader(body).u32()

const exported = (name: string, global: readonly number[]): number[] => {
  const letters = [...new TextEncoder().encode(name)]
  return [...leb(letters.length), ...letters, 3, ...global]
}

/** The imports with a memory of that size, and how many functions are among them. */
function withMemory(body: Uint8Array, pages: number): { body: Uint8Array; functions: number } {
  const from = new Reader(body)
  const out = new Bytes()
  let functions = 0
  let kept = 0
  for (let count = from.u32(); count > 0; count--) {
    for (const _ of ['module', 'name']) {
      const length = from.u32()
      from.at += length
    }
    const kind = body[from.at++]
    if (kind === 0) {
      functions++
      from.u32()
    } else if (kind === 2) {
      out.add(body.subarray(kept, from.at))
      const limits = from.u32()
      from.u32()
      if (limits & 1) from.u32()
      out.add([1, ...leb(pages), ...leb(pages)])
      kept = from.at
    } else throw new Error('The module imports something other than functions and a memory.')
  }
  out.add(body.subarray(kept))
  return { body: out.taken(), functions }
}

function sectionsOf(wasm: Uint8Array): { id: number; body: Uint8Array }[] {
  const from = new Reader(wasm)
  from.at = MAGIC.length
  const sections = []
  while (from.at < wasm.length) {
    const id = wasm[from.at++]!
    const size = from.u32()
    sections.push({ id, body: wasm.subarray(from.at, from.at + size) })
    from.at += size
  }
  return sections
}

class Reader {
  at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  u32(): number {
    let value = 0
    let shift = 1
    for (;;) {
      const byte = this.bytes[this.at++]!
      value += (byte & 0x7f) * shift
      if (byte < 0x80) return value
      shift *= 128
    }
  }

  /** Goes past one instruction and returns its code; those with a prefix as 0xfc00 + number. */
  instruction(): number {
    const code = this.bytes[this.at++]!
    if (code === 0xfc) {
      const number = this.u32()
      if (number > 11 || number === 9)
        throw new Error(`The module uses an instruction that is not known: fc ${number}.`)
      if (number === 8) this.u32()
      if (number >= 8) this.at++
      if (number === 10) this.at++
      return 0xfc00 + number
    }
    if (code === 0x0e) for (let targets = this.u32() + 1; targets > 0; targets--) this.u32()
    else if (code === 0x43) this.at += 4
    else if (code === 0x44) this.at += 8
    else if (code >= 0x28 && code <= 0x3e) {
      this.u32()
      this.u32()
    } else if (code === 0x11) {
      this.u32()
      this.u32()
    } else if (ONE.has(code)) this.u32()
    else if (!NONE(code)) throw new Error(`The module uses an instruction that is not known: ${code.toString(16)}.`)
    return code
  }
}

/** Instructions with one number behind them: blocks, branches, calls, variables, constants, size of the memory. */
const ONE = new Set([2, 3, 4, 0x0c, 0x0d, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0x3f, 0x40, 0x41, 0x42])
const NONE = (code: number): boolean =>
  code <= 1 ||
  code === 5 ||
  code === 0x0b ||
  code === 0x0f ||
  code === 0x1a ||
  code === 0x1b ||
  (code >= 0x45 && code <= 0xc4)

class Bytes {
  private bytes = new Uint8Array(1024)
  private size = 0

  add(more: ArrayLike<number>): void {
    if (this.size + more.length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.size + more.length))
      larger.set(this.bytes.subarray(0, this.size))
      this.bytes = larger
    }
    this.bytes.set(more, this.size)
    this.size += more.length
  }

  taken(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.size)
  }
}

function leb(value: number): number[] {
  const bytes = []
  let rest = value
  do {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low | 0x80 : low)
  } while (rest > 0)
  return bytes
}
