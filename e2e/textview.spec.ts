/** The stage in words: complete, walked with few keys, and told by one voice. */
import { KEY, type LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

const focused = (lab: LabPage) =>
  lab.page.evaluate(() => {
    const one = document.activeElement as HTMLElement
    return one.dataset['participant'] ?? one.dataset['message'] ?? one.dataset['fact'] ?? one.innerText.slice(0, 40)
  })

test('has a heading for each part of the page, and one tab stop for each list', async ({ lab, page }) => {
  await lab.openPreset('failover-clean')
  await lab.stepOn(60)
  for (const name of ['Stage', 'Controls', 'Timeline', 'Event log'])
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toHaveCount(1)
  const stops = (selector: string) => page.locator(`${selector} [tabindex="0"]`).count()
  expect(await stops('[data-nodes]')).toBe(1)
  expect(await stops('[data-log]')).toBe(1)
  expect(await stops('[data-messages]')).toBeLessThanOrEqual(1)
  // The whole page: the log's hundreds of rows are no stops.
  await expect(lab.log.getByRole('button').nth(40)).toBeAttached()
  const all = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, [tabindex]')].filter(
        (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.getClientRects().length > 0,
      ).length,
  )
  expect(all).toBeLessThan(110)
})

test('arrows follow the topology: down to the slaves, along them, to clients, monitor and links', async ({
  lab,
  page,
}) => {
  await lab.openPreset('failover-clean')
  await page.keyboard.press('1')
  await lab.participant('db1').focus()
  const walk = async (key: string) => {
    await page.keyboard.press(key)
    return focused(lab)
  }
  expect(await walk('ArrowRight')).toBe('db2')
  expect(await walk('ArrowDown')).toBe('db3')
  expect(await walk('ArrowLeft')).toBe('db1')
  const client = await walk('ArrowLeft')
  await expect(lab.participant(client)).toContainText('client')
  expect(await walk('ArrowRight')).toBe('db1')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('End')
  expect(await focused(lab)).toMatch(/~/)
  // Nowhere in particular the same arrows move the selection.
  await page.keyboard.press('Escape')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('1')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-inspector="db2"]')).toBeVisible()
})

test('shown to everybody it says what the drawing says', { tag: '@R18' }, async ({ lab, page }) => {
  await lab.openPreset('failover-lost-writes')
  await lab.toMilestone(/^failover-done$/)
  const lost = await lab.counter('lost')
  await page.keyboard.press('v')
  const text = page.locator('[data-text-view]')
  await expect(text).toBeVisible()
  await expect(text.locator('[data-participant="db1"]')).toContainText('down')
  await expect(text).toContainText(/log #\d+ to #\d+: .*lost #\d+/)
  await expect(text).toContainText(`${lost} writes lost`)
  await expect(text).toContainText(/writes sent\s*\d+/)
  await expect(text).toContainText('I/O: ')
  for (const name of ['Nodes', 'Clients and monitors', 'Links', 'On the way', 'Commit gate', 'Lost writes'])
    await expect(text.getByRole('heading', { level: 3, name, exact: true })).toBeVisible()
  await text.locator('[data-participant="db3"]').click()
  await expect(page.locator('[data-inspector="db3"]')).toBeVisible()
  await page.keyboard.press('v')
  await expect(text).toHaveCount(0)
})

test('the log is walked with arrows and narrowed by participant and by kind', async ({ lab, page }) => {
  await lab.openPreset('failover-lost-writes')
  await lab.toMilestone(/^failover-done$/)
  await page.keyboard.press('Home')
  await lab.stepOn(30)
  // What comes right after the playhead stands right above it.
  const times = (await lab.log.getByRole('button').allInnerTexts()).map((row) => Number.parseFloat(row))
  expect(times).toEqual([...times].sort((a, b) => b - a))
  const now = (await lab.time()) / 1_000_000
  const ahead = times.filter((t) => t > now + 0.0005)
  expect(ahead.length).toBeGreaterThan(20)
  await lab.press(KEY.step)
  const next = (await lab.time()) / 1_000_000
  expect(Math.min(...ahead)).toBeLessThanOrEqual(next + 0.001)

  await lab.log.locator('[aria-current="true"]').focus()
  const before = await lab.time()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect.poll(() => lab.time()).toBeGreaterThanOrEqual(before)

  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('End')
  await page.getByRole('combobox', { name: 'Which events' }).selectOption('failover')
  await expect(lab.log.getByRole('button', { name: /suspects db1/ })).toBeVisible()
  await expect(lab.log.getByRole('button', { name: /wrote/ })).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Whose events' }).selectOption('db3')
  await expect(lab.log.getByRole('button', { name: /suspects db1/ })).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Which events' }).selectOption('')
  await expect(lab.log.getByRole('button', { name: /applied #/ }).first()).toBeAttached()
})

test('one live region, polite; a step is told, and what a user asked for is answered', { tag: '@R18' }, async ({
  lab,
  page,
}) => {
  await lab.openPreset('failover-lost-writes')
  const live = page.locator(':is([aria-live], [role=alert], [role=status], [role=log]):not([aria-live=off])')
  await expect(live).toHaveCount(1)
  await expect(live).toHaveAttribute('aria-live', 'polite')
  await lab.toMilestone(/^killed$/)
  await expect(live).toContainText('db1 dies')
  await lab.press(KEY.step)
  await expect(live).not.toContainText('db1 dies')
  await lab.copiedLink()
  await expect(live).toContainText('Link copied')
})
