/** Notes for teaching: of every walkthrough one sheet of paper, on which the engine has said which answers are true. */
import type { Page } from '@playwright/test'
import { everyWalkthrough, type Walkthrough } from '../src/lessons/index.ts'
import { findings } from './axe.ts'
import { inEachLook } from './looks.ts'
import { expect, test } from './visit.ts'

const asked = (page: Page, { id }: Walkthrough) =>
  expect(page.locator(`[data-notes="${id}"]`)).toHaveAttribute('data-asked', 'done', { timeout: 60_000 })

/** How many sheets it takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

test('of every walkthrough: all of its questions are answered, and one sheet holds it', async ({ page }) => {
  for (const lesson of everyWalkthrough) {
    await page.goto(`./#/notes/${lesson.id}`)
    await asked(page, lesson)
    await expect(page.locator('main > ol > li')).toHaveCount(lesson.steps.length)
    const questions = lesson.steps.filter(({ predict }) => predict)
    await expect(page.locator('[data-correct]')).toHaveCount(questions.length)
    await expect(page.locator('[data-correct] .true')).toHaveCount(questions.length)
    // A number and its unit stay in one line.
    const said = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
    for (const { predict } of questions)
      for (const { because } of predict!.options) expect(said).toContain(plain(because))
    expect.soft(await sheets(page), `sheets of ${lesson.id}`).toBe(1)
  }
})

/** As it stands there in the first vocabulary. */
const plain = (text: string) => text.replaceAll(/[*`]/g, '')

const first = everyWalkthrough[0]!

test('everybody can read it, it leads to the walkthrough and back, and prints black on white', {
  tag: '@R16',
}, async ({ page }) => {
  await page.goto(`./#/notes/${first.id}`)
  await asked(page, first)
  await inEachLook(page, ['light desk', 'dark phone', 'projector wall'], async (look) => {
    expect.soft(await findings(page), look).toEqual([])
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect.soft(over, look).toBeLessThanOrEqual(0)

    const printed = page.evaluate(
      () =>
        new Promise<string[]>((told) => {
          window.print = () => {
            dispatchEvent(new Event('beforeprint'))
            const { color, columnCount } = getComputedStyle(document.querySelector('main')!)
            const { backgroundColor, zoom } = getComputedStyle(document.body)
            dispatchEvent(new Event('afterprint'))
            told([color, columnCount, backgroundColor, zoom])
          }
        }),
    )
    await page.getByRole('button', { name: 'Print' }).click()
    expect(await printed, look).toEqual(['rgb(0, 0, 0)', '2', 'rgb(255, 255, 255)', '1'])
    await page.getByRole('link', { name: 'Open the walkthrough' }).click()
    await expect(page.locator('[data-learn]')).toHaveAttribute('data-learn', first.id)
    await page.getByRole('link', { name: 'Notes' }).click()
    await asked(page, first)
  })
})
