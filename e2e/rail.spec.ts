/** Every control while the run plays: what it shows, that it is in the link, and that it can be taken back. */
import { Controls } from './controls.ts'
import { KEY, type LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

test.use({ picturesPerSecond: 5 })

/** Slow, so that a run does not reach its end while its controls are tried. */
async function play(lab: LabPage): Promise<void> {
  await lab.press(KEY.step, 12)
  await lab.press('[', 4)
  await lab.page.getByRole('button', { name: 'Play', exact: true }).click()
  await lab.toBePlaying(true)
}
async function pause(lab: LabPage): Promise<void> {
  await lab.page.getByRole('button', { name: 'Pause', exact: true }).click()
  await lab.toBePlaying(false)
}

/** These make others come and go. */
const structural = (path: string) => /^replication\.mode$|\.kind$/.test(path)

/** Between them: a closed loop, a stream and a reader, async and semi-sync, a monitor and none, one tier and two, one master and several. */
const PRESETS = ['lag-under-load', 'two-tier', 'after-commit-phantom', 'lww-clock-skew']
/** A setting without whose it is: `nodes.db2.applyMs` and `nodes.db3.applyMs` have one control, drawn twice. */
const kindOf = (path: string) => path.replace(/^(nodes|clients|network\.links)\.[^.]+\./, '$1.')

/** The settings to try on the page: one of each kind that was not `seen` before, which are then. */
async function toTry(controls: Controls, seen: Set<string>): Promise<string[]> {
  const own: string[] = []
  for (const path of await controls.paths()) {
    if (seen.has(kindOf(path))) continue
    seen.add(kindOf(path))
    own.push(path)
  }
  return own
}

test('each control changes the run as it plays, says so, and is undone', async ({ lab, page }) => {
  test.slow()
  const controls = new Controls(lab)
  const seen = new Set<string>()
  for (const [place, preset] of PRESETS.entries())
    await test.step(preset, async () => {
      await lab.openPreset(preset)
      await controls.openAll()
      const paths = await toTry(controls, seen)
      await play(lab)
      expect(paths.length).toBeGreaterThan(place === 0 ? 25 : 0)
      for (const path of paths) {
        const { before, value, dotted, spoken, written, chosenHasFocus } = await controls.nudged(path)
        expect([before.dotted, dotted], path).toEqual([false, true])
        if (spoken !== null) {
          expect(spoken.replaceAll(',', ''), path).toContain(`${Number(value)}`)
          expect(written, path).toBe(spoken)
        } else expect(chosenHasFocus, path).toBe(true)
        await page.keyboard.press('z')
        expect((await controls.comesTo(path, { is: before.value })).dotted, path).toBe(false)
      }
      await expect(lab.root).toHaveAttribute('data-playing', 'true')
    })
})

for (const preset of PRESETS.slice(2))
  test(`${preset}: the link holds every change`, async ({ lab, freshProfile }) => {
    test.slow()
    const controls = new Controls(lab)
    await lab.openPreset(preset)
    await controls.openAll()
    await play(lab)
    const paths = (await controls.paths()).filter((path) => !structural(path))
    for (const path of paths) await controls.nudge(path)
    await pause(lab)
    const values = await Promise.all(paths.map((path) => controls.value(path)))
    const link = await lab.copiedLink()

    const other = await freshProfile()
    await other.page.goto(link)
    await other.shown()
    const there = new Controls(other)
    await there.openAll()
    expect(await Promise.all(paths.map((path) => there.value(path)))).toEqual(values)
    // Nodes without a cost of their own follow the common one, until they have one: all the rest bears its dot.
    for (const path of paths) await expect(there.dot(path), path).toBeVisible()
    expect(await other.digest()).toBe(await lab.digest())
  })

test('a dot sets its setting back, as one more change', async ({ lab, page }) => {
  const controls = new Controls(lab)
  await lab.openPreset('failover-lost-writes')
  const path = 'failover.misses'
  const before = await controls.value(path)
  const after = await controls.nudge(path)
  const box = (await controls.dot(path).boundingBox())!
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24)
  // Within one instant all that is done to a control is one change.
  await lab.press(KEY.step)
  await controls.dot(path).click()
  await expect.poll(() => controls.value(path)).toBe(before)
  await page.keyboard.press('z')
  await expect.poll(() => controls.value(path)).toBe(after)
})

test('a value can be typed; what is none says why, and Escape leaves it', async ({ lab, page }) => {
  const controls = new Controls(lab)
  await lab.openPreset('failover-lost-writes')
  const row = controls.setting('failover.probeEveryMs')
  const field = row.getByRole('textbox')
  await row.locator('.value').focus()
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await page.keyboard.type('123456789')
  await page.keyboard.press('Enter')
  await expect(row.getByRole('alert')).toHaveText('From 0.001 to 86,400,000 ms.')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(row.locator('.value')).toBeFocused()
  expect(await controls.value('failover.probeEveryMs')).toBe('300')

  await page.keyboard.press('Enter')
  await page.keyboard.type('317,5')
  await page.keyboard.press('Enter')
  await expect(row.locator('.value')).toHaveText('317.5 ms')
  await expect(row.locator('.value')).toBeFocused()
  await expect(row.getByRole('slider')).toHaveAttribute('aria-valuetext', '317.5 ms')
  // The stages of the fader go on from there.
  await row.getByRole('slider').press('ArrowRight')
  await expect.poll(() => controls.value('failover.probeEveryMs')).toBe('400')
})

