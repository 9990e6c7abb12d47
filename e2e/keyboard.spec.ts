/** Without a mouse: from the address bar to the fenced master. The focus can always be seen. */
import { KEY, type LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

interface Focus {
  name: string
  /** Why the eye cannot find it; '' = it can. */
  hidden: string
}

/** What has the focus, and whether one can see that. */
const focus = (lab: LabPage): Promise<Focus> =>
  lab.page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)
    if (element === document.body) return { name: 'the page', hidden: '' }
    if (element.closest('[aria-hidden=true]')) return { name, hidden: 'it is hidden from assistive technology' }
    // The stage's own list stands in for its drawing: the ring is drawn around the card, the client, the link.
    if (element.hasAttribute('data-participant')) {
      const stage = document.querySelector('svg.stage')!
      const marked = stage.innerHTML
      element.blur()
      const plain = stage.innerHTML
      element.focus()
      return { name, hidden: marked !== plain && stage.innerHTML === marked ? '' : 'nothing on the stage is marked' }
    }
    // So does the list of what is on the way; not all of that is drawn, so it is written there as well.
    if (element.hasAttribute('data-message')) {
      const chip = document.querySelector('[data-focus-chip]')?.getBoundingClientRect()
      return { name, hidden: chip && chip.width > 20 ? '' : 'nothing on the stage says so' }
    }
    const style = getComputedStyle(element)
    if (style.visibility !== 'visible' || style.opacity === '0') return { name, hidden: 'it is invisible' }
    if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2)
      return { name, hidden: 'it has no outline' }
    const box = element.getBoundingClientRect()
    if (box.width < 2 || box.height < 2) return { name, hidden: 'it has no size' }
    if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth)
      return { name, hidden: 'it lies outside of the window' }
    const [x, y] = [
      Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1),
      Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1),
    ]
    const above = document.elementFromPoint(x, y)
    const seen =
      above !== null &&
      (element.contains(above) || above.contains(element) || above.closest('label')?.contains(element))
    return { name, hidden: seen ? '' : `it lies under ${above?.outerHTML.slice(0, 80)}` }
  })

/** Presses Tab until what it is looking for has the focus; every stop on the way must be visible. */
async function tabTo(lab: LabPage, name: RegExp, key = 'Tab'): Promise<string[]> {
  const stops: string[] = []
  for (let i = 0; i < 80; i++) {
    await lab.press(key)
    const here = await focus(lab)
    expect(here.hidden, `after ${stops.join(', ')}: the focus on "${here.name}"`).toBe('')
    stops.push(here.name)
    if (name.test(here.name)) return stops
  }
  throw new Error(`${name} is not reached with ${key}: ${stops.join(', ')}`)
}

test('from the first page to the fenced master and a link, with keys alone', async ({ lab, page, freshProfile }) => {
  test.slow()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await lab.open()
  await tabTo(lab, /^Open empty lab/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Participants' })).toBeAttached()

  // A preset, from the menu.
  await tabTo(lab, /^Empty lab/)
  await page.keyboard.press('Enter')
  const menu = page.getByRole('menu', { name: 'Scenarios' })
  await expect(menu).toBeVisible()
  for (let i = 0; i < 60 && !/^Failover with lost/.test((await focus(lab)).name); i++)
    await page.keyboard.press('ArrowDown')
  expect((await focus(lab)).hidden).toBe('')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Failover with lost writes')
  await expect(menu).toBeHidden()

  // Time: play, pause, step, step back. On a button Space presses the button, and the menu leads on to this one.
  expect(await focus(lab)).toMatchObject({ name: 'Play', hidden: '' })
  await page.keyboard.press('Space')
  await lab.toBePlaying(true)
  await expect.poll(() => lab.time()).toBeGreaterThan(0)
  await page.keyboard.press('Space')
  await lab.toBePlaying(false)
  await lab.press(KEY.step, 40)
  const at = await lab.time()
  await lab.press(KEY.step)
  await lab.press(KEY.stepBack)
  expect(await lab.time()).toBe(at)

  // Kill db1, by selecting it and by its menu.
  await tabTo(lab, /^db1, master/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  const actions = page.getByRole('menu', { name: 'Actions on db1' })
  await expect(actions).toBeVisible()
  expect(await focus(lab)).toMatchObject({ name: 'Kill db1', hidden: '' })
  await page.keyboard.press('Enter')
  await expect(actions).toBeHidden()
  await expect(lab.participant('db1')).toContainText('down')

  await lab.toMilestone(/^failover-done$/)
  await expect(lab.participant('db2')).toContainText('master, epoch 2')
  await page.keyboard.press('1')
  await page.keyboard.press('u')
  for (let i = 0; i < 8 && !/fenced/.test(await lab.participant('db1').innerText()); i++)
    await lab.press(KEY.nextMilestone)
  await expect(lab.participant('db1')).toContainText('fenced')

  // The link.
  const here = await lab.clockPanel()
  await page.keyboard.press('s')
  await expect(lab.notices.filter({ hasText: 'Link copied' })).toBeVisible()
  const other = await freshProfile()
  await other.page.goto(await page.evaluate(() => navigator.clipboard.readText()))
  await other.shown()
  expect(await other.clockPanel()).toEqual(here)

  // The help sheet keeps the focus inside, and gives it back.
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Shortcuts' })
  await expect(help).toBeVisible()
  for (let i = 0; i < 4; i++) {
    expect((await focus(lab)).hidden).toBe('')
    expect(
      await help.evaluate(
        (sheet) => sheet.contains(document.activeElement) || document.activeElement === document.body,
      ),
    ).toBe(true)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
})

test('the arrows walk over everybody and every link, and each shows on the stage that it has the focus', async ({
  lab,
  page,
}) => {
  await lab.openPreset('failover-clean')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Skip to the stage' })).toBeFocused()
  await page.keyboard.press('Enter')
  const names: string[] = []
  const all = page.getByRole('list', { name: 'Participants' }).getByRole('button')
  for (let i = 0; i < (await all.count()); i++) {
    const here = await focus(lab)
    expect.soft(here.hidden, `the focus on "${here.name}"`).toBe('')
    names.push(here.name)
    // Once down to the slaves, then from neighbour to neighbour, round to where it began.
    await page.keyboard.press(i === 0 ? 'ArrowRight' : 'ArrowDown')
  }
  expect(new Set(names).size).toBe(await all.count())
  expect((await focus(lab)).name).toBe(names[0])
})
