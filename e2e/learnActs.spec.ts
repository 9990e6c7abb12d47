/** What a learner can do on the page of a walkthrough, and what the page keeps from them. */

import { everyWalkthrough, type Step, type Walkthrough } from '../src/lessons/index.ts'
import { findings } from './axe.ts'
import { LearnPage } from './learnPage.ts'
import { inEachLook } from './looks.ts'
import { expect, test } from './visit.ts'

test.use({ picturesPerSecond: 20 })

/** The first step of that kind; steps count from 1. */
function stepWith(is: (step: Step) => boolean): { lesson: Walkthrough; at: number; step: Step } {
  for (const lesson of everyWalkthrough) {
    const i = lesson.steps.findIndex(is)
    if (i >= 0) return { lesson, at: i + 1, step: lesson.steps[i]! }
  }
  throw new Error('No walkthrough has such a step')
}
const asking = stepWith(({ predict, enter }) => predict !== undefined && enter !== 'here')

test('a prediction waits: time goes only back, what lies ahead is hidden, keys choose and lock', async ({
  lab,
  page,
}) => {
  const learn = new LearnPage(lab, asking.lesson)
  await learn.open(asking.at)
  const before = await learn.time()
  await expect(page.locator('.lesson-time')).toContainText('hidden until you predict')
  for (const key of ['Space', '.', 'End', 'k', 'n']) await page.keyboard.press(key)
  await expect(learn.next).toBeDisabled()
  expect(await learn.time()).toBe(before)
  expect(await learn.now()).toEqual({ step: asking.at, phase: 'ask' })
  await page.keyboard.press('b')
  await expect(learn.card.locator('[data-option="b"] input')).toBeChecked()
  await page.keyboard.press('a')
  await expect(learn.card.locator('[data-option="a"] input')).toBeChecked()
  await page.keyboard.press('Enter')
  await learn.phase(/^(reveal|world|open|do)$/)
  await expect(learn.card.locator('[data-answered="a"]')).toBeVisible()
})

test('a wrong answer is shown its own world first, then the truth beside it', { tag: '@R21' }, async ({
  lab,
  page,
}) => {
  const wrong = asking.step.predict!.options.find(({ world }) => world !== undefined)!
  const learn = new LearnPage(lab, asking.lesson)
  await learn.open(asking.at)
  await page.keyboard.press(wrong.id)
  await page.keyboard.press('Enter')
  await learn.phase(/^world$/)
  await expect(page.locator('[data-world-name]')).toContainText('you would see this')
  await expect(learn.card.locator('.verdict')).not.toBeEmpty()
  await page.keyboard.press('n')
  await page.keyboard.press('n')
  await learn.phase(/^beside$/)
  await expect(page.locator('[data-beside] [data-branch-side]')).toHaveCount(2)
  await page.locator('[data-compare]').click()
  await learn.phase(/^(open|do)$/)
  const right = await learn.card.locator('[data-correct]').getAttribute('data-correct')
  expect(right).not.toBe(wrong.id)
})

test('Back restores the very moment, the lab keeps it, and the way back leads to the same digest', async ({
  lab,
  page,
}) => {
  const learn = new LearnPage(lab, asking.lesson)
  await learn.open(asking.at)
  const digest = await learn.digest()
  expect(await learn.digest()).toBe(digest)
  await page.keyboard.press(asking.step.predict!.options.find(({ world }) => world === undefined)!.id)
  await page.keyboard.press('Enter')
  await learn.through(asking.at, {
    answer: async () => {},
    showMe: () => learn.card.locator('[data-show-me]').click(),
    next: () => learn.next.click(),
  })
  if ((await learn.now()).step === asking.at) await page.keyboard.press('n')
  await learn.at(asking.at + 1)
  await page.keyboard.press('Backspace')
  await learn.at(asking.at)
  expect(await learn.digest()).toBe(digest)
})

