/** The first page: a master that is about to die, and one button. */
import { expect, test } from './visit.ts'

const SPELLED = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** Cells with the cross below: promised writes that are gone. Told from others by their dashed outline. */
const TOMBSTONE = '[data-node="db1"] [data-cell] path[stroke="var(--crit)"][stroke-dasharray]'

test('nothing moves before the first gesture', { tag: '@R1' }, async ({ lab, page }) => {
  await lab.open()
  const before = await page.locator('#app').innerHTML()
  await page.waitForTimeout(1500) // the time in which nothing may happen
  expect(await page.locator('#app').innerHTML()).toBe(before)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  await lab.toBePlaying(false)
  // A walkthrough can be shown to a room right away.
  await page.getByRole('link', { name: /^Present: The master says OK/ }).press('Enter')
  await expect(page.locator('[data-present]')).toHaveAttribute('data-learn', 'ok-too-early')
})

test.describe('on a slow display', () => {
  // Just fast enough for the lab to keep its pace.
  test.use({ picturesPerSecond: 24 })
  test('"Kill the master" ends in a sentence that counts the lost writes', { tag: '@R2' }, async ({ lab, page }) => {
    await lab.open()
    await page.getByRole('button', { name: 'Kill the master' }).click()
    const headline = page.getByRole('heading', { level: 1 })
    await expect(headline).toHaveText(/^\w+ promised writes? (is|are) lost\.$/, { timeout: 80_000 })
    const lost = SPELLED.indexOf((await headline.innerText()).split(' ')[0]!.toLowerCase())
    expect(lost).toBeGreaterThan(0)

    // The same number stands in the ledger and as tombstones, and the page waits for its reader at the outcome.
    await lab.toBePlaying(false)
    await expect(lab.stage.locator(TOMBSTONE)).toHaveCount(lost)
    const texts = await lab.stage.locator('text').allTextContents()
    expect(texts).toContain(`${lost} write${lost === 1 ? '' : 's'} lost`)
    expect(texts.filter((text) => /^#\d+ k\d+=\d+$/.test(text))).toHaveLength(lost)

    // The same moment in the lab counts the same.
    const time = await lab.time()
    await page.getByRole('link', { name: 'Open in lab' }).click()
    await expect(lab.inspector).toBeVisible()
    expect(await lab.time()).toBe(time)
    expect(await lab.counter('lost')).toBe(lost)
    expect(await lab.counter('ok')).toBe((await lab.counter('surviving')) + (await lab.counter('atRisk')) + lost)
  })
})

test('K kills the master as well, and stepping back revives it', async ({ lab, page }) => {
  await lab.open()
  const time = await lab.time()
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The master is dead.')
  await lab.toBePlaying(true)
  await page.keyboard.press('Space')
  await lab.toBePlaying(false)
  await expect(async () => {
    await page.keyboard.press(',')
    expect(await lab.time()).toBeLessThanOrEqual(time)
  }).toPass({ intervals: [0] })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The master is about to die.')
})
