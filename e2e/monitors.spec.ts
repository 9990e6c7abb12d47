/** Several monitors: how many there are is chosen in the rail, and each of them has a place, words and a panel of its own. */

import { Controls } from './controls.ts'
import type { LabPage } from './labPage.ts'
import { KEY } from './labPage.ts'
import { expect, test } from './visit.ts'

const count = (lab: LabPage) => new Controls(lab).all.locator('[data-monitors-count]')
const hexagon = (lab: LabPage, id: string) => lab.stage.locator(`[data-monitor="${id}"]`)

test('their number is chosen, shown as changed, taken back, and in the link', async ({ lab, page, freshProfile }) => {
  await lab.openPreset('failover-clean')
  await lab.press(KEY.step, 12)
  const before = await lab.digest()
  const time = await lab.time()
  const radio = (name: string) => count(lab).getByRole('radio', { name, exact: true })
  const dot = count(lab).getByRole('button', { name: 'Monitors: changed; set back' })
  await expect(count(lab)).toHaveAttribute('data-monitors-count', '1')
  await expect(dot).toHaveCount(0)
  await radio('3').click()
  await expect(count(lab)).toHaveAttribute('data-monitors-count', '3')
  for (const id of ['m1', 'm2', 'm3']) await expect(hexagon(lab, id)).toBeVisible()
  await expect(hexagon(lab, 'monitor')).toHaveCount(0)
  // Played again from the start, to the same moment.
  expect(await lab.time()).toBe(time)
  const link = await lab.copiedLink()
  const digest = await lab.digest()

  await dot.click()
  await expect(count(lab)).toHaveAttribute('data-monitors-count', '1')
  await lab.press('z', 2)
  await expect(count(lab)).toHaveAttribute('data-monitors-count', '1')
  await expect(dot).toHaveCount(0)
  expect(await lab.digest()).toBe(before)
  await lab.press('Shift+Z')
  await expect(count(lab)).toHaveAttribute('data-monitors-count', '3')

  const other = await freshProfile()
  await other.page.goto(link)
  await other.shown()
  await expect(count(other)).toHaveAttribute('data-monitors-count', '3')
  expect(await other.digest()).toBe(digest)

  await radio('none').click()
  await expect(count(lab)).toHaveAttribute('data-monitors-count', '0')
  await expect(page.locator('[data-monitor]')).toHaveCount(0)
})

test('with data centres each can be moved to another', async ({ lab }) => {
  await lab.openPreset('no-majority')
  const place = new Controls(lab).all.getByLabel('Where m3 stands')
  await expect(place).toHaveValue('west')
  await place.selectOption('east')
  await expect(place).toHaveValue('east')
  await lab.press('z')
  await expect(place).toHaveValue('west')
})

test('each has a panel of its own, by pointer and by keyboard', async ({ lab, page }) => {
  await lab.openPreset('three-monitors')
  await lab.toMilestone(/^elected$/)
  for (const id of ['m1', 'm2', 'm3']) {
    await hexagon(lab, id).locator('path').first().click({ force: true })
    await expect(lab.inspector.getByRole('heading', { name: id, exact: true })).toBeVisible()
    await expect(lab.inspector.locator(`[data-vote="${id}"]`)).toContainText('last vote')
    await expect(lab.inspector.locator('[data-machine=voter]')).toBeVisible()
    await expect(lab.participant(id)).toContainText(`Monitor ${id}.`)
    await expect(lab.participant(id)).toHaveAttribute('aria-pressed', 'true')
  }
  // The way from one to the next by arrows, and from each to the master that it watches.
  await lab.participant('m3').focus()
  await page.keyboard.press('ArrowUp')
  await expect(lab.participant('m2')).toBeFocused()
  await expect(lab.inspector.getByRole('heading', { name: 'm2', exact: true })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(lab.participant('db1')).toBeFocused()
})
