import { beforeAll, expect, it, test } from 'vitest'
import { quickJs, version } from './fixtures/quickJs.ts'
import { checkLaws, type OpenSandbox, type Sandbox, sandboxes } from './index.ts'

let open: OpenSandbox
beforeAll(async () => {
  open = await sandboxes(quickJs)
})
const lawsOf = (source: string, ...values: unknown[]) =>
  checkLaws(open(source) as Sandbox, { examples: values.map((value) => version(value)) })

const LATER = `(a, b) => {
  const later = a.hybrid.us - b.hybrid.us || a.hybrid.count - b.hybrid.count || (a.node < b.node ? 1 : -1)
  return later > 0 ? a.value : b.value
}`

test.each([
  ['the larger', '(a, b) => a.value > b.value ? a.value : b.value', [1, 5]],
  ['the union', '(a, b) => [...new Set([...a.value, ...b.value])].sort()', [[1], [2, 3]]],
  ['what both have added', '(a, b, base) => a.value + b.value - (base === null ? 0 : base.value)', [1, 5]],
  ['the later by hybrid clock', LATER, [1, 5]],
])('%s converges as far as tried', (_, source, values) => {
  const report = lawsOf(source, ...values)
  expect(report).toMatchObject({ verdict: 'converges as far as tried', counterExamples: [], tried: 200 })
})

it('the first one is not commutative, and the example is the smallest', () => {
  const { verdict, counterExamples } = lawsOf('(a) => a.value', 3, 8)
  expect(verdict).toBe('may not converge')
  const [example, ...others] = counterExamples
  expect(others).toEqual([])
  expect(example).toMatchObject({ law: 'commutative', base: null })
  expect(example!.inputs.map(({ wall, hybrid, vector }) => [wall, hybrid.us, vector])).toEqual([
    [0, 0, [0, 0, 0]],
    [0, 0, [0, 0, 0]],
  ])
  expect([example!.left, example!.right].sort()).toEqual(['0', '1'])
})

it('the sum counts the same version twice', () => {
  const { counterExamples } = lawsOf('(a, b) => a.value + b.value', 1, 2)
  expect(counterExamples.map(({ law }) => law)).toEqual(['idempotent'])
  expect(counterExamples[0]).toMatchObject({ left: '2', right: '1', inputs: [{ value: '1' }], base: { value: '1' } })
})

it('a deleted row is tried where the run has one', () => {
  const source = '(a, b) => a.value > b.value ? a.value : b.value'
  expect(lawsOf(source, 1, 2).verdict).toBe('converges as far as tried')
  const [example] = lawsOf(source, 1, 2, null).counterExamples
  expect(example).toMatchObject({ law: 'commutative' })
  expect([example!.left, example!.right].sort()).toEqual(['', '0'])
})

it('the mean is not associative', () => {
  const { counterExamples } = lawsOf('(a, b) => (a.value + b.value) / 2', 0, 4)
  expect(counterExamples.map(({ law }) => law)).toContain('associative')
})

it('a wall clock without a rule for equal times is not commutative', () => {
  const { verdict, counterExamples } = lawsOf('(a, b) => a.wall >= b.wall ? a.value : b.value', 1, 2)
  expect(verdict).toBe('may not converge')
  const [{ inputs } = { inputs: [] }] = counterExamples.filter(({ law }) => law === 'commutative')
  expect(inputs[0]!.wall).toBe(inputs[1]!.wall)
})

it('the same function is tried on the same versions every time', () => {
  const source = '(a, b) => a.value - b.value'
  expect(lawsOf(source, 1, 2)).toEqual(lawsOf(source, 1, 2))
})

it('says which call failed, and takes the later version for its result', () => {
  const { failed, verdict } = lawsOf('(a, b) => { throw Error("no") }', 1)
  expect(failed).toMatchObject({ fault: { kind: 'threw', line: 1 } })
  expect(verdict).toBe('converges as far as tried')
})

it('gives up in time on a function that takes all its steps', () => {
  const { tried } = lawsOf('() => { for (;;); }', 1)
  expect(tried).toBeGreaterThan(0)
  expect(tried).toBeLessThan(20)
})
