/** A walkthrough shown to a room: read from the last row, led by keys, with the hands of a class and a second window. */
import type { Page } from '@playwright/test'
import { everyWalkthrough, type Walkthrough } from '../src/lessons/index.ts'
import { findings } from './axe.ts'
import { bundle } from './bundle.ts'
import { crowding, overflow } from './crowding.ts'
import type { Findings } from './floors.ts'
import type { LabPage } from './labPage.ts'
import { LearnPage } from './learnPage.ts'
import { expect, test } from './visit.ts'

test.use({ picturesPerSecond: 20, viewport: { width: 1920, height: 1080 } })

const lessonOf = (id: string): Walkthrough => everyWalkthrough.find((one) => one.id === id)!
const okTooEarly = lessonOf('ok-too-early')
/** The step at which the master dies, with four answers; counted from 1. */
const PLUG = 4

class PresentPage extends LearnPage {
  constructor(lab: LabPage, lesson: Walkthrough) {
    super(lab, lesson)
  }
  override async open(step = 1, as = 'present'): Promise<void> {
    await this.page.goto(`./#/${as}/${this.lesson.id}/${step}`)
    await this.at(step)
  }
  get page(): Page {
    return this.lab.page
  }
  hands(letter: string) {
    return this.page.locator(`[data-tally] [data-option="${letter}"]`)
  }
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }
}

/** What is too small, too pale, too narrow to press or over one another, and what scrolls. */
async function wrongIn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'floors' in window)))
    await page.evaluate(`${await bundle('./floors.ts', 'floors')}; window.floors = floors`)
  // The controls are looked at, too, and not on their way.
  await page.mouse.move(900 + Math.random() * 50, 300)
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish()
  })
  const found = await page.evaluate<Findings>('floors.walk({ size: 22, contrast: 7, target: 32 })')
  expect(found.texts).toBeGreaterThan(15)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement & { currentCSSZoom?: number }>('.pt-nar')]
      .map((one) => Number.parseFloat(getComputedStyle(one).fontSize) * (one.currentCSSZoom ?? 1))
      .filter((size) => size < 36)
      .map((size) => `narration of ${size} px`),
  )
  return [...found.small, ...found.pale, ...found.tight, ...small, ...(await untidy(page))]
}

async function untidy(page: Page): Promise<string[]> {
  const { right, below } = await overflow(page)
  return [...(await crowding(page)), ...(right > 0 || below > 0 ? [`scrolls by ${right}, ${below}`] : [])]
}

