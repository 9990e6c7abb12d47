/** Regions: a witness that only votes, a strong read that is refused, and names of entries that are everywhere the same. */
import { findings } from './axe.ts'
import type { LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

const card = (lab: LabPage, node: string) => lab.stage.locator(`[data-node="${node}"]`)

test('a witness has a vote and no table; the region that reaches it goes on, the other one refuses reads and writes', async ({
  lab,
}) => {
  await lab.open('#/lab?preset=global-table-witness&t=445000')
  await expect(card(lab, 'ohio')).toContainText('WITNESS')
  await expect(card(lab, 'ohio')).toContainText('change data, no table')
  await expect(card(lab, 'ohio')).toContainText('cart for east')
  await expect(card(lab, 'ohio')).not.toContainText('{')
  await expect(card(lab, 'west')).toContainText('isolated, no writes')
  await expect(lab.stage).toContainText('read refused')
  expect(await findings(lab.page)).toEqual([])

  await card(lab, 'ohio').click({ position: { x: 30, y: 12 } })
  await expect(lab.inspector).toContainText('nobody reads or writes here')
  await expect(lab.inspector.locator('[data-rows]')).toHaveCount(0)
  await expect(lab.inspector.locator('[data-latency]')).toHaveCount(0)
  expect(await findings(lab.page)).toEqual([])

  await lab.open('#/lab?preset=global-table-witness&t=900000')
  await expect(card(lab, 'ohio')).toContainText('isolated, no vote')
  await expect(lab.stage).toContainText('reads cart = 4')
  await lab.open('#/lab?preset=global-table-witness&t=1390000')
  for (const region of ['east', 'west']) await expect(card(lab, region)).toContainText('{7}')
})

test('an entry has one name on the stage, on the card of a conflict and in the log', async ({ lab, page }) => {
  await lab.openPreset('global-table-mrec')
  await lab.toMilestone(/write-discarded/)
  await expect(page.locator('[data-kind="write-discarded"]').first()).toContainText('discarded A3, cart is B1')
  await lab.inspector.getByRole('tab', { name: 'Conflict' }).click()
  await expect(lab.inspector.locator('[data-conflict]')).toContainText('B1 wins')
  await expect(page.locator('[data-kind="entries-applied"]').first()).toHaveText(/applied [AB]\d$/)
})

test('beside a global table the rail says why nothing is compared', async ({ lab, page }) => {
  await lab.openPreset('global-table-mrsc')
  const section = page.locator('[data-section="build"]')
  await section.getByRole('button').first().click()
  await expect(section).toContainText('No other strategy beside a global table')
  await expect(section.getByRole('button', { name: /Compare with/ })).toHaveCount(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })

  test('a witness is one, too, and nothing on its card is cut', async ({ lab }) => {
    await lab.open('#/lab?preset=global-table-witness&t=97000')
    await expect(card(lab, 'ohio')).toContainText('WITNESS')
    await expect(card(lab, 'east')).toContainText('1 write waits')
    for (const node of ['east', 'ohio', 'west']) await expect(card(lab, node)).not.toContainText('…')
    expect(await findings(lab.page)).toEqual([])
  })
})
