/**
 * Every size of window and of text: nothing covers anything, nothing is cut off, nothing scrolls sideways, and every
 * control is there. Then the same with words that are 40 % longer, and from right to left.
 */
import type { Page } from '@playwright/test'
import { crowding, overflow } from './crowding.ts'
import type { LabPage } from './labPage.ts'
import { SIZES } from './looks.ts'
import { expect, test } from './visit.ts'

type Size = readonly [width: number, height: number]

/** The home page and a busy moment of the lab, in windows of these sizes one after the other. */
async function throughSizes(lab: LabPage, look: string, sizes: readonly Size[], at: At): Promise<void> {
  const { page } = lab
  const resize = ([width, height]: Size) => page.setViewportSize({ width, height })
  await lab.open(`#/?${look}`)
  for (const size of sizes) {
    await resize(size)
    await at('home', size)
  }
  await lab.open(`#/lab?preset=failover-lost-writes&${look}`)
  await lab.stepOn(40)
  for (const size of sizes) {
    await resize(size)
    await everyPart(lab, (where) => at(where, size))
  }
}

/** Everything that can be open there. */
async function everyPart(lab: LabPage, at: (where: string) => Promise<void>): Promise<void> {
  const { page } = lab
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
type At = (where: string, size: Size) => Promise<void>

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
function watch(page: Page, isUpright: (size: Size) => boolean, speech: Speech | null = null) {
  const found: string[] = []
  const at: At = async (where, size) => {
    // A panel that slides in is half on its way.
    await page.evaluate(async () => {
      for (const animation of document.getAnimations()) animation.finish()
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    })
    if (speech) await speak(page, speech)
    const { right, below } = await overflow(page)
    const place = `${size.join(' x ')}, ${where}`
    if (right > 0) found.push(`${place}: scrolls ${right} px sideways`)
    if (isUpright(size) && where !== 'home' && below > 0) found.push(`${place}: scrolls ${below} px down`)
    for (const line of await crowding(page))
      if (!found.some((one) => one.endsWith(line))) found.push(`${place}: ${line}`)
    if (speech) await speak(page, 'plain')
  }
  return { found, at }
}

const sizeOf = ({ width, height }: (typeof SIZES)['desk']): Size => [width, height]
const [DESK, PHONE, WALL] = [sizeOf(SIZES.desk), sizeOf(SIZES.phone), sizeOf(SIZES.wall)]

for (const [name, sizes] of [
  ['wide', [WALL, DESK, [1024, 768], [960, 640]]],
  ['narrow', [[640, 900], PHONE, [844, 390], [320, 640]]],
] as const)
  test(`${name} windows`, async ({ lab, page }) => {
    const { found, at } = watch(page, ([, height]) => height > 600)
    await throughSizes(lab, '', sizes, at)
    expect(found).toEqual([])
  })

for (const [size, windows] of [
  [125, [DESK, PHONE]],
  [150, [DESK, PHONE]],
  [175, [DESK]],
  [200, [DESK, PHONE]],
] as const)
  test(`text of ${size} %`, async ({ lab, page }) => {
    const { found, at } = watch(page, () => false)
    await throughSizes(lab, `text=${size}`, windows, at)
    expect(found).toEqual([])
  })

test('a projector', async ({ lab, page }) => {
  const { found, at } = watch(page, () => true)
  await throughSizes(lab, 'theme=projector', [WALL], at)
  expect(found).toEqual([])
})

for (const speech of ['long', 'rtl'] as const)
  test(speech === 'long' ? 'words 40 % longer' : 'words from right to left', async ({ lab, page }) => {
    const { found, at } = watch(page, () => true, speech)
    await throughSizes(lab, `terms=${speech}`, [DESK, PHONE], at)
    expect(found).toEqual([])
  })
