/** What leaves the lab: scenario, pictures, events; and a run that is too long for an address. */
import type { Download, Page } from '@playwright/test'
import { dropFile, fileOf, runOf } from './files.ts'
import { expect, test } from './visit.ts'

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Through the menu, as a visitor does it. */
async function saved(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) }
}

test('the menu says what each file is, and every file holds what it says', async ({ lab, page }) => {
  await lab.openPreset('failover-lost-writes')
  await lab.toMilestone(/^failover-done$/)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const items = page.getByRole('menuitem')
  await expect(items).toHaveCount(9)
  for (const text of await items.allInnerTexts()) expect(text.split('\n').length).toBeGreaterThan(1)
  await page.keyboard.press('Escape')

  const svg = await saved(page, 'Save picture as SVG')
  expect(svg.name).toMatch(/^failover-lost-writes-\d+\.\d{3}s\.svg$/)
  const drawn = await page.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      name: root.localName,
      text: root.textContent,
      tokens: /var\(--/.test(text),
      width: root.getAttribute('width'),
    }
  }, svg.bytes.toString())
  expect(drawn).toMatchObject({ name: 'svg', tokens: false })
  expect(drawn.text).toContain('db2')
  expect(drawn.text).toMatch(/\d writes lost/)

  const png = await saved(page, 'Save picture as PNG')
  expect(png.name).toMatch(/\.png$/)
  expect([...png.bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  expect(png.bytes.readUInt32BE(16)).toBe(2 * Number(drawn.width))

  const events = await lab.event()
  const csv = await saved(page, 'Save events as CSV')
  expect(csv.name).toBe('failover-lost-writes.events.csv')
  const lines = csv.bytes.toString().split('\r\n')
  expect(lines[0]).toMatch(/^id,t_s,at,kind,/)
  expect(lines.pop()).toBe('')
  expect(lines).toHaveLength(events + 1)
  expect(lines.filter((line) => line.includes(',killed,'))).toHaveLength(1)

  const log = (await saved(page, 'Save events for ShiViz')).bytes.toString().split('\n')
  expect(log[0]).toContain('(?<host>')
  expect(log[1]).toBe('')
  expect(log[2]).toMatch(/^\S+ \{"/)
  expect(log).toHaveLength(2 + 2 * events + 1)

  const scenario = await saved(page, 'Save scenario')
  expect(scenario.name).toBe('failover-lost-writes.scenario.json')
  const json = JSON.parse(scenario.bytes.toString())
  expect(json).toMatchObject({ id: 'failover-lost-writes' })
  expect(json).not.toHaveProperty('interventions')
  // Opened again it is the same set-up with nothing done to it: nobody dies.
  await page.keyboard.press('Home')
  await dropFile(page, fileOf('again.json', json))
  await expect(lab.root).toHaveAttribute('data-time', '0')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Failover with lost writes')
  await lab.stepOn(30)
  await expect(lab.log.getByRole('button', { name: /killed/ })).toHaveCount(0)
})

/** A run with so much done to it that no address can hold it. */
function longRun() {
  const run = runOf('async-pipeline')
  const interventions = Array.from({ length: 1900 }, (_, i) => ({
    atMs: Math.round((10_000 + i * 7) * 1000 + ((i * 7919) % 1000)) / 1000,
    do: 'set' as const,
    path: 'network.oneWayMs',
    value: (10_000 + ((i * 104_729) % 50_021)) / 1000,
  }))
  return { ...run, scenario: { ...run.scenario, title: 'Too long for a link' }, interventions }
}

test('a run too long for an address says so, and outlives a reload of its tab', async ({ lab, page }) => {
  await lab.open('#/lab')
  await dropFile(page, fileOf('long.json', longRun()))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Too long for a link')
  await expect(lab.notices).toContainText('This tab keeps it over a reload')
  await expect(lab.notices.getByRole('button', { name: 'Save file' })).toBeVisible()
  await page.reload()
  await lab.shown()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Too long for a link')
  await expect(lab.notices).toContainText('kept in this tab')
})

test('where the tab may keep nothing, that is said instead', async ({ lab, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('closed', 'SecurityError')
      },
    })
  })
  await lab.open('#/lab')
  await dropFile(page, fileOf('long.json', longRun()))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Too long for a link')
  await expect(lab.notices).toContainText('a reload opens the empty lab')
})
