/** The whole lab as one file, opened from a folder by somebody without a network. */
import { fileURLToPath } from 'node:url'
import { everyWalkthrough } from '../src/lessons/index.ts'
import { LabPage } from './labPage.ts'
import { LearnPage } from './learnPage.ts'
import { expect, test } from './visit.ts'

const dist = process.env['E2E_DIST'] ?? fileURLToPath(new URL('../dist', import.meta.url))
const FILE = `file://${dist}/single/replication-lab.html`
/** Two of them show that walkthroughs work there; all are played elsewhere. */
const SOME = everyWalkthrough.filter(({ id }) => ['one-write', 'ok-too-early'].includes(id))

test('two walkthroughs are played to their end from a folder, and nothing is asked for', { tag: '@R23' }, async ({
  browser,
}) => {
  const context = await browser.newContext({ offline: true, reducedMotion: 'reduce' })
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(error.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  context.on('request', (request) => {
    if (!/^(file|blob):/.test(request.url())) complaints.push(request.url())
  })
  const page = await context.newPage()
  await page.goto(FILE)
  await expect(page.locator('[data-home]')).toBeVisible()
  expect(SOME).toHaveLength(2)
  for (const lesson of SOME) {
    const learn = new LearnPage(new LabPage(page), lesson)
    await page.goto(`${FILE}#/learn/${lesson.id}/1`)
    for (let at = 1; at <= lesson.steps.length; at++) {
      await learn.at(at)
      const isThere = await learn.through(at, {
        async answer(letter) {
          await learn.card.locator(`[data-option="${letter}"]`).click()
          await learn.card.locator('[data-lock]').click()
        },
        showMe: () => learn.card.locator('[data-show-me]').click(),
        next: () => learn.next.click(),
      })
      if (isThere) await learn.next.click()
    }
    await expect(page.locator(`[data-walkthrough="${lesson.id}"] .walked`)).toBeVisible()
  }
  expect(complaints).toEqual([])
  await context.close()
})
