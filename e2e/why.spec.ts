/** "Why?": every coloured state names the events that made it so, and each of them can be gone to. */
import { KEY, type LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

const asked = (lab: LabPage, about: string) => lab.page.locator(`[data-why="${about}"]`)
const causes = (lab: LabPage) => lab.page.getByRole('list', { name: 'Causes, first cause first' })
const rows = (lab: LabPage) => causes(lab).getByRole('button')

test('the chain of a promotion begins with the death, and each cause can be gone to', { tag: '@R10' }, async ({
  lab,
  page,
}) => {
  await lab.openPreset('failover-lost-writes')
  await lab.toMilestone(/^failover-done$/)
  await lab.select('db2')
  await asked(lab, 'db2 is master').click()
  await expect(rows(lab).first()).toBeVisible()
  const told = await rows(lab).allInnerTexts()
  expect(told.length).toBeGreaterThan(2)
  expect(told[0]).toContain('db1 dies')
  expect(told.at(-1)).toContain('db2')
  const times = told.map((text) => Number.parseFloat(text))
  expect(times).toEqual([...times].sort((a, b) => a - b))

  // To the first cause: db2 is no master there, and yet the chain stays, with the focus on its row.
  await rows(lab).first().click()
  expect(Math.round((await lab.time()) / 1000)).toBe(Math.round(times[0]! * 1000))
  await expect(lab.milestone).toHaveAttribute('data-milestone', 'killed')
  await expect(page.locator('[data-why-open]')).toBeVisible()
  await expect(rows(lab).first()).toBeFocused()
  // On from cause to cause with keys alone.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(Math.round((await lab.time()) / 1000)).toBe(Math.round(times[1]! * 1000))
  await page.getByRole('button', { name: 'Close the causes' }).click()
  await expect(causes(lab)).toHaveCount(0)
})

test('whatever has a colour has a reason: death, lag, threads, links, losses, the fence', { tag: '@R11' }, async ({
  lab,
  page,
}) => {
  test.slow()
  await lab.openPreset('failover-lost-writes')
  const seen = new Set<string>()
  /** Asks every question that the inspector offers now; each must have an answer. */
  const askAll = async () => {
    for (const button of await page.locator('[data-inspector] [data-why]').all()) {
      const about = (await button.getAttribute('data-why'))!
      if (seen.has(about)) continue
      seen.add(about)
      await button.click()
      await expect(causes(lab), about).toBeVisible()
      expect(await rows(lab).count(), about).toBeGreaterThan(0)
      await button.click()
    }
  }
  for (const stop of [/^killed$/, /^confirmed$/, /^failover-done$/, /^(fenced|extra-entries-found)$/]) {
    await lab.toMilestone(stop)
    await page.keyboard.press('Escape')
    await askAll()
    for (const key of ['1', '2', '3']) {
      await page.keyboard.press(key)
      await expect(page.locator(`[data-inspector="db${key}"]`)).toBeVisible()
      await askAll()
    }
  }
  for (const about of ['db1 is down', 'db1 is fenced', 'lost writes', 'I/O of db3', 'SQL of db3'])
    expect([...seen]).toContain(about)

  // A link that somebody cut, and the lag of the slave behind it.
  await lab.openPreset('async-pipeline')
  await lab.stepOn(30)
  await page.keyboard.press('2')
  await page.keyboard.press('x')
  await lab.stepOn(60)
  await asked(lab, 'I/O of db2').click()
  await expect(rows(lab).first()).toContainText('is cut')
})

test('a message tells its way in numbers, and what sent it', async ({ lab, page }) => {
  await lab.openPreset('async-pipeline')
  for (let i = 0; i < 40 && (await lab.stage.locator('[data-message]').count()) === 0; i++) await lab.press(KEY.step)
  const list = page.getByRole('list', { name: 'On the way' })
  await list.getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  const path = lab.inspector.locator('[data-message-path]')
  await expect(path).toContainText('sent')
  await expect(path).toContainText(/place now\s*\d+ % of the way/)
  await expect(path).toContainText('arrives')
  await expect(causes(lab)).toBeVisible()

  // From its link it can be chosen again; when it has arrived, that is said, and one can go back to when it was sent.
  await page.getByRole('button', { name: 'Its link' }).click()
  await expect(lab.inspector.locator('[data-under-way]')).not.toHaveAttribute('data-under-way', '0')
  await lab.inspector.locator('.pick').first().click()
  await expect(path).toBeVisible()
  for (let i = 0; i < 60 && (await path.count()) > 0; i++) await lab.press(KEY.step)
  await expect(lab.inspector).toContainText('it arrived, or it was lost')
  await page.getByRole('button', { name: 'Go to when it was sent' }).click()
  await expect(path).toContainText('0 % of the way')
})

test('a node shows its log entry by entry, its rows, and where its own number misleads', { tag: '@R8' }, async ({
  lab,
  page,
}) => {
  await lab.openPreset('async-pipeline')
  await lab.stepOn(120)
  await lab.select('db2')
  const entries = lab.inspector.locator('[data-entry]')
  await entries.last().focus()
  const story = lab.inspector.locator('[data-story]')
  const newest = (await story.getAttribute('data-story'))!
  await expect(story).toContainText(`#${newest} sets`)
  await expect(story).toContainText('In the relay log of db2 since')
  await page.keyboard.press('ArrowLeft')
  await expect(story).toHaveAttribute('data-story', `${Number(newest) - 1}`)
  await expect(lab.inspector.locator('[data-rows="db2"] tbody tr').first()).toBeVisible()

  // Without its I/O thread a slave is behind, and cannot say so.
  await lab.inspector.locator('[data-action="stop-receiver"]').click()
  await lab.stepOn(60)
  await expect(lab.inspector.locator('[data-trap]')).toContainText('It reports NULL')
})
