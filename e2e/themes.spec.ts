/**
 * Themes: chosen by key, by setting and by address, remembered, and following the system until then. The projector: what
 * a back row can read. Floors of size and contrast in every theme are measured by `floors.spec.ts`.
 */
import { KEY, type LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

const theme = ({ page }: LabPage) => page.locator('html').getAttribute('data-theme')
const paper = ({ page }: LabPage) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

test('T goes through the themes, and the last one is there on the next visit', async ({ lab, page }) => {
  await lab.openPreset('semi-sync')
  expect(await theme(lab)).toBe('light')
  const seen: (string | null)[] = []
  for (let i = 0; i < 4; i++) {
    await lab.press('t')
    seen.push(await theme(lab))
  }
  // As the system, light, dark, projector, and around.
  expect(seen).toEqual(['light', 'dark', 'projector', 'light'])
  await lab.press('t', 2)
  const dark = await paper(lab)
  await page.reload()
  await lab.shown()
  expect(await theme(lab)).toBe('dark')
  expect(await paper(lab)).toBe(dark)
})

test('the system is followed, also when it changes while the page is open', async ({ lab, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await lab.open()
  expect(await theme(lab)).toBe('dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => theme(lab)).toBe('light')
})

test('an address says how it looks, for this visit only', async ({ lab, page }) => {
  await lab.open('#/lab?preset=semi-sync&theme=dark&text=150&keys=off&motion=reduced')
  expect(await theme(lab)).toBe('dark')
  expect(await page.evaluate(() => document.body.currentCSSZoom)).toBe(1.5)
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced')
  await lab.press('t')
  expect(await theme(lab), 'keys are off').toBe('dark')
  await lab.open('#/lab?preset=semi-sync')
  await page.reload()
  await lab.shown()
  expect(await theme(lab)).toBe('light')
  await lab.open('#/lab?preset=semi-sync&theme=pink&text=900')
  expect(await theme(lab), 'what does not exist changes nothing').toBe('light')
})

test('Shift+P: the projector, and back to what was before', async ({ lab, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await lab.openPreset('failover-lost-writes')
  await lab.press('t', 2)
  expect(await theme(lab)).toBe('dark')
  await lab.press('Shift+P')
  expect(await theme(lab)).toBe('projector')
  await lab.toMilestone(/^confirmed$/)

  const told = await lab.milestone.evaluate(
    (one) => Number.parseFloat(getComputedStyle(one).fontSize) * one.currentCSSZoom,
  )
  expect(told).toBeGreaterThanOrEqual(36)
  // Lines that carry meaning: links, cards, lanes; graduations and hatches are texture.
  const thin = await lab.stage.evaluate((svg) =>
    [...svg.querySelectorAll<SVGGeometryElement>('path, rect, circle, line')]
      .filter(
        (one) =>
          one.checkVisibility() &&
          !/^(none|rgba\(0, 0, 0, 0\))$/.test(getComputedStyle(one).stroke) &&
          !one.closest('pattern, defs'),
      )
      .map((one) => {
        const { a, b } = one.getScreenCTM()!
        return { one, width: Number.parseFloat(getComputedStyle(one).strokeWidth) * Math.hypot(a, b) }
      })
      .filter(({ width }) => width > 0 && width < 3.95)
      .map(({ one, width }) => `${width.toFixed(1)} ${one.outerHTML.slice(0, 90)}`),
  )
  expect(thin).toEqual([])

  await lab.press('Shift+P')
  expect(await theme(lab)).toBe('dark')
})

test('motion is reduced by the setting as by the system: the same told, nothing travels', async ({ lab, page }) => {
  await lab.openPreset('failover-lost-writes')
  await lab.stepOn(50)
  const place = () =>
    lab.stage.evaluate((svg) =>
      Object.fromEntries(
        [...svg.querySelectorAll('[data-message]')].map((token) => {
          const { x, y, width, height } = token.getBoundingClientRect()
          return [token.getAttribute('data-message')!, `${(x + width / 2).toFixed(1)} ${(y + height / 2).toFixed(1)}`]
        }),
      ),
    )
  const travelled = async () => {
    let moved = 0
    for (let i = 0; i < 8; i++) {
      const before = await place()
      await lab.press(KEY.step, 2)
      for (const [id, at] of Object.entries(await place())) if (id in before && before[id] !== at) moved++
    }
    return moved
  }
  expect(await travelled()).toBeGreaterThan(3)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radiogroup', { name: 'Motion' }).getByRole('radio', { name: 'reduced' }).click()
  await page.keyboard.press('Escape')
  await lab.press(KEY.stepBack, 16)
  expect(await travelled()).toBe(0)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})
