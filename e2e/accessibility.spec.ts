/** axe finds nothing serious, on every page, in every theme, on a desk, a phone and a projector, whatever is open. */
import type { Page } from '@playwright/test'
import { findings, OF_COLOURS } from './axe.ts'
import { inEachLook, SIZES } from './looks.ts'
import { expect, test } from './visit.ts'

for (const [name, looks, query] of [
  ['desk', ['light desk', 'dark desk'], ''],
  ['phone', ['light phone', 'dark phone'], ''],
  ['projector', [], '?theme=projector'],
] as const) {
  test.describe(name, { tag: '@R16' }, () => {
    test.use({ viewport: SIZES[name === 'projector' ? 'wall' : name] })
    /** What is open stays open while the system's colours change. */
    const look = async (page: Page, what: string, within?: string) => {
      // What opens may be fetched first.
      if (within) await expect(page.locator(within).first()).toBeVisible()
      if (looks.length === 0) expect.soft(await findings(page, within), what).toEqual([])
      // All but its colours is the same page.
      await inEachLook(page, looks, async (each) =>
        expect
          .soft(await findings(page, within, each === looks[0] ? undefined : OF_COLOURS), `${what}, ${each}`)
          .toEqual([]),
      )
    }

    test('home: before and after the kill, settings and help open', async ({ lab, page }) => {
      await lab.open(query)
      await look(page, 'home')
      await page.getByRole('button', { name: 'Settings' }).click()
      await look(page, 'settings', '.pop')
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      await look(page, 'help', 'dialog')
      await page.keyboard.press('Escape')
      await page.keyboard.press('k')
      await page.keyboard.press('Space')
      await lab.toBePlaying(false)
      await look(page, 'after the kill')
    })

    test('lab: at the outcome of a failover, with everything that can be opened', async ({ lab, page }) => {
      // Where the link could not be copied, a field to copy it by hand would hear the keys.
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await lab.open(`${query}#/lab?preset=failover-lost-writes`)
      await lab.toMilestone(/^failover-done$/)
      await look(page, 'nothing open')
      const menu = page.getByRole('menu')

      await page.getByRole('heading', { level: 1 }).getByRole('button').click()
      await expect(menu).toBeVisible()
      await look(page, 'scenarios', '.pop')
      await page.keyboard.press('Escape')

      await lab.clock.click()
      await look(page, 'clock', '.pop')
      await page.keyboard.press('Escape')

      await page.keyboard.press('3')
      await lab.participant('db3').focus()
      await page.keyboard.press('Enter')
      await expect(menu).toBeVisible()
      await look(page, 'a node and its menu', '.pop')
      await page.keyboard.press('Escape')

      if (name === 'phone') await page.getByRole('tab', { name: 'Controls' }).click()
      const sections = page.getByRole('complementary', { name: 'Controls' }).locator('h2 button')
      for (const section of await sections.all())
        if ((await section.getAttribute('aria-expanded')) === 'false') await section.click()
      await page.keyboard.press('s')
      await expect(lab.notices.first()).toBeVisible()
      await page.keyboard.press('v')
      await expect(page.locator('[data-text-view]')).toBeVisible()
      await look(page, 'every section, a sentence, the text view')

      if (name === 'phone') {
        await page.getByRole('tab', { name: 'Log' }).click()
        await look(page, 'log')
      }
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      await look(page, 'help', 'dialog')
      await page.keyboard.press('Escape')
      await page.keyboard.press('v')
      await lab.compareWithFork()
      await look(page, 'comparison')
    })
  })
}

test.describe('320 px and fingers', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })

  test('every page has one voice, nothing beyond its edge, and targets for a finger', { tag: '@R18' }, async ({
    page,
  }) => {
    for (const [hash, shown] of [
      ['#/', '[data-home] svg.stage [data-node]'],
      ['#/lab?preset=failover-lost-writes&t=900000', '[data-lab] svg.stage [data-node]'],
      ['#/learn/one-write/1', '[data-learn][data-phase="do"]'],
      ['#/choose?places=1&writes=6&reads=4&latency=20', '[data-choose="done"]'],
      ['#/notes/one-write', '[data-asked="done"]'],
      ['#/present/ok-too-early/4', '[data-present] [data-tally="ask"]'],
      ['#/presenter/ok-too-early', '[data-problem]'],
      ['#/embed-builder', '[data-build="shown"]'],
    ] as const) {
      await page.goto(`./${hash}`)
      await page.locator(shown).first().waitFor({ state: 'attached', timeout: 60_000 })
      const found = await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true
        const all = [
          ...document.querySelectorAll('a, button, input, label:has(input), select, summary, [role="slider"]'),
        ]
        const small = all.flatMap((one) => {
          // A line of text may hold a link of its own height.
          if (one.closest('.sr-only, svg, label') || getComputedStyle(one).display === 'inline') return []
          const { width, height } = one.getBoundingClientRect()
          return width > 1 && Math.min(width, height) < 31.5
            ? [`${width} x ${height}: ${one.outerHTML.slice(0, 90)}`]
            : []
        })
        const voices = document.querySelectorAll('[role="status"], [role="alert"], [aria-live]:not([aria-live="off"])')
        const over = document.documentElement.scrollWidth - innerWidth
        const mains = document.querySelectorAll('main').length
        return { seen: all.length > 1, small, voices: voices.length, mains, over }
      })
      expect.soft(found, hash).toEqual({ seen: true, small: [], voices: 1, mains: 1, over: 0 })
    }
  })
})
