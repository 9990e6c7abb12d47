/** On a phone everything is there; on a desk and a large screen nothing covers anything; without a network all goes on. */
import { crowding, overflow } from './crowding.ts'
import { SIZES } from './looks.ts'
import { expect, test } from './visit.ts'

test('on a desk and a large screen no text covers another one, and nothing scrolls but panels', async ({
  lab,
  page,
}) => {
  await lab.open()
  expect((await overflow(page)).right).toBe(0)
  expect.soft(await crowding(page), 'home').toEqual([])
  for (const id of ['semi-sync', 'lag-under-load', 'failover-lost-writes']) {
    await lab.openPreset(id)
    await lab.stepOn(60)
    await page.keyboard.press('2')
    for (const name of [/^Build/, /^Workload/, /^Links/, /^Costs/]) {
      const section = page.getByRole('button', { name }).first()
      if ((await section.getAttribute('aria-expanded')) === 'false') await section.click()
    }
    for (const size of [SIZES.desk, SIZES.wall]) {
      await page.setViewportSize(size)
      expect(await overflow(page)).toEqual({ right: 0, below: 0 })
      expect.soft(await crowding(page), `${id}, ${size.width}`).toEqual([])
    }
  }
})

test.describe('390 x 844', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('home: the master is killed with a thumb', async ({ lab, page }) => {
    await lab.open()
    expect((await overflow(page)).right).toBe(0)
    await page.getByRole('button', { name: 'Kill the master' }).tap()
    await lab.toBePlaying(true)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The master is dead.')
    expect((await overflow(page)).right).toBe(0)
  })

  test('lab: every control can be reached; stepping and killing work', async ({ lab, page }) => {
    await lab.openPreset('failover-lost-writes')
    expect(await overflow(page)).toEqual({ right: 0, below: 0 })
    for (const id of ['db1', 'db2', 'db3']) await expect(lab.card(id)).toBeInViewport({ ratio: 0.6 })
    for (const name of ['Step', 'Next milestone', 'Step', 'Step back'])
      await page.getByRole('button', { name, exact: true }).tap()
    await page.getByRole('button', { name: 'Next milestone' }).tap()
    await expect(lab.participant('db1')).toContainText('down')

    await page.getByRole('tab', { name: 'Controls' }).tap()
    const controls = page.getByRole('complementary', { name: 'Controls' })
    for (const section of await controls.locator('h2 button').all())
      if ((await section.getAttribute('aria-expanded')) === 'false') await section.tap()
    const kill = controls.locator('[data-tree=db3]').getByRole('button', { name: 'Kill' })
    await kill.tap()
    await expect(lab.participant('db3')).toContainText('down')

    for (const tab of ['Controls', 'Inspect', 'Log']) {
      await page.getByRole('tab', { name: tab }).tap()
      expect((await overflow(page)).right, tab).toBe(0)
      const unreachable = await page.getByRole('tabpanel').evaluate((panel) => {
        const inside = panel.getBoundingClientRect()
        return [...panel.querySelectorAll('button, input, select')]
          .filter((control) => {
            control.scrollIntoView({ block: 'center' })
            const { x, y, right, width, height } = control.getBoundingClientRect()
            const above = document.elementFromPoint(x + width / 2, y + height / 2)
            const hit = above !== null && (control.contains(above) || above.contains(control))
            return width < 1 || height < 1 || x < inside.x - 1 || right > inside.right + 1 || !hit
          })
          .map((control) => control.outerHTML.slice(0, 120))
      })
      expect.soft(unreachable, tab).toEqual([])
    }
    // What is in the top bar.
    for (const name of ['Copy link to this moment', 'Settings', 'Help'])
      await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
    expect.soft(await crowding(page)).toEqual([])
  })
})

test('after the first quiet moment the network is never needed again', async ({ lab, page, context }) => {
  await lab.open()
  // What the first picture does not need may come a little later, by itself.
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(3000)
  const asked: string[] = []
  // The browser looks its icon up again, in its cache, whenever the address changes.
  context.on('request', (request) => request.url().endsWith('favicon.svg') || asked.push(request.url()))
  await context.setOffline(true)

  await page.getByRole('link', { name: 'Failover with lost writes' }).click()
  await lab.shown()
  await lab.toMilestone(/^failover-done$/)
  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  await page.keyboard.press('Escape')
  await lab.clockPanel()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await lab.select('db1')
  await page.getByRole('combobox', { name: 'Machine' }).selectOption('binlog')
  await lab.copiedLink()
  await page.keyboard.press('v')
  await page.keyboard.press('t')
  await page.getByRole('button', { name: 'Play' }).click()
  await lab.toBePlaying(true)
  // The wheel and the hand on the stage.
  const box = (await lab.stage.boundingBox())!
  await page.mouse.move(box.x + 30, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + box.height / 2, { steps: 4 })
  await page.mouse.up()
  expect(asked).toEqual([])
})
