import { expect, it } from 'vitest'
import { metered } from './metered.ts'

/** One function, f(n): round n times through a loop that fills 64 bytes; and one variable, as a C program has. */
const LOOP = [
  ...[0, 0x03, 0x40],
  ...[0x20, 0, 0x41, 1, 0x6b, 0x21, 0],
  ...[0x41, 0, 0x41, 0, 0x41, 0xc0, 0, 0xfc, 11, 0],
  ...[0x20, 0, 0x0d, 0, 0x0b, 0x20, 0, 0x0b],
]
const section = (id: number, ...body: number[]) => [id, body.length, ...body]
const MODULE = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, 1, 0x60, 1, 0x7f, 1, 0x7f),
  ...section(2, 1, 1, 0x61, 1, 0x61, 2, 1, 1, 2),
  ...section(3, 1, 0),
  ...section(6, 1, 0x7f, 1, 0x41, 8, 0x0b),
  ...section(7, 1, 1, 0x66, 0, 0),
  ...section(10, 1, LOOP.length, ...LOOP),
])

function opened(pages = 1) {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(metered(MODULE, pages)), { a: { a: memory } })
  return exports as unknown as { f(n: number): number; fuel: { value: number }; stack: { value: number } }
}

it('takes one for each turn of a loop and for each 64 bytes filled', () => {
  const module = opened()
  module.fuel.value = 1000
  expect(module.f(10)).toBe(0)
  expect(module.fuel.value).toBe(1000 - 10 - 10)
  expect(module.stack.value).toBe(8)
})

it('traps at nothing left, at the same turn every time', () => {
  const module = opened()
  module.fuel.value = 20
  expect(module.f(10)).toBe(0)
  module.fuel.value = 19
  expect(() => module.f(10)).toThrow(WebAssembly.RuntimeError)
  expect(module.fuel.value).toBe(0)
})

it('refuses what it does not know', () => {
  const simd = MODULE.slice()
  simd[simd.lastIndexOf(0x6b)] = 0xfd
  expect(() => metered(simd, 1)).toThrow('The module uses an instruction that is not known: fd.')
})
