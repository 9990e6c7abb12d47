/** The hand on the stage: cards can be dragged, the whole can be zoomed and moved, and none of it is part of the run. */
import type { Page } from '@playwright/test'
import { expect, test } from './visit.ts'

/** What d3's zoom and drag are made of is fetched when the pointer comes near. */
async function comeNear(page: Page): Promise<void> {
  const fetched = page.waitForResponse(/camera-.*\.js/)
  await page.mouse.move(640, 600)
  await fetched
}

/** A point of the stage where nothing stands. */
const paper = (page: Page) =>
  page.evaluate((): [number, number] => {
    const stage = document.querySelector('svg.stage')!
    const { left, top, right, bottom } = stage.getBoundingClientRect()
    for (let y = bottom - 80; y > top + 80; y -= 20)
      for (let x = left + 60; x < right - 60; x += 20) if (document.elementFromPoint(x, y) === stage) return [x, y]
    throw new Error('The stage is full.')
  })

async function drag(page: Page, from: [number, number], by: [number, number]): Promise<void> {
  await page.mouse.move(...from)
  await page.mouse.down()
  for (const part of [0.3, 0.7, 1]) await page.mouse.move(from[0] + by[0] * part, from[1] + by[1] * part)
  await page.mouse.up()
}

test('a card goes where it is dragged, its links follow, and the run stays what it was', async ({ lab, page }) => {
  await lab.openPreset('semi-sync')
  await comeNear(page)
  const card = lab.card('db2')
  const link = lab.stage.locator('[data-link="db1~db2"] path').first()
  const [digest, way] = [await lab.digest(), await link.getAttribute('d')]
  const before = (await card.boundingBox())!
  await drag(page, [before.x + 60, before.y + 14], [-40, 60])
  const after = (await card.boundingBox())!
  expect(Math.abs(after.x - before.x + 40)).toBeLessThan(4)
  expect(Math.abs(after.y - before.y - 60)).toBeLessThan(4)
  expect(await link.getAttribute('d')).not.toBe(way)
  expect(await lab.digest()).toBe(digest)
  // Where a hand has put it, it stays while the run goes on.
  await page.keyboard.press('.')
  expect((await card.boundingBox())!.x).toBeCloseTo(after.x, 0)
})

test('ctrl and wheel zoom about the pointer, a drag of the paper moves all, and one button fits everything again', async ({
  lab,
  page,
}) => {
  await lab.openPreset('semi-sync')
  await comeNear(page)
  const card = lab.card('db2')
  const whole = (await card.boundingBox())!
  const pointer = { x: whole.x + 30, y: whole.y + 30 }
  await page.mouse.move(pointer.x, pointer.y)
  await page.keyboard.down('Control')
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
  await expect.poll(async () => (await card.boundingBox())!.width / whole.width).toBeGreaterThan(1.2)
  const near = (await card.boundingBox())!
  const scale = near.width / whole.width
  // What lies under the pointer stays under it.
  expect(Math.abs(near.x + 30 * scale - pointer.x)).toBeLessThan(6)
  expect(Math.abs(near.y + 30 * scale - pointer.y)).toBeLessThan(6)

  await drag(page, await paper(page), [30, -50])
  await expect.poll(async () => Math.round((await card.boundingBox())!.y - near.y)).toBe(-50)
  expect(Math.round((await card.boundingBox())!.x - near.x)).toBe(30)

  await page.getByRole('button', { name: 'Fit everything' }).click()
  await expect.poll(async () => (await card.boundingBox())!.x).toBeCloseTo(whole.x, 0)
  expect((await card.boundingBox())!.width).toBeCloseTo(whole.width, 0)
})

test('a wheel that was not meant for the stage leaves it alone', async ({ lab, page }) => {
  await lab.openPreset('semi-sync')
  await comeNear(page)
  const card = lab.card('db2')
  const before = await card.boundingBox()
  await page.mouse.move(before!.x + 30, before!.y + 30)
  for (let i = 0; i < 3; i++) await page.mouse.wheel(0, 120)
  await page.waitForTimeout(100)
  expect(await card.boundingBox()).toEqual(before)
})
