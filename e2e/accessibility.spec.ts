/** axe finds nothing serious, on every page, in every theme, on a desk, a phone and a projector, whatever is open. */
import { findings } from './axe.ts'
import { expect, test } from './visit.ts'

const SIZES = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
}

for (const [theme, size] of [
  ['light', 'desk'],
  ['dark', 'desk'],
  ['light', 'phone'],
  ['dark', 'phone'],
  ['projector', 'wall'],
] as const) {
  test.describe(`${theme}, ${size}`, { tag: '@R16' }, () => {
    test.use({ viewport: SIZES[size], colorScheme: theme === 'dark' ? 'dark' : 'light' })
    const look = theme === 'projector' ? '?theme=projector' : ''

    test('home: before and after the kill, settings and help open', async ({ lab, page }) => {
      await lab.open(look)
      expect.soft(await findings(lab.page)).toEqual([])
      await page.getByRole('button', { name: 'Settings' }).click()
      expect.soft(await findings(lab.page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      expect.soft(await findings(lab.page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('k')
      await page.keyboard.press('Space')
      await lab.toBePlaying(false)
      expect.soft(await findings(lab.page)).toEqual([])
    })

    test('lab: at the outcome of a failover, with everything that can be opened', async ({ lab, page }) => {
      // Where the link could not be copied, a field to copy it by hand would hear the keys.
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await lab.open(`${look}#/lab?preset=failover-lost-writes`)
      await lab.toMilestone(/^failover-done$/)
      expect.soft(await findings(lab.page), 'nothing open').toEqual([])
      const menu = page.getByRole('menu')

      await page.getByRole('heading', { level: 1 }).getByRole('button').click()
      await expect(menu).toBeVisible()
      expect.soft(await findings(lab.page), 'scenarios').toEqual([])
      await page.keyboard.press('Escape')

      await lab.clock.click()
      expect.soft(await findings(lab.page), 'clock').toEqual([])
      await page.keyboard.press('Escape')

      await page.keyboard.press('3')
      await lab.participant('db3').focus()
      await page.keyboard.press('Enter')
      await expect(menu).toBeVisible()
      expect.soft(await findings(lab.page), 'a node and its menu').toEqual([])
      await page.keyboard.press('Escape')

      if (size === 'phone') await page.getByRole('tab', { name: 'Controls' }).click()
      const sections = page.getByRole('complementary', { name: 'Controls' }).locator('h2 button')
      for (const section of await sections.all())
        if ((await section.getAttribute('aria-expanded')) === 'false') await section.click()
      await page.keyboard.press('s')
      await expect(lab.notices.first()).toBeVisible()
      await page.keyboard.press('v')
      await expect(page.locator('[data-text-view]')).toBeVisible()
      expect.soft(await findings(lab.page), 'every section, a sentence, the text view').toEqual([])

      if (size === 'phone') {
        await page.getByRole('tab', { name: 'Log' }).click()
        expect.soft(await findings(lab.page), 'log').toEqual([])
      }
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      expect.soft(await findings(lab.page), 'help').toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('v')
      await lab.compareWithFork()
      expect.soft(await findings(lab.page), 'comparison').toEqual([])
    })
  })
}
