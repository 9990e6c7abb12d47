/** [D1] The same run has the same digest on every machine: Node and Chromium run the same bundle. */
import { runInThisContext } from 'node:vm'
import { expect, test } from '@playwright/test'
import { bundle } from './bundle.ts'

test('[D1] every preset has equal digests in Node and in Chromium, at every milestone', async ({ page }) => {
  const code = await bundle('./digests.ts', 'digests')
  // In this context: in one of its own each look at a global name takes long, and the whole test five times as long.
  const here = runInThisContext(`(() => { ${code}; return digests.digestsOfPresets() })()`) as Record<
    string,
    [number, string][]
  >
  await page.goto('about:blank')
  await page.addScriptTag({ content: `${code}; window.digests = digests` })
  const there = await page.evaluate('digests.digestsOfPresets()')
  expect(Object.keys(here)).toEqual(
    expect.arrayContaining([
      'async-pipeline',
      'semi-sync',
      'lag-under-load',
      'slow-sql-thread',
      'failover-clean',
      'failover-lost-writes',
    ]),
  )
  expect(here['failover-lost-writes']!.length).toBeGreaterThan(5)
  expect(new Set(here['failover-lost-writes']!.map(([, digest]) => digest)).size).toBeGreaterThan(5)
  expect(there).toEqual(here)
})
