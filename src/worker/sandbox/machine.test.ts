import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { DATA, HEAP, STEPS } from './bounds.ts'
import { quickJs } from './fixtures/quickJs.ts'
import { Machine } from './machine.ts'

const NASTY = [
  'merge = () => 1',
  'merge = () => { for (;;); }',
  'merge = () => { for (const list = []; ; ) list.push({}) }',
  'merge = () => { const f = () => f() + 1; return f() }',
  'merge = () => "x".repeat(1e5).replace(/x/g, "yy").normalize("NFD").split("").sort().join()',
  'merge = () => [1e300 * Math.sin(3), 10n ** 300n, new Map([[1, 2]]), (async () => 1)()].toString()',
]
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

it('a picture holds all that changes: below lie constants, above nobody has been', async () => {
  const machine = await Machine.from(quickJs)
  const constants = () => hash(machine.memory.subarray(0, DATA.start))
  // Between the C program's variables and the part of its stack that may be used lies the input, which each run sets.
  const between = () => hash(machine.memory.subarray(HEAP.inputEnd, HEAP.start - 4 * STEPS.stackBytes))
  const before = [constants(), between()]
  for (const source of NASTY) {
    machine.restoreWhole(machine.blank)
    machine.take(source)
    machine.run('[1,"db1",2,"db2",0,0]')
    expect([constants(), between()]).toEqual(before)
  }
})

it('two machines are the same bytes after the same work, but for the dice that are never thrown', async () => {
  const machines = [await Machine.from(quickJs), await Machine.from(quickJs)]
  const ran = machines.map((machine) => {
    machine.restoreWhole(machine.blank)
    return [machine.take(NASTY[4]!), machine.run('[1,"db1",2,"db2",0,0]')]
  })
  expect(ran[0]).toEqual(ran[1])
  const [one, other] = machines.map(({ memory }) => memory) as [Uint8Array, Uint8Array]
  const different: number[] = []
  for (let at = HEAP.start; at < one.length; at++) if (one[at] !== other[at]) different.push(at)
  expect(different.length).toBeLessThanOrEqual(8)
})

it('what takes too much memory or too many steps leaves the machine usable', async () => {
  const machine = await Machine.from(quickJs)
  for (const source of [...NASTY, ...NASTY]) {
    machine.restoreWhole(machine.blank)
    machine.take(source)
    machine.run('[1,"db1",2,"db2",0,0]')
  }
  machine.restoreWhole(machine.blank)
  expect(machine.take(NASTY[0]!)).toMatchObject({ text: '() => 1' })
  expect(machine.run('[1,"db1",2,"db2",0,0]')).toMatchObject({ text: '1' })
})
