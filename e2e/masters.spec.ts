/** Several masters: the card of a conflict, rules compared and changed, rows written by hand, a clock set wrong. */
import { linkHash } from '../src/run/index.ts'
import { Controls } from './controls.ts'
import { runOf } from './files.ts'
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

test('vectors tell before, after and concurrent of writes that somebody makes up', { tag: '@R13' }, async ({
  lab,
  page,
}) => {
  const run = runOf('two-masters-lww')
  const rows = { ...run, interventions: [] }
  Object.assign(rows.scenario.multiMaster, { rows: 'cart,stock,price' })
  const link = linkHash(rows, 10_000)
  if ('problem' in link) throw new Error(link.problem)
  await lab.open(link.hash)
  const controls = new Controls(lab)
  await controls.openSection('clocks')
  const clockOfA = async (key: 'Home' | 'End') => {
    await controls.setting('nodes.db1.clockOffsetMs').getByRole('slider').focus()
    await page.keyboard.press(key)
  }
  const write = async (client: string, row: string, value: string) => {
    await lab.stage.locator(`[data-client="${client}"]`).first().click()
    const form = lab.inspector.getByRole('form', { name: 'Write by hand' })
    await form.getByRole('combobox').selectOption(row)
    await form.getByRole('textbox').fill(value)
    await form.getByRole('button', { name: 'Write' }).click()
    await page.keyboard.press('Escape')
  }
  /** What the vectors of the newest conflict say. */
  const said = async (title: string, relation: string, why: RegExp) => {
    await lab.toMilestone(/write-discarded/)
    await openConflict(lab)
    await expect(card(lab)).toContainText(`Vectors say: ${title}`)
    await expect(card(lab).locator(`[data-verdict="${relation}"]`)).toHaveText(why)
  }

  // A clock that is wrong makes conflicts also of writes that knew of each other: the vectors see through it.
  await clockOfA('End')
  await write('c1', 'cart', '41')
  await lab.toMilestone(/masters-agree/)
  await write('c2', 'cart', '42')
  await said('A1 before B1', 'before', /B1 is higher in .*the writer of B1 had seen A1\.$/)

  await clockOfA('Home')
  await write('c2', 'stock', '43')
  await lab.toMilestone(/masters-agree/)
  await write('c1', 'stock', '44')
  await said('B2 before A2', 'before', /A2 is higher in .*the writer of A2 had seen B2\.$/)

  await write('c1', 'price', '45')
  await write('c2', 'price', '46')
  await said('concurrent', 'concurrent', /A3 is higher in .*, B3 in .*Neither saw the other\.$/)
})