test('is presented from start to end by keys, large and dark enough for the last row', { tag: '@R20' }, async ({
  lab,
  page,
}) => {
  const present = new PresentPage(lab, okTooEarly)
  await present.open()
  const wrong = new Map<string, string>()
  const look = async (where: string) => {
    for (const line of await wrongIn(page)) if (!wrong.has(line)) wrong.set(line, where)
  }
  for (let at = 1; at <= okTooEarly.steps.length; at++) {
    await present.at(at)
    await look(`step ${at}`)
    if (at === PLUG) expect.soft(await findings(page), 'asked').toEqual([])
    const isThere = await present.through(at, {
      async answer(letter) {
        await expect(present.next).toBeDisabled()
        await present.press(letter, 'Shift+R')
      },
      showMe: () => present.press('Shift+S'),
      next: () => present.press('PageDown'),
    })
    if (!isThere) continue
    await look(`the end of step ${at}`)
    if (at === PLUG) expect.soft(await findings(page), 'revealed').toEqual([])
    await present.press('PageDown')
  }
  await present.phase(/^done$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(okTooEarly.title)
  expect([...wrong].map(([line, where]) => `${line} (${where})`)).toEqual([])
})

test('the hands of a class are counted, the answer with most of them is played first, and Back keeps them', async ({
  lab,
  page,
}) => {
  const present = new PresentPage(lab, okTooEarly)
  await present.open(PLUG)
  await present.press('a', 'b', 'b', 'c', 'Shift+C', 'd')
  await present.hands('a').locator('button').first().click()
  for (const [letter, n] of Object.entries({ a: 2, b: 2, c: 0, d: 1 }))
    await expect(present.hands(letter)).toHaveAttribute('data-hands', `${n}`)
  // Nothing of what comes is told before.
  await present.press('Space', '.', 'End', 'PageDown')
  expect(await present.now()).toEqual({ step: PLUG, phase: 'ask' })
  await expect(page.locator('[data-right]')).toHaveCount(0)

  await present.press('Shift+R')
  await expect(page.locator('[data-tally]')).toContainText('A and B are tied')
  await present.press('a')
  await present.phase(/^world$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('you would see this')
  await expect(page.locator('[data-right]')).toHaveCount(0)
  await present.press('PageDown', 'PageDown')
  await present.phase(/^beside$/)
  await expect(page.locator('[data-beside] [data-branch-side]')).toHaveCount(2)
  await present.press('PageDown')
  await present.phase(/^open$/)
  await expect(page.locator('[data-tally]')).toHaveAttribute('data-right', 'b')
  await present.press('PageDown')
  await present.at(PLUG + 1)
  await present.press('PageUp')
  await present.at(PLUG)
  await expect(present.hands('a')).toHaveAttribute('data-hands', '2')
  await expect(page.locator('[data-tally]')).toHaveAttribute('data-right', 'b')
})

test('black screen, locked controls, stops worth talking about; leaving finds everything as it was', async ({
  lab,
  page,
}) => {
  const present = new PresentPage(lab, okTooEarly)
  await present.open(3, 'learn')
  // It would play by itself, and waits: nobody has touched the page yet.
  await present.phase(/^do$/)
  const opened = await present.time()
  await page.waitForTimeout(300)
  expect(await present.time()).toBe(opened)
  await lab.toBePlaying(false)
  const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
  const before = { theme: await theme(), time: await present.time() }
  await page.locator('[data-presents]').click()
  await expect(page.locator('[data-present]')).toBeVisible()
  expect(await theme()).toBe('projector')
  expect(await present.time()).toBe(before.time)
  await expect(page.locator('[data-speed]')).toHaveAttribute('data-speed', '0.5')

  await present.press('b')
  await expect(page.locator('[data-black]')).toBeFocused()
  await expect(page.locator('[data-voice]')).toContainText('black')
  await present.press('PageDown')
  await expect(page.locator('[data-black]')).toHaveCount(0)
  await present.at(3)

  await present.press('Shift+L')
  await present.next.click({ force: true })
  await expect(lab.notices.filter({ hasText: 'Shift+L' })).toBeVisible()
  await present.at(3)
  await page.locator('[data-action="lock-controls"]').click()
  await expect(page.locator('[data-locked]')).toHaveCount(0)

  await page.keyboard.down('Alt')
  await expect(page.locator('[data-halo]')).toBeVisible()
  await page.keyboard.up('Alt')
  await expect(page.locator('[data-halo]')).toBeHidden()

  await page.mouse.move(960, 500)
  // Hidden is not gone: the focus brings the controls back.
  await expect(page.locator('[data-present]')).toHaveAttribute('data-idle', 'true')
  await expect(page.locator('[data-bar]')).toHaveCSS('opacity', '0')
  await page.locator('[data-bar] button:enabled').first().focus()
  await expect(page.locator('[data-bar]')).toHaveCSS('opacity', '1')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())

  await present.press('r')
  await present.press('Shift+M', 'Space')
  await lab.toBePlaying(false)
  const told = page.locator('[data-node="db1"]')
  await expect(told).toBeAttached()
  const first = await present.time()
  await present.press('Space')
  await expect.poll(() => present.time()).toBeGreaterThan(first)
  await lab.toBePlaying(false)

  const left = await present.time()
  await present.press('Shift+M', 'Escape', 'Escape')
  await expect(page).toHaveURL(/#\/learn\/ok-too-early\/3/)
  await expect.poll(theme).toBe(before.theme)
  expect(await present.time()).toBe(left)
})

test('the presenter’s window and the one that presents lead each other, whichever is reloaded', async ({
  lab,
  page,
  context,
}) => {
  const present = new PresentPage(lab, okTooEarly)
  await present.open(PLUG)
  const [notes] = await Promise.all([context.waitForEvent('page'), present.press('Shift+N')])
  const ask = (action: string) => notes.locator(`[data-ask="${action}"]`)
  await expect(notes.locator('[data-presenter]')).toHaveAttribute('data-step', `${PLUG}`)
  await expect(notes.locator('[data-notes]')).toContainText('Let them vote before the plug is pulled')
  await expect(notes.locator('aside')).toContainText(okTooEarly.steps[PLUG]!.title)
  await expect(notes.locator('[data-why]')).toHaveCount(4)
  await expect(ask('lesson-next')).toBeDisabled()
  await ask('hand-b').click()
  await notes.keyboard.press('b')
  await expect(present.hands('b')).toHaveAttribute('data-hands', '2')
  await present.press('b')
  await expect(notes.locator('[data-option="b"]')).toHaveAttribute('data-hands', '3')
  await ask('blackout').click()
  await expect(page.locator('[data-black]')).toBeVisible()
  await expect(ask('blackout')).toHaveAttribute('aria-pressed', 'true')
  await ask('blackout').click()
  await expect(page.locator('[data-black]')).toHaveCount(0)
  expect.soft(await findings(notes)).toEqual([])

  await ask('reveal').click()
  await present.phase(/^(reveal|open)$/)
  await notes.reload()
  await expect(notes.locator('[data-presenter]')).toHaveAttribute('data-step', `${PLUG}`)
  await ask('lesson-back').click()
  await present.at(PLUG - 1)
  await page.reload()
  await present.at(PLUG - 1)
  await expect(notes.locator('[data-presenter]')).toHaveAttribute('data-step', `${PLUG - 1}`)
  await notes.keyboard.press('PageDown')
  await present.phase(/^open$/)
  await notes.keyboard.press('PageDown')
  await present.at(PLUG)
  await expect(present.hands('b')).toHaveAttribute('data-hands', '3')
  await page.goto('./#/')
  await expect(notes.locator('[data-problem]')).toContainText('closed')
})

/** Steps with long questions, many settings, many participants. */
const FULL = { failover: [6, 10], 'two-masters': [2, 5], 'lag-lies': [4, 7] }

test('everything stands in windows of any shape, and nothing over anything', async ({ lab, page }) => {
  const wrong: string[] = []
  for (const [id, steps] of Object.entries(FULL)) {
    const present = new PresentPage(lab, lessonOf(id))
    for (const at of steps) {
      await present.open(at)
      if ((await present.now()).phase === 'ask') await present.press('a', 'a', 'b')
      for (const [width, height] of [
        [1280, 800],
        [1024, 768],
        [960, 1080],
      ] as const) {
        await page.setViewportSize({ width, height })
        wrong.push(...(await untidy(page)).map((line) => `${line} (${id}, step ${at}, ${width} x ${height})`))
      }
    }
  }
  expect(wrong).toEqual([])
})
