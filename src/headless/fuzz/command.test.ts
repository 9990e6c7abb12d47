/** `lab fuzz` as its users meet it: in a process of its own, by what it prints and how it exits. */
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('plays seeds, tries inputs and calls functions in threads, and prints one object', () => {
  const lab = join(import.meta.dirname, '../lab.mjs')
  const args = [lab, 'fuzz', '--seeds', '3', '--inputs', '20', '--functions', '5', '--from', '7', '--json']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: tmpdir(),
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  expect(JSON.parse(stdout)).toEqual({ runs: 28, violations: [] })
  expect(status).toBe(0)
  expect(stderr).toMatch(/^28 of 28 in \d+ s, [\d.]+ a second, 0 violations$/m)
})
