/** The stage is a function of time: how one came to an instant leaves no trace in its picture. */
import { linkHash } from '../src/run/index.ts'
import { bundle } from './bundle.ts'
import { runOf } from './files.ts'
import type { Comparison } from './stageOfTime.ts'
import { expect, test } from './visit.ts'

test('50 instants drawn by play, by seek and by a thousand steps back are the same text', async ({ page }) => {
  test.slow()
  const code = await bundle('./stageOfTime.ts', 'stageOfTime')
  await page.goto('about:blank')
  await page.addScriptTag({ content: `${code}; window.stageOfTime = stageOfTime` })
  for (const [id, most, layout] of [
    ['failover-lost-writes', 1100, 'wide'],
    ['semi-sync', 300, 'wide'],
    ['failover-clean', 300, 'stacked'],
  ] as const)
    await test.step(`${id}, ${layout}`, async () => {
      const { times, different, back, wrong }: Comparison = await page.evaluate(
        `stageOfTime.compare('${id}', ${most}, 50, '${layout}')`,
      )
      expect(wrong).toEqual([])
      expect(times).toHaveLength(50)
      expect(different).toBeGreaterThan(45)
      if (id === 'failover-lost-writes') expect(back).toBeGreaterThanOrEqual(1000)
    })
})

test('on the page: what was drawn while playing is what a link to that instant draws', async ({ lab, page }) => {
  await lab.openPreset('failover-lost-writes')
  await page.evaluate(() => {
    const seen: [number, string][] = []
    Object.assign(window, { seen })
    const root = document.querySelector<HTMLElement>('[data-lab]')!
    const stage = document.querySelector('svg.stage')!
    const look = () => {
      const time = Number(root.dataset['time'])
      if (time > 0 && seen.at(-1)?.[0] !== time) seen.push([time, stage.innerHTML])
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await lab.press(']', 3)
  await page.keyboard.press('Space')
  await expect.poll(() => lab.time(), { timeout: 30_000 }).toBeGreaterThan(650_000)
  await page.keyboard.press('Space')
  await lab.toBePlaying(false)
  const seen = (await page.evaluate('seen')) as [number, string][]
  expect(seen.length).toBeGreaterThan(30)
  const some = Array.from({ length: 12 }, (_, i) => seen[Math.floor(((i + 1) * seen.length) / 12) - 1]!)
  for (const [time, drawn] of some.reverse()) {
    const link = linkHash(runOf('failover-lost-writes'), time)
    await page.evaluate(
      (hash) => {
        location.hash = hash
      },
      'hash' in link ? link.hash : '',
    )
    await expect(lab.root).toHaveAttribute('data-time', `${time}`)
    expect(await lab.stage.innerHTML()).toBe(drawn)
  }
})
