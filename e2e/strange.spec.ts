/** The strangest visitor: mashes keys, clicks anywhere, resizes, and opens and closes everything. Nothing may break. */
import { chance } from './chance.ts'
import { KEY, type LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

test.use({ picturesPerSecond: 10 })

const KEYS = [
  ...['Space', '.', ',', 'Shift+Period', 'Shift+Comma', 'Home', 'End', 'r', '[', ']', '1', '2', '3', '9', '0'],
  ...['k', 'u', 'x', 'w', 'z', 'Shift+Z', 'g', 'v', 't', 's', '?', 'Escape', 'Enter', 'Tab', 'Shift+Tab'],
  ...[
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'PageUp',
    'PageDown',
    'a',
    '%',
    'Backspace',
    'Control+z',
    'F2',
  ],
]
const SIZES = [
  [1280, 800],
  [390, 844],
  [800, 600],
  [1920, 1080],
  [320, 480],
] as const

/** It is still a lab: a run that can be looked at, gone through, and told what it was. */
async function stillWorks(lab: LabPage): Promise<void> {
  const { page } = lab
  await page.setViewportSize({ width: 1280, height: 800 })
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
  if ((await lab.root.getAttribute('data-playing')) === 'true')
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await lab.toBePlaying(false)
  const before = await lab.clockPanel()
  await lab.press(KEY.step)
  await lab.press(KEY.stepBack)
  const invariants = page.locator('[data-invariants]')
  if (await invariants.count()) await expect(invariants).toHaveAttribute('data-invariants', '0')
  expect((await lab.clockPanel()).seed).toBe(before.seed)
}

for (const seed of [1, 2])
  test(`300 keys mashed, with clicks and sizes in between (seed ${seed})`, async ({ lab, page }) => {
    test.slow()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const random = chance(seed)
    await lab.openPreset(seed === 1 ? 'failover-lost-writes' : 'semi-sync')
    const pressed: string[] = []
    for (let i = 0; i < 300; i++) {
      const key = KEYS[random(KEYS.length)]!
      pressed.push(key)
      await page.keyboard.press(key)
      if (i % 10 === 9) {
        const { width, height } = page.viewportSize()!
        const [x, y] = [random(width), random(height)]
        pressed.push(`(${x}, ${y})`)
        // Not out of the lab, nor into a chooser of files.
        const leads = await page.evaluate(
          ([x, y]) =>
            document.elementFromPoint(x!, y!)?.closest('a, [data-action=open-file], [data-action=save-file]') != null,
          [x, y],
        )
        if (!leads) await page.mouse.click(x, y)
      }
      if (i % 60 === 59) {
        const [width, height] = SIZES[random(SIZES.length)]!
        pressed.push(`${width} x ${height}`)
        await page.setViewportSize({ width, height })
      }
      if (i % 5 === 4) expect(await lab.root.count(), pressed.join(' ')).toBe(1)
    }
    await stillWorks(lab)
  })

test('whatever is done to a run, its link tells the same run', async ({ lab, page, freshProfile }) => {
  const random = chance(11)
  await lab.openPreset('failover-lost-writes')
  await lab.stepOn(30)
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press(`${1 + random(3)}`)
    await page.keyboard.press(['k', 'u', 'x', 'w', 'z', 'k'][random(6)]!)
    await lab.press(random(4) === 0 ? KEY.stepBack : KEY.step, random(6))
  }
  const here = await lab.clockPanel()
  const link = await lab.copiedLink()
  const other = await freshProfile()
  await other.page.goto(link)
  await other.shown()
  expect(await other.clockPanel()).toEqual(here)
  // The view is not part of a link: nothing selected there, nothing selected here.
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
  expect(await other.stage.innerHTML()).toBe(await lab.stage.innerHTML())
})
