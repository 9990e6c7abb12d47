/** Branches: listed, opened, named, dropped, and two of them side by side on one clock. */
import { KEY, type LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

const button = (lab: LabPage) => lab.page.locator('[data-branches]')
const panel = (lab: LabPage) => lab.page.getByRole('region', { name: 'Branches' })
const compare = (lab: LabPage) => lab.page.getByRole('region', { name: 'Comparison' })

/** The failover of the preset, and beside it a run in which db2 dies first. Where the failover ended. */
async function fork(lab: LabPage): Promise<{ us: number; digest: string }> {
  await lab.openPreset('failover-lost-writes')
  await lab.toMilestone(/^failover-done$/)
  const done = { us: await lab.time(), digest: await lab.digest() }
  await lab.page.keyboard.press('Home')
  await lab.stepOn(50)
  await lab.page.keyboard.press('2')
  await lab.page.keyboard.press('k')
  await expect(lab.participant('db2')).toContainText('down')
  await expect(button(lab)).toContainText('Fork 1, 1 other branch')
  return done
}

test('a fork is listed with what it began with; the old branch opens again as it was', async ({ lab, page }) => {
  const done = await fork(lab)
  await button(lab).click()
  const items = panel(lab).locator('[data-branch]')
  await expect(items).toHaveCount(2)
  await expect(items.nth(1)).toContainText('db2 killed')
  await expect(items.nth(1)).toContainText(/parted from Run at \d/)
  await expect(items.nth(1)).toHaveAttribute('data-present', 'true')

  await panel(lab).getByRole('button', { name: 'Rename Fork 1' }).click()
  await page.keyboard.type('db2 first')
  await page.keyboard.press('Enter')
  await expect(items.nth(1)).toContainText('db2 first')
  await expect(button(lab)).toContainText('db2 first')

  await panel(lab).getByRole('button', { name: 'Open Run' }).click()
  await expect(panel(lab)).toHaveCount(0)
  await expect(lab.participant('db2')).not.toContainText('down')
  await page.keyboard.press('End')
  expect({ us: await lab.time(), digest: await lab.digest() }).toEqual(done)

  await button(lab).click()
  await panel(lab).getByRole('button', { name: 'Drop db2 first' }).click()
  await expect(items).toHaveCount(1)
})

test('two branches stand side by side: one clock, what differs in sentences, their counters beside each other', async ({
  lab,
  page,
}) => {
  await fork(lab)
  await button(lab).click()
  await panel(lab).getByRole('button', { name: 'Compare with Run' }).click()
  await expect(compare(lab)).toBeVisible()
  const [here, there] = ['here', 'there'].map((side) => compare(lab).locator(`svg[data-side="${side}"]`))
  await expect(here!.locator('[data-node="db2"]')).toContainText('DOWN')
  await expect(there!.locator('[data-node="db2"]')).not.toContainText('DOWN')
  await expect(compare(lab)).toContainText('db2 is down on Fork 1, is up on Run.')

  // Steps and seeks move both; on the run db1 dies, on the fork it lives.
  await page.keyboard.press('Escape')
  await expect(compare(lab)).toHaveCount(0)
  await button(lab).click()
  await panel(lab).getByRole('button', { name: 'Open Run' }).click()
  await button(lab).click()
  await panel(lab).getByRole('button', { name: 'Compare with Fork 1' }).click()
  await lab.toMilestone(/^failover-done$/)
  await expect(here!.locator('[data-node="db1"]')).toContainText('DOWN')
  await expect(there!.locator('[data-node="db1"]')).toContainText('MASTER')
  await expect(compare(lab)).toContainText(/\d promised writes lost on Run, 0 on Fork 1\./i)
  const lost = compare(lab).locator('[data-counter-pair="lost"] td')
  expect(Number(await lost.first().innerText())).toBeGreaterThan(0)
  await expect(lost.last()).toHaveText('0')

  const at = await lab.time()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => lab.time()).toBeGreaterThan(at)
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await lab.toBePlaying(false)
  await page.keyboard.press('Home')
  await expect(compare(lab)).toContainText('are alike')
  await page.getByRole('button', { name: 'End the comparison' }).click()
  await expect(compare(lab)).toHaveCount(0)
  await expect(lab.card('db1')).toBeVisible()
})

test.describe('390 x 844', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('on a phone one of the two is shown, and a switch shows the other', async ({ lab, page }) => {
    await lab.openPreset('async-pipeline')
    await lab.stepOn(40)
    await page.keyboard.press('Home')
    await lab.press(KEY.step, 10)
    await page.keyboard.press('2')
    await page.keyboard.press('k')
    await page.getByRole('tab', { name: 'Controls' }).tap()
    await button(lab).tap()
    await panel(lab).getByRole('button', { name: 'Compare with Run' }).tap()
    await expect(compare(lab).locator('svg[data-side]')).toHaveCount(1)
    await expect(compare(lab).locator('[data-node="db2"]')).toContainText('DOWN')
    await compare(lab).getByRole('radio', { name: 'Run', exact: true }).tap()
    await expect(compare(lab).locator('[data-node="db2"]')).not.toContainText('DOWN')
    await page.getByRole('button', { name: 'End the comparison' }).tap()
    await expect(compare(lab)).toHaveCount(0)
  })
})
