import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { encodeRun, linkHash, writeFile } from '../run/index.ts'
import { home } from '../scenarios/index.ts'
import { findRun } from './source.ts'

const folder = mkdtempSync(join(tmpdir(), 'lab-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const problem = (source: string) => {
  const found = findRun(source)
  return 'problem' in found ? found.problem : 'no problem'
}
const hash = (linkHash(home.run, 240_000) as { hash: string }).hash

describe('FILE', () => {
  it('is a preset, a saved run, a scenario, a link, a bare link text, or a file with a link in it', () => {
    const { run } = home
    expect(findRun('home')).toEqual({ run, t: 0 })
    expect(findRun(file('run.json', writeFile(run)))).toEqual({ run, t: 0 })
    expect(findRun(file('scenario.json', JSON.stringify(run.scenario)))).toEqual({ run, t: 0 })
    expect(findRun(`http://localhost:4173/some/path/${hash}`)).toEqual({ run, t: 240_000, beside: null })
    expect(findRun((encodeRun(run) as { text: string }).text)).toEqual({ run, t: 0, beside: null })
    expect(findRun(file('link.txt', `http://localhost/${hash}\n`))).toEqual({ run, t: 240_000, beside: null })
  })

  it('that cannot be used says so in one sentence', () => {
    expect(problem('nonsense')).toContain('There is no file, link or preset "nonsense"; presets are async-pipeline,')
    expect(problem('https://example.org/#/lab')).toBe('This link carries no run: it has no s= after its #.')
    expect(problem(`http://localhost/${hash.replace(/s=\d+\./, '$&x')}`)).toContain('This link is damaged')
    expect(problem(folder)).toBe(`${folder} cannot be read: it is a folder.`)
    expect(problem(file('broken.json', '{"nodes": [}'))).toMatch(
      /broken\.json: The file is not JSON: at line 1, column 12/,
    )
    const minus = JSON.stringify({
      nodes: [
        { id: 'db1', role: 'master' },
        { id: 'db2', applyMs: -5 },
      ],
    })
    expect(problem(file('minus.json', minus))).toMatch(
      /: nodes\[1\]\.applyMs must be between 0\.001 and 60000 ms, but is -5\.$/,
    )
    expect(problem(file('big.json', ' '.repeat(1_000_001)))).toContain('at most 1000000 are allowed')
  })
})
