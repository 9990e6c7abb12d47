/** Every walkthrough in a browser: by its solution with a hand and reduced motion, and by keyboard alone. */
import { everyWalkthrough } from '../src/lessons/index.ts'
import { LearnPage } from './learnPage.ts'
import { expect, test } from './visit.ts'

for (const lesson of everyWalkthrough) {
  test.describe(lesson.id, () => {
    test.use({ picturesPerSecond: 20 })

    test.describe('with a hand', () => {
      test.use({ contextOptions: { reducedMotion: 'reduce' } })
      test('is played by its solution; Next never moves', { tag: ['@R21', '@R19'] }, async ({ lab, page }) => {
        const learn = new LearnPage(lab, lesson)
        await learn.open()
        const place = await learn.next.boundingBox()
        for (let at = 1; at <= lesson.steps.length; at++) {
          await learn.at(at)
          expect(await learn.next.boundingBox(), `step ${at}`).toEqual(place)
          await expect(learn.card.getByRole('heading', { level: 1 })).toBeVisible()
          const isThere = await learn.through(at, {
            async answer(letter) {
              await expect(learn.next).toBeDisabled()
              await learn.card.locator(`[data-option="${letter}"]`).click()
              await learn.card.locator('[data-lock]').click()
            },
            showMe: () => learn.card.locator('[data-show-me]').click(),
            next: () => learn.next.click(),
          })
          if (!isThere) continue
          const { told, remember } = learn.step(at)
          if (told) await expect(learn.card.locator('.told')).not.toBeEmpty()
          if (remember) await expect(learn.card.locator('.remember')).toBeVisible()
          expect(await learn.next.boundingBox(), `step ${at}, at its end`).toEqual(place)
          await learn.next.click()
        }
        await expect(page).toHaveURL(/#\/$/)
        await expect(page.locator(`[data-walkthrough="${lesson.id}"] .walked`)).toBeVisible()
      })
    })

    test('is played by keyboard alone', { tag: '@R17' }, async ({ lab, page }) => {
      const learn = new LearnPage(lab, lesson)
      await learn.open()
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-show-me'))
      for (let at = 1; at <= lesson.steps.length; at++) {
        await learn.at(at)
        if (at > 1) await expect(learn.card.getByRole('heading', { level: 1 })).toBeFocused()
        if (at === 2) {
          await page.keyboard.press('Backspace')
          await learn.at(1)
          await page.keyboard.press('n')
          await learn.at(2)
        }
        const isThere = await learn.through(at, {
          async answer(letter) {
            await page.keyboard.press(letter)
            await page.keyboard.press('Enter')
          },
          async showMe() {
            for (let i = 0; i < 40 && (await focused()) === null; i++) await page.keyboard.press('Tab')
            await page.keyboard.press('Enter')
          },
          next: () => page.keyboard.press('n'),
        })
        if (isThere) await page.keyboard.press('n')
      }
      await expect(page).toHaveURL(/#\/$/)
    })
  })
}