test('every control says why it matters, by a button of its own', async ({ lab, page }) => {
  const controls = new Controls(lab)
  await lab.openPreset('semi-sync')
  await controls.openAll()
  for (const path of await controls.paths()) {
    const button = controls.setting(path).getByRole('button', { name: /: why it matters$/ })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(controls.setting(path).locator('.hint'), path).toContainText(/\w.*\./)
    await page.keyboard.press('Enter')
    await expect(controls.setting(path).locator('.hint'), path).toBeHidden()
  }
})

test('the mode is switched while the run plays, and shows what that mode has', async ({ lab, page }) => {
  const controls = new Controls(lab)
  await lab.openPreset('failover-lost-writes')
  await play(lab)
  const mode = controls.setting('replication.mode')
  const own = async () =>
    (await controls.paths()).filter((path) => /^replication\.(ack|waitFor|timeoutMs|waitPoint)$/.test(path)).sort()
  expect(await own()).toEqual([])
  await mode.getByRole('radio', { name: 'async' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(mode.getByRole('radio', { name: 'semi-sync' })).toBeChecked()
  await expect.poll(own).toHaveLength(4)
  await page.keyboard.press('ArrowRight')
  await expect(mode.getByRole('radio', { name: 'quorum' })).toBeChecked()
  await expect(controls.setting('replication.timeoutMs')).toHaveCount(0)
  await page.keyboard.press('m')
  await expect(mode.getByRole('radio', { name: 'all' })).toBeChecked()
  await expect(controls.setting('replication.waitFor')).toHaveCount(0)
  await pause(lab)
  const time = await lab.time()
  await lab.press('z', 3)
  await expect(mode.getByRole('radio', { name: 'async' })).toBeChecked()
  expect(await lab.time()).toBe(time)
  await lab.press('Shift+Z', 3)
  await expect(mode.getByRole('radio', { name: 'all' })).toBeChecked()
})

test('a link has settings of its own, and goes back to those of all links', async ({ lab, page }) => {
  const controls = new Controls(lab)
  await lab.openPreset('async-pipeline')
  await play(lab)
  await controls.openSection('links')
  const link = controls.all.locator('[data-link="db1~db2"]')
  await link.getByRole('button', { name: /^db1/ }).click()
  const names = ['oneWayMs', 'jitterMs', 'kilobytesPerSecond', 'lossPercent']
  for (const name of names) {
    const path = `network.links.db1~db2.${name}`
    const common = await controls.value(`network.${name}`)
    expect(await controls.value(path)).toBe(common)
    await controls.nudge(path)
    await expect(controls.dot(path), path).toBeVisible()
    expect(await controls.value(`network.${name}`)).toBe(common)
  }
  await link.getByRole('button', { name: 'As all links' }).click()
  for (const name of names)
    await expect
      .poll(() => controls.value(`network.links.db1~db2.${name}`))
      .toBe(await controls.value(`network.${name}`))
  await expect(link.getByRole('button', { name: 'As all links' })).toHaveCount(0)
  await lab.press('z')
  await expect(link.getByRole('button', { name: 'As all links' })).toBeVisible()
  await expect(page.locator('[data-lab]')).toHaveAttribute('data-playing', 'true')
})

test('slaves come, move and go by mouse; each can be undone', async ({ lab, page }) => {
  const controls = new Controls(lab)
  await lab.openPreset('async-pipeline')
  await lab.press(KEY.step, 10)
  await controls.openSection('build')
  await controls.all.getByRole('button', { name: 'Add a slave under db1' }).click()
  await expect(lab.participant('db4')).toContainText('slave')
  await expect(controls.all.locator('[data-tree]')).toHaveCount(4)

  const upstream = controls.all.getByLabel('Whom db4 copies from')
  await expect(upstream).toHaveValue('db1')
  await upstream.selectOption('db2')
  await lab.press(KEY.step, 3)
  await expect(controls.all.getByLabel('Whom db4 copies from')).toHaveValue('db2')
  // Who copies from it is no choice: it would be a circle.
  expect(await controls.all.getByLabel('Whom db2 copies from').locator('option').allInnerTexts()).toEqual([
    'db1',
    'db3',
  ])

  await controls.all.locator('[data-tree=db2] .who').click()
  await controls.all.locator('[data-tree=db2]').getByRole('button', { name: 'Remove' }).click()
  await expect(lab.participant('db2')).toHaveCount(0)
  await expect(controls.all.getByLabel('Whom db4 copies from')).toHaveValue('db1')
  await lab.press('z')
  await expect(lab.participant('db2')).toHaveCount(1)
  await lab.press('z', 2)
  await expect(lab.participant('db4')).toHaveCount(0)
  expect(await page.locator('[data-notice]').filter({ hasText: 'nothing' }).count()).toBe(0)
})

test('and by keyboard alone', async ({ lab, page }) => {
  await lab.openPreset('async-pipeline')
  await lab.press(KEY.step, 10)
  await lab.press('2')
  await page.keyboard.press('+')
  await expect(lab.participant('db4')).toContainText('slave')
  await expect(new Controls(lab).all.getByLabel('Whom db4 copies from')).toHaveCount(0)
  await new Controls(lab).openSection('build')
  await expect(new Controls(lab).all.getByLabel('Whom db4 copies from')).toHaveValue('db2')

  await page.keyboard.press('4')
  await page.keyboard.press('o')
  const menu = page.getByRole('menu', { name: 'Actions on db4' })
  await menu.getByRole('menuitem', { name: 'Copy from db3' }).focus()
  await page.keyboard.press('Enter')
  await lab.press(KEY.step, 3)
  await expect(new Controls(lab).all.getByLabel('Whom db4 copies from')).toHaveValue('db3')

  await page.keyboard.press('4')
  await page.keyboard.press('Delete')
  await expect(lab.participant('db4')).toHaveCount(0)
  await lab.press('z', 3)
  await expect(lab.participant('db4')).toHaveCount(0)
  await expect(page.locator('[data-tree]')).toHaveCount(3)
})

test('before anything has played, a topology is chosen', async ({ lab, page }) => {
  const controls = new Controls(lab)
  await lab.open('#/lab')
  await controls.openSection('build')
  await controls.all.locator('[data-start]').getByRole('radio', { name: '5' }).click()
  await expect(controls.all.locator('[data-tree]')).toHaveCount(6)
  await controls.all.getByRole('radio', { name: 'two tiers' }).click()
  await expect(controls.all.locator('[data-tree]')).toHaveCount(5)
  await expect(controls.all.getByLabel('Whom db3 copies from')).toHaveValue('db2')
  const here = await lab.clockPanel()
  await page.goto(await lab.copiedLink())
  await lab.shown()
  expect(await lab.clockPanel()).toEqual(here)
  await expect(lab.participant('db5')).toHaveCount(1)
  await lab.press('w')
  await lab.press(KEY.step)
  await controls.openSection('build')
  await expect(controls.all.locator('[data-start]')).toHaveCount(0)
})

test('Space plays the run that was just chosen from the menu', async ({ lab, page }) => {
  await lab.openPreset('async-pipeline')
  await page.getByRole('heading', { level: 1 }).getByRole('button').press('Enter')
  await expect(page.getByRole('menu', { name: 'Scenarios' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu', { name: 'Scenarios' })).toBeHidden()
  await lab.shown()
  await page.keyboard.press('Space')
  await lab.toBePlaying(true)
  await expect(page.getByRole('menu', { name: 'Scenarios' })).toBeHidden()
})

test.describe('with everything open', () => {
  for (const [name, viewport, text] of [
    ['a desk', { width: 1280, height: 800 }, 100],
    ['a drawer', { width: 960, height: 720 }, 100],
    ['a phone', { width: 390, height: 844 }, 100],
    ['large text on a desk', { width: 1920, height: 1080 }, 150],
    ['the largest text', { width: 1280, height: 800 }, 200],
  ] as const)
    test(`nothing in the controls is clipped or lies over another: ${name}`, async ({ lab, page }) => {
      await page.setViewportSize(viewport)
      await lab.open(`#/lab?preset=semi-sync&text=${text}`)
      for (const way of [page.getByRole('tab', { name: 'Controls' }), page.getByRole('button', { name: 'Controls' })])
        if ((await way.count()) > 0) await way.first().click()
      const controls = new Controls(lab)
      await controls.openAll()
      await controls
        .setting('replication.ack')
        .getByRole('button', { name: /why it matters/ })
        .click()
      const wrong = await controls.all.evaluate((rail) => {
        const said: string[] = []
        const room = rail.getBoundingClientRect()
        const rows = [
          ...rail.querySelectorAll<HTMLElement>(
            '.cl > *, .seg > *, .fold-head > *, .tree-row > *, .mini, h2 > button > *',
          ),
        ]
        for (const one of rows) {
          const box = one.getBoundingClientRect()
          if (box.width === 0) continue
          const name = `${one.parentElement?.className} > ${one.textContent}`
          if (box.left < room.left - 1 || box.right > room.right + 1) said.push(`out of the rail: ${name}`)
          if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0) said.push(`clipped: ${name}`)
          for (const other of one.parentElement?.children ?? []) {
            if (other === one || other.contains(one)) continue
            const b = other.getBoundingClientRect()
            const across = Math.min(box.right, b.right) - Math.max(box.left, b.left)
            const down = Math.min(box.bottom, b.bottom) - Math.max(box.top, b.top)
            if (across > 3 && down > 8) said.push(`over each other: ${name} | ${other.textContent}`)
          }
        }
        if (rail.scrollWidth > rail.clientWidth + 1) said.push('the rail scrolls sideways')
        return said
      })
      expect(wrong).toEqual([])
    })
})
