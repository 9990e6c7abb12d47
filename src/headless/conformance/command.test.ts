import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseConformance } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'cases-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SCENARIO = {
  untilMs: 200,
  nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }],
  clients: [{ id: 'c1', thinkMs: 10 }],
}
const withValue = (value: unknown) => ({
  id: 'tiny',
  source: 'by hand',
  runs: [{ scenario: SCENARIO }],
  measures: { writes: 'count(write-ok)' },
  expect: [{ measure: 'writes', op: 'gt', value }],
})

function lab(file: string, content: unknown, ...options: string[]) {
  const path = join(folder, file)
  writeFileSync(path, JSON.stringify(content))
  const argv = [join(import.meta.dirname, '../lab.mjs'), 'conformance', ...options, path]
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: folder, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('lab conformance', () => {
  it('takes a folder or none, and --json anywhere', () => {
    expect(parseConformance([])).toEqual({ do: 'conformance', source: null, json: false })
    expect(parseConformance(['dir', '--json'])).toEqual({ do: 'conformance', source: 'dir', json: true })
    expect(parseConformance(['a', 'b'])).toEqual({ problem: 'conformance takes one folder, but got "a" and "b".' })
    expect(parseConformance(['--fast'])).toEqual({ problem: 'conformance takes no "--fast"; known is --json.' })
  })

  it('exits with 0 when all hold, 1 when one does not, 2 when a file cannot be used', () => {
    const good = lab('good.json', withValue(5), '--json')
    expect(good.status).toBe(0)
    expect(JSON.parse(good.stdout)).toEqual({
      cases: [
        {
          id: 'tiny',
          holds: true,
          ours: [{ measure: 'writes', value: expect.any(Number) }],
          theirs: [{ op: 'gt', value: 5, text: 'more than 5', holds: true }],
        },
      ],
    })
    const bad = lab('bad.json', withValue(5000))
    expect([bad.status, bad.stdout]).toEqual([1, expect.stringContaining('DOES NOT HOLD')])
    const wrong = lab('wrong.json', withValue('many'))
    expect(wrong).toEqual({
      status: 2,
      stdout: '',
      stderr: 'wrong.json: expect[0].value must be a number, but is "many".\n',
    })
  })
})