test('what was done in the lab is left there', async ({ lab, page }) => {
  const learn = new LearnPage(lab, asking.lesson)
  await learn.open(asking.at)
  const before = await learn.time()
  await page.locator('[data-fork]').click()
  await expect(page).toHaveURL(/#\/lab\?/)
  await page.keyboard.press('k')
  await expect(lab.participant('db1')).toContainText('down')
  await page.locator('[data-return]').click()
  await learn.at(asking.at)
  expect(await learn.time()).toBe(before)
  await expect(lab.participant('db1')).not.toContainText('down')
})

test('only what a step allows can be done, in the card, on the stage and by keyboard', async ({ lab, page }) => {
  // Something of a node, which has a menu of more than that in the lab.
  const acting = stepWith(
    ({ allow, predict }) =>
      !predict && (allow?.some((one) => 'action' in one && one.action === 'stop-applier') ?? false),
  )
  const learn = new LearnPage(lab, acting.lesson)
  await learn.open(acting.at)
  await learn.phase(/^(do|open)$/)
  const allowed = new Set(acting.step.allow?.flatMap((one) => ('action' in one ? [one.action] : [])))
  const offered = await learn.card
    .locator('.your-move [data-action]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-action')!))
  expect(offered.length).toBeGreaterThan(0)
  for (const action of offered) expect([...allowed]).toContain(action)
  const items = page.getByRole('menuitem')
  const inMenus: (string | null)[] = []
  for (const id of ['1', '2']) {
    await page.keyboard.press(id)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(100)
    inMenus.push(...(await items.evaluateAll((all) => all.map((one) => one.getAttribute('data-action')))))
    await page.keyboard.press('Escape')
  }
  expect(inMenus.length).toBeGreaterThan(0)
  for (const action of inMenus) expect([...allowed]).toContain(action)
})

test('a gate opens in more than one way: by the button of the card, by the menu of a node, after another write', {
  tag: '@R22',
}, async ({ lab, page }) => {
  const { lesson, at } = stepWith(
    ({ allow, gate }) =>
      gate.is === 'state' &&
      ['stop-applier', 'write'].every((id) => allow?.some((one) => 'action' in one && one.action === id)),
  )
  const learn = new LearnPage(lab, lesson)
  await learn.open(at)
  const offered = (id: string) => learn.card.locator(`.your-move [data-action="${id}"]`)
  const opened = async () => {
    await learn.phase(/^open$/)
    await expect(learn.card.locator('.told')).not.toBeEmpty()
    await expect(learn.next).toBeEnabled()
  }
  const again = async () => {
    await page.getByRole('button', { name: 'Begin this step again' }).click()
    await learn.phase(/^do$/)
    await expect(learn.next).toBeDisabled()
  }
  await learn.phase(/^do$/)
  await offered('stop-applier').click()
  await opened()

  await again()
  await lab.card('db2').click({ position: { x: 60, y: 14 } })
  await page.locator('[role="menuitem"][data-action="stop-applier"]').click()
  await opened()

  await again()
  await offered('write').click()
  await page.keyboard.press('.')
  await offered('stop-applier').click()
  await opened()
})

test('where one was is kept, and where nothing can be kept the address keeps it', async ({
  lab,
  page,
  freshProfile,
}) => {
  const learn = new LearnPage(lab, asking.lesson)
  await learn.open(asking.at)
  await lab.open('#/')
  const card = page.locator(`[data-walkthrough="${asking.lesson.id}"]`)
  await expect(card).toContainText(`at step ${asking.at} of`)
  await card.getByRole('link').first().click()
  await learn.at(asking.at)

  const closed = await freshProfile()
  await closed.page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  const there = new LearnPage(closed, asking.lesson)
  await there.open(asking.at)
  await expect(closed.page).toHaveURL(
    new RegExp(`#/learn/${asking.lesson.id}/${asking.at}\\?p=${asking.lesson.id}\\.${asking.at}`),
  )
})

test('axe finds nothing serious before and after an answer', { tag: '@R16' }, async ({ lab, page }) => {
  const learn = new LearnPage(lab, asking.lesson)
  await learn.open(asking.at)
  await page.keyboard.press('a')
  const looks = ['light desk', 'dark desk', 'light phone', 'projector wall'] as const
  await inEachLook(page, looks, async (look) => expect.soft(await findings(page), `asked, ${look}`).toEqual([]))
  await page.keyboard.press('Enter')
  await learn.phase(/^(world|reveal|open|do)$/)
  await inEachLook(page, looks, async (look) => expect.soft(await findings(page), `answered, ${look}`).toEqual([]))
})

test('an address of a walkthrough that does not exist leads home, and says so', async ({ lab, page }) => {
  await page.goto('./#/learn/no-such-thing/3')
  await expect(page).toHaveURL(/#\/$/)
  await expect(lab.notices.filter({ hasText: 'no such walkthrough' })).toBeVisible()
})
