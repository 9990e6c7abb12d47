import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { createEngine } from '../engine/index.ts'
import { parseRun, type Run } from '../run/index.ts'
import { mergingWith, type OpenSandbox, sandboxes } from './index.ts'

const wasm = () => readFileSync(createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm'))

/** Both masters write the row at the same moment; what they hold in the end, and what became of the conflict. */
function played(source: string, open: OpenSandbox) {
  const put = (client: string, value: number) => ({
    atMs: 10,
    do: 'write',
    client,
    key: 'cart',
    operation: 'put',
    value,
  })
  const parsed = parseRun({
    scenario: {
      nodes: ['db1', 'db2'].map((id) => ({ id, role: 'master' })),
      clients: ['c1', 'c2'].map((id, i) => ({ id, kind: 'stream', ratePerSecond: 0, node: `db${i + 1}` })),
      failover: { monitor: false },
      multiMaster: { topology: 'all-to-all', rule: 'function', function: source, rows: 'cart' },
    },
    interventions: [put('c1', 3), put('c2', 5)],
  })
  if ('problem' in parsed) throw new Error(parsed.problem)
  const run: Run = parsed.run
  const engine = createEngine(run, { merge: mergingWith(open)(run) })
  engine.runTo(1_000_000)
  const { sites, conflicts } = engine.frame().multiMaster!
  const values = sites.map(({ rows }) => rows.map(({ versions }) => versions.map(({ value }) => value)))
  return { values, conflicts, digest: engine.digest() }
}

describe('a reader’s function', () => {
  let open: OpenSandbox
  beforeAll(async () => {
    open = await sandboxes(wasm())
  })

  it('makes one version of two, alike at every master', () => {
    const { values, conflicts } = played('(a, b) => a.value + b.value', open)
    expect(values).toEqual([[['8']], [['8']]])
    expect(conflicts.at(-1)).toMatchObject({ outcome: 'merged', rule: 'function' })
  })

  it('is told who wrote a version, and what that one had seen', () => {
    expect(played('(a, b) => [a.node, b.node].sort().join() + a.vector.length', open).values).toEqual([
      [['"db1,db22"']],
      [['"db1,db22"']],
    ])
  })

  it('that cannot be used, or that fails, is said with its place, and the later version stands', () => {
    for (const [source, sentence] of [
      ['(a, b) =>', /^Line 1, column \d+: /],
      ['(a, b) => { throw new Error("no") }', /no/],
      ['(a, b) => { for (;;) {} }', /never|turns|long/],
    ] as const) {
      const { values, conflicts } = played(source, open)
      expect(conflicts.length).toBeGreaterThan(0)
      expect(values[0]).toEqual(values[1])
      expect(conflicts.at(-1)!.error).toMatch(sentence)
    }
  })

  it('gives the same digest in another sandbox', async () => {
    const other = await sandboxes(wasm())
    const source = '(a, b) => Math.max(a.value, b.value)'
    expect(played(source, open).digest).toBe(played(source, other).digest)
  })
})
