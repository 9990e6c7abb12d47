/** Acting in the past: another future begins, and the old one can be brought back. */
import { KEY } from './labPage.ts'
import { expect, test } from './visit.ts'

test('acting in the past forks; undo brings the other future back, redo the new one', { tag: '@R7' }, async ({
  lab,
  page,
}) => {
  await lab.openPreset('failover-lost-writes')
  await lab.toMilestone(/^failover-done$/)
  const done = { ...(await lab.clockPanel()), us: await lab.time() }

  // Back to before the kill, and something else happens there.
  await page.keyboard.press('Home')
  await lab.stepOn(50)
  const forkAt = await lab.time()
  expect(forkAt).toBeLessThan(610_000)
  await expect(lab.notices).toHaveCount(0)
  await lab.select('db2')
  await page.keyboard.press('k')
  await expect(lab.participant('db2')).toContainText('down')
  const notice = lab.notices.filter({ hasText: 'You changed the past' })
  await expect(notice).toBeVisible()

  // On the new branch the master lives on: the kill of the old future is not part of it.
  await lab.press(']', 3)
  await page.keyboard.press('Space')
  await expect.poll(() => lab.time(), { timeout: 30_000 }).toBeGreaterThan(660_000)
  await page.keyboard.press('Space')
  await lab.toBePlaying(false)
  await expect(lab.participant('db1')).toContainText('master, epoch 1')
  const other = { ...(await lab.clockPanel()), us: await lab.time() }

  await page.keyboard.press('z')
  await expect(lab.participant('db2')).not.toContainText('down')
  await expect(lab.participant('db1')).toContainText('down')
  expect(await lab.time()).toBe(other.us)
  await lab.toMilestone(/^failover-done$/)
  expect(await lab.time()).toBe(done.us)
  expect(await lab.digest()).toBe(done.digest)

  await page.keyboard.press('Shift+Z')
  await expect(lab.participant('db2')).toContainText('down')
  await expect(lab.participant('db1')).toContainText('master, epoch 1')
  await page.keyboard.press('Home')
  await expect(lab.participant('db2')).not.toContainText('down')
  await lab.toMilestone(/^killed$/)
  await expect(lab.milestone).toContainText('db2')
  expect(await lab.time()).toBe(forkAt + 1)
})

test('the button of the notice undoes as well', async ({ lab, page }) => {
  await lab.openPreset('async-pipeline')
  await lab.stepOn(80)
  const far = await lab.clockPanel()
  await lab.press(KEY.stepBack, 30)
  await page.keyboard.press('w')
  const notice = lab.notices.filter({ hasText: 'You changed the past' })
  await notice.getByRole('button', { name: 'Undo the last change' }).click()
  await page.keyboard.press('End')
  expect(await lab.clockPanel()).toEqual(far)
})
