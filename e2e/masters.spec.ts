/** Several masters: the card of a conflict, rules compared and changed, rows written by hand, a clock set wrong. */
import { Controls } from './controls.ts'
import type { LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

const card = (lab: LabPage) => lab.inspector.locator('[data-conflict]')
const ruling = (lab: LabPage, name: string) => lab.inspector.locator(`[data-ruling="${name}"]`)
const values = (lab: LabPage, node: string) => lab.participant(node).innerText()

/** The newest conflict, as the stage marks it. */
async function openConflict(lab: LabPage): Promise<void> {
  await lab.inspector.getByRole('tab', { name: 'Conflict' }).click()
  await expect(card(lab)).toBeVisible()
}

test('the same two versions by every rule, and another rule from here on', { tag: '@R12' }, async ({ lab, page }) => {
  await lab.openPreset('two-masters-lww')
  await lab.toMilestone(/write-discarded/)
  await openConflict(lab)
  await expect(lab.inspector.locator('[data-rulings]')).toHaveAttribute('data-rulings', '7')
  await expect(ruling(lab, 'wall clock')).toHaveAttribute('aria-current', 'true')
  await expect(ruling(lab, 'wall clock')).toContainText('told OK')
  await expect(ruling(lab, 'arrival, rows')).toContainText('they differ')
  await expect(ruling(lab, 'vectors')).toContainText('2 and 3 side by side')
  const before = await lab.digest()

  await lab.inspector.getByRole('radio', { name: 'siblings' }).click()
  await expect(lab.inspector.getByText('From now on: siblings, by version vectors.')).toBeVisible()
  await lab.toMilestone(/masters-agree/)
  await expect(card(lab)).toHaveAttribute('data-outcome', 'siblings')
  await expect.poll(() => values(lab, 'db1')).toMatch(/4.*5|5.*4/)

  await page.keyboard.press('ControlOrMeta+z')
  await lab.toMilestone(/write-discarded/, 'Shift+Comma')
  expect(await lab.digest()).toBe(before)
})

test('a row written by hand at one master comes to the other', async ({ lab }) => {
  await lab.openPreset('two-masters-lww')
  await lab.stage.locator('[data-client="c1"]').first().click()
  const form = lab.inspector.getByRole('form', { name: 'Write by hand' })
  await form.getByRole('combobox').selectOption('stock')
  await form.getByRole('textbox').fill('77')
  await form.getByRole('button', { name: 'Write' }).click()
  await lab.toMilestone(/write-discarded/)
  await expect.poll(() => values(lab, 'db1')).toContain('77')
  await expect.poll(() => values(lab, 'db2')).toContain('77')
  const link = await lab.copiedLink()
  await lab.page.goto(link)
  await lab.shown()
  await expect.poll(() => values(lab, 'db2')).toContain('77')
})

test('a clock that is set ahead makes its own write win that was really earlier', { tag: '@R12' }, async ({
  lab,
  page,
}) => {
  await lab.openPreset('two-masters-lww')
  await lab.toMilestone(/write-discarded/)
  await openConflict(lab)
  await expect(card(lab)).toContainText('B1 wins')
  await lab.press('Home')
  const controls = new Controls(lab)
  await controls.openSection('clocks')
  const slider = controls.setting('nodes.db1.clockOffsetMs').getByRole('slider')
  await slider.focus()
  for (let i = 0; i < 10 && Number(await controls.value('nodes.db1.clockOffsetMs')) < 100; i++)
    await page.keyboard.press('PageUp')
  await lab.toMilestone(/write-discarded/)
  await expect(card(lab)).toContainText('was really the later write')
})
