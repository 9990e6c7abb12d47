/** The lag monitor: lag on the timeline's clock, thresholds moved by hand and by keyboard, alerts and what to ask. */
import { expect, test } from './visit.ts'

const AT = '#/lab?preset=heartbeat&t=6000000'

test('opens by its shortcut and by its tab, and goes back', async ({ lab, page }) => {
  await lab.open(AT)
  const tab = page.getByRole('tab', { name: 'Lag', exact: true })
  await page.keyboard.press('l')
  await expect(tab).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('[data-monitor=db2] [data-measure=reported] dd')).toHaveText('0 s')
  await tab.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: 'Time', exact: true })).toBeFocused()
  await expect(page.locator('[data-monitor]')).toHaveCount(0)
})

test('an alert goes to its moment, tells its causes, and has a query for each database', async ({ lab, page }) => {
  await lab.open(AT)
  await page.keyboard.press('l')
  const alert = page.locator('[data-alert="db2 seconds"]').first()
  await alert
    .getByRole('button', { name: /old data/ })
    .first()
    .click()
  const raised = await lab.time()
  expect(raised).toBeLessThan(6_000_000)
  await expect(page.locator('[data-alert="db2 seconds"]').first()).toHaveAttribute('data-standing', 'true')
  await alert.getByRole('button', { name: /^Why/ }).click()
  await expect(alert.getByRole('list', { name: 'Causes' }).getByRole('button').first()).toContainText('Bandwidth')
  await alert.getByRole('button', { name: /^Queries/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('[data-system=mysql] pre')).toContainText('replication_applier_status_by_worker')
  await expect(dialog.locator('[data-system=postgres] pre')).toContainText('replay_lag')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a threshold is moved by keyboard and by hand, in the run', { tag: '@R14' }, async ({ lab, page }) => {
  await lab.open(AT)
  await page.keyboard.press('l')
  const warn = page.locator('[data-threshold="lag.warnMs"]')
  await expect(warn).toHaveAttribute('aria-valuenow', '500')
  await warn.focus()
  await page.keyboard.press('ArrowUp')
  await expect(warn).toHaveAttribute('aria-valuenow', '600')
  const critical = (await page.locator('[data-threshold="lag.criticalMs"]').boundingBox())!
  const box = (await warn.boundingBox())!
  await page.mouse.move(box.x + 12, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + 12, (box.y + critical.y) / 2 + 12, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => Number(await warn.getAttribute('aria-valuenow'))).toBeGreaterThan(700)
})

test('pointing at the chart shows that moment on the stage; a press goes there', async ({ lab, page }) => {
  await lab.open(AT)
  await page.keyboard.press('l')
  await expect(page.locator('[data-measure]')).toHaveCount(5)
  const chart = (await page.locator('.mon-chart').boundingBox())!
  const place = [chart.x + chart.width * 0.4, chart.y + chart.height * 0.7] as const
  await page.mouse.move(...place)
  await expect(page.locator('.mile')).toContainText('This is how it was at')
  expect(await lab.time()).toBe(6_000_000)
  await page.mouse.click(...place)
  await expect.poll(() => lab.time()).toBeLessThan(5_000_000)
  await page.mouse.move(chart.x + 100, chart.y - 200)
  await expect(page.locator('.mile')).not.toContainText('This is how it was at')
})
