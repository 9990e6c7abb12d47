/**
 * Every size of window and of text: nothing covers anything, nothing is cut off, nothing scrolls sideways, and every
 * control is there. Then the same with words that are 40 % longer, and from right to left.
 */
import type { Page } from '@playwright/test'
import { crowding, overflow } from './crowding.ts'
import type { LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

/** A busy moment, with everything open that fits there. */
async function everyPart(lab: LabPage, look: string, at: (where: string) => Promise<void>): Promise<void> {
  const { page } = lab
  await lab.open(`#/lab?preset=failover-lost-writes${look}`)
  await lab.stepOn(40)
  await at('lab')
  if (await page.getByRole('tab', { name: 'Controls' }).count()) {
    for (const tab of ['Controls', 'Inspect', 'Log']) {
      await page.getByRole('tab', { name: tab }).click()
      await at(tab)
    }
    await page.getByRole('tab', { name: 'Inspect' }).click()
  } else if (await page.getByRole('button', { name: 'Controls', exact: true }).count())
    for (const drawer of ['Controls', 'Inspect']) {
      await page.getByRole('button', { name: drawer, exact: true }).click()
      await at(drawer)
      await page.keyboard.press('Escape')
    }
  await page.getByRole('button', { name: 'Settings' }).click()
  await at('settings')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  await at('scenarios')
  await page.keyboard.press('Escape')
  await lab.clock.click()
  await at('clock')
  await page.keyboard.press('Escape')
}

type Speech = 'long' | 'rtl'

/** Every text of the page's furniture in words that are 40 % longer, or in letters from right to left, and back. */
const speak = (page: Page, speech: Speech | 'plain') =>
  page.evaluate((how) => {
    const page = window as unknown as { plain?: Map<Node, string> }
    for (const [node, text] of page.plain ?? []) node.nodeValue = text
    page.plain = new Map()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node && how !== 'plain'; node = walker.nextNode()) {
      const text = node.nodeValue ?? ''
      if (!/\p{L}{2}/u.test(text) || node.parentElement?.closest('svg, script, style, .mono, [data-clock]')) continue
      page.plain.set(node, text)
      node.nodeValue =
        how === 'long'
          ? text.replace(/\p{L}{3,}/gu, (word) => word + word.slice(-Math.ceil(word.length * 0.4)))
          : text.replace(/[a-z]/gi, (letter) => String.fromCharCode(0x5d0 + (letter.toLowerCase().charCodeAt(0) % 26)))
    }
  }, speech)

/** Looks at every place that it is called at; `found` must be empty in the end. */
function watch(page: Page, upright: boolean, speech: Speech | null = null) {
  const found: string[] = []
  const at = async (where: string) => {
    // A panel that slides in is half on its way.
    await page.evaluate(async () => {
      for (const animation of document.getAnimations()) animation.finish()
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    })
    if (speech) await speak(page, speech)
    const { right, below } = await overflow(page)
    if (right > 0) found.push(`${where}: scrolls ${right} px sideways`)
    if (upright && where !== 'home' && below > 0) found.push(`${where}: scrolls ${below} px down`)
    for (const line of await crowding(page))
      if (!found.some((one) => one.endsWith(line))) found.push(`${where}: ${line}`)
    if (speech) await speak(page, 'plain')
  }
  return { found, at }
}

const WINDOWS = [
  [1920, 1080],
  [1280, 800],
  [1024, 768],
  [960, 640],
  [640, 900],
  [390, 844],
  [844, 390],
  [320, 640],
] as const

for (const [width, height] of WINDOWS)
  test(`a window of ${width} x ${height}`, async ({ lab, page }) => {
    await page.setViewportSize({ width, height })
    await lab.open()
    const { found, at } = watch(page, height > 600)
    await at('home')
    await everyPart(lab, '', at)
    expect(found).toEqual([])
  })

for (const [width, height, sizes] of [
  [1280, 800, [125, 150, 175, 200]],
  [390, 844, [125, 150, 200]],
] as const)
  for (const size of sizes)
    test(`text of ${size} % at ${width} x ${height}`, async ({ lab, page }) => {
      await page.setViewportSize({ width, height })
      await lab.open(`#/?text=${size}`)
      const { found, at } = watch(page, false)
      await at('home')
      await everyPart(lab, `&text=${size}`, at)
      expect(found).toEqual([])
    })

test('a projector', async ({ lab, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  const { found, at } = watch(page, true)
  await everyPart(lab, '&theme=projector', at)
  expect(found).toEqual([])
})

for (const speech of ['long', 'rtl'] as const)
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const)
    test(`${speech === 'long' ? 'words 40 % longer' : 'words from right to left'} at ${width} x ${height}`, async ({
      lab,
      page,
    }) => {
      await page.setViewportSize({ width, height })
      await lab.open(`#/?terms=${speech}`)
      const { found, at } = watch(page, true, speech)
      await at('home')
      await everyPart(lab, `&terms=${speech}`, at)
      expect(found).toEqual([])
    })
