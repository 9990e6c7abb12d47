/** Going through a run by hand, both ways. */
import { chance } from './chance.ts'
import { KEY } from './labPage.ts'
import { expect, test } from './visit.ts'

test('200 random steps forward and back restore the digest, wherever they have been', { tag: '@R4' }, async ({
  lab,
  page,
}) => {
  await lab.openPreset('failover-lost-writes')
  await lab.toMilestone(/^killed$/)
  const start = { time: await lab.time(), digest: await lab.digest() }

  await lab.clock.click()
  // Each moment has a digest of its own: the panel has caught up once it shows another one.
  const after = (digest: string) =>
    page.evaluate(async (before) => {
      const shown = () => document.querySelector('[data-value=digest]')?.textContent ?? ''
      for (let i = 0; i < 300 && shown() === before; i++) await new Promise(requestAnimationFrame)
      return { time: Number(document.querySelector<HTMLElement>('[data-lab]')?.dataset['time']), digest: shown() }
    }, digest)
  const seen = new Map([[start.time, start.digest]])
  const random = chance(7)
  let [place, furthest, back, before] = [0, 0, 0, start]
  for (let i = 0; i < 200; i++) {
    const forward = random(100) < 55
    await lab.press(forward ? KEY.step : KEY.stepBack)
    place += forward ? 1 : -1
    furthest = Math.max(furthest, Math.abs(place))
    const now = await after(before.digest)
    expect(now.digest, `step ${i}`).not.toBe(before.digest)
    expect(forward ? now.time > before.time : now.time < before.time, `step ${i}`).toBe(true)
    const known = seen.get(now.time)
    if (known === undefined) seen.set(now.time, now.digest)
    else {
      expect(now.digest, `step ${i}, at ${now.time} us`).toBe(known)
      back++
    }
    before = now
  }
  expect(back).toBeGreaterThan(50)
  expect(furthest).toBeGreaterThan(5)
  await page.keyboard.press('Escape')
  await lab.press(place > 0 ? KEY.stepBack : KEY.step, Math.abs(place))
  expect(await lab.time()).toBe(start.time)
  expect(await lab.digest()).toBe(start.digest)
})

test('a step goes to the same next moment at 0.1x and at 8x', { tag: '@R5' }, async ({ lab, page }) => {
  await lab.openPreset('lag-under-load')
  await lab.stepOn(40)
  const from = await lab.time()
  const next: number[] = []
  for (const speed of ['0.1', '8']) {
    await page.getByRole('radio', { name: '0.1' }).click()
    if (speed === '8') await lab.press(']', 6)
    else await expect(page.getByRole('radio', { name: '0.1' })).toBeChecked()
    await page.getByRole('button', { name: 'Step', exact: true }).click()
    next.push(await lab.time())
    await page.getByRole('button', { name: 'Step back' }).click()
    expect(await lab.time()).toBe(from)
  }
  expect(next[0]).toBeGreaterThan(from)
  expect(next[1]).toBe(next[0])
  // 8x really was another speed: of this scenario's pace, eight times as much in a second.
  const pace = async () => Number.parseFloat((await page.locator('[data-pace]').innerText()).replace('1 s = ', ''))
  const fast = await pace()
  await lab.press('[', 3)
  expect(fast / (await pace())).toBe(8)
})

test('milestones, start, latest and reset; the log and the timeline go to their moments', async ({ lab, page }) => {
  await lab.openPreset('failover-clean')
  await lab.toMilestone(/^failover-done$/)
  const done = { time: await lab.time(), digest: await lab.digest() }
  await page.getByRole('button', { name: 'Previous milestone' }).click()
  expect(await lab.time()).toBeLessThan(done.time)
  await page.getByRole('button', { name: 'Next milestone' }).click()
  expect(await lab.digest()).toBe(done.digest)

  await page.keyboard.press('Home')
  expect(await lab.time()).toBe(0)
  await page.keyboard.press('End')
  expect(await lab.digest()).toBe(done.digest)
  await page.getByRole('button', { name: 'Reset' }).click()
  expect(await lab.time()).toBe(0)
  await page.keyboard.press('End')
  expect(await lab.time()).toBe(done.time)

  const killed = lab.log.getByRole('button', { name: /db1 killed/ })
  const at = Number.parseFloat(await killed.innerText())
  await killed.click()
  expect(Math.round((await lab.time()) / 1000)).toBe(Math.round(at * 1000))
  await expect(lab.milestone).toHaveAttribute('data-milestone', 'killed')

  // What was played beyond the playhead stays in the log, to go forward by.
  const later = lab.log.getByRole('button', { name: /heard ERROR/ }).last()
  await later.click()
  expect(await lab.time()).toBeGreaterThan(Math.round(at * 1_000_000))
  await expect(later).toHaveAttribute('aria-current', 'true')

  // The ruler: a click puts the playhead there, and arrows on it step.
  const ruler = page.getByRole('slider', { name: 'Playhead' })
  const box = (await ruler.boundingBox())!
  await page.mouse.click(box.x + 80, box.y + 20)
  const clicked = await lab.time()
  expect(clicked).toBeLessThan(done.time)
  await ruler.focus()
  await page.keyboard.press('ArrowRight')
  expect(await lab.time()).toBeGreaterThan(clicked)
})

test('Space freezes everything, also what is on its way', { tag: '@R3' }, async ({ lab, page }) => {
  await lab.openPreset('failover-lost-writes')
  await page.keyboard.press('Space')
  await lab.toBePlaying(true)
  await expect(lab.stage.locator('[data-message]').nth(2)).toBeAttached()
  await page.keyboard.press('Space')
  await lab.toBePlaying(false)
  await expect(lab.stage.locator('[data-message]').first()).toBeAttached()
  // The panels may have been a tenth of a second behind.
  await expect(page.getByText('paused')).toBeVisible()
  const first = await page.screenshot()
  await page.waitForTimeout(500) // the time in which nothing may move
  expect((await page.screenshot()).equals(first)).toBe(true)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})
