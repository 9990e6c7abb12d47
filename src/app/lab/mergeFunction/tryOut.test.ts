import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { startingFunctions } from '../../../words/index.ts'
import { type MergeVersion, type OpenSandbox, sandboxes } from '../../../worker/index.ts'
import { examplesOf, type Values } from './examples.ts'
import { brokenBy, LAWS, placeIn, type Tried, tryOut } from './tryOut.ts'

let open: OpenSandbox
beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm')
  open = await sandboxes(readFileSync(wasm))
})

const nodes = ['db1', 'db2', 'db3'].map((id) => ({ id })) as never
const madeUp = (values: Values): MergeVersion[] => examplesOf({ nodes, multiMaster: null }, values)

function triedOut(source: string, examples: MergeVersion[]): Tried {
  const turns = tryOut(open, source, examples)
  for (;;) {
    const turn = turns.next()
    if (turn.done) return turn.value
  }
}

function reportOf(source: string, examples: MergeVersion[]) {
  const tried = triedOut(source, examples)
  if (tried.error !== null) throw new Error(tried.error.message)
  return tried.report
}

describe('what the editor offers to begin with', () => {
  test.each(startingFunctions)('$name: keeps and breaks what its name says', ({ rows, breaks, source }) => {
    for (const values of rows === 'any' ? (['number', 'list', 'text'] as const) : [rows]) {
      const report = reportOf(source, madeUp(values))
      expect(report.failed).toBe(null)
      expect(report.tried).toBe(200)
      expect(
        LAWS.filter((law) => brokenBy(report, law) !== null),
        values,
      ).toEqual(breaks === null ? [] : [breaks])
    }
  })

  test.each(startingFunctions)('$name: takes rows that were deleted', ({ rows, source }) => {
    const values = madeUp(rows === 'any' ? 'number' : rows)
    const report = reportOf(source, [...values, { ...values[0]!, value: '' }])
    expect(report.failed).toBe(null)
  })

  it('has a name of its own for each, and breaks each law once', () => {
    expect(new Set(startingFunctions.map(({ id }) => id)).size).toBe(startingFunctions.length)
    expect(startingFunctions.flatMap(({ breaks }) => breaks ?? []).sort()).toEqual([...LAWS].sort())
  })
})

describe('a source', () => {
  it('that is no function is told with its place', () => {
    const tried = triedOut('(a, b) => {\n  return a.value +\n}', [])
    expect(tried.error).toMatchObject({ line: 3, message: expect.stringMatching(/^This is not JavaScript/) })
    expect(placeIn(tried)).toMatchObject({ line: 3, severe: true })
  })

  it('that fails on some values is told with the place at which it did, and still is one', () => {
    const tried = triedOut('(a, b) => {\n  return a.value.length.no.no\n}', madeUp('number'))
    expect(tried.error).toBe(null)
    expect(placeIn(tried)).toMatchObject({ line: 2, severe: false })
  })

  it('with nothing wrong has no place', () => {
    expect(placeIn(triedOut('() => 1', madeUp('number')))).toBe(null)
  })
})
