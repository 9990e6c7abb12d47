/** The reader's merge function: written, looked at while it is written, used in the run, and taken back. */

import type { Locator } from '@playwright/test'
import { findings } from './axe.ts'
import { saveFile } from './files.ts'
import type { LabPage } from './labPage.ts'
import { inEachLook } from './looks.ts'
import { expect, test } from './visit.ts'

class Editor {
  readonly lab: LabPage
  constructor(lab: LabPage) {
    this.lab = lab
  }
  get sheet(): Locator {
    return this.lab.page.getByRole('dialog', { name: 'Merge function' })
  }
  get text(): Locator {
    return this.sheet.getByRole('textbox', { name: 'The merge function, in JavaScript' })
  }
  get said(): Locator {
    return this.sheet.getByRole('status')
  }
  get use(): Locator {
    return this.sheet.getByRole('button', { name: 'Use it' })
  }
  law(name: string): Locator {
    return this.sheet.locator(`[data-law="${name}"]`)
  }
  async open(): Promise<void> {
    await this.lab.press('e')
    await expect(this.text).toBeFocused()
  }
  /** In place of all that is written. */
  async write(source: string): Promise<void> {
    await this.lab.page.keyboard.press('ControlOrMeta+a')
    await this.lab.page.keyboard.insertText(source)
  }
  /** Until somebody has looked at what is written now. */
  async looked(state: 'tried' | 'error'): Promise<void> {
    await expect(this.said).toHaveAttribute('data-source-state', state)
  }
  source(): Promise<string> {
    return this.text.evaluate((text) =>
      [...text.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'),
    )
  }
}

test('a broken function is told with its place, and the run keeps the one that it has', async ({ lab, page }) => {
  await lab.openPreset('custom-merge')
  const editor = new Editor(lab)
  await editor.open()
  const before = await editor.source()
  expect(before).toContain('new Set(items)')
  await editor.looked('tried')
  await expect(editor.use).toBeDisabled()

  await editor.write('(a, b) => {\n  return a.value +\n}')
  await editor.looked('error')
  await expect(editor.said).toContainText('Line 3, column 1: This is not JavaScript')
  await expect(editor.said).toContainText('The run keeps the function that it has.')
  await expect(editor.sheet.locator('.cm-marked.severe')).toHaveText('}')
  await expect(editor.use).toBeDisabled()
  // The place is a way to it.
  await editor.said.getByRole('button', { name: 'Line 3, column 1' }).click()
  await expect(editor.text).toBeFocused()
  await page.keyboard.insertText('1 ')
  await editor.looked('tried')
  await expect(editor.sheet.locator('.cm-marked')).toHaveCount(0)

  // Closed without using it: the run is as it was, and what was written can be taken up again.
  const written = await editor.source()
  await lab.press('Escape', 2)
  await expect(editor.sheet).toHaveCount(0)
  await expect(lab.root).toHaveAttribute('data-event', `${await lab.event()}`)
  await editor.open()
  expect(await editor.source()).toBe(before)
  await editor.sheet.getByRole('combobox', { name: 'Start from' }).selectOption('What you wrote last, not used')
  expect(await editor.source()).toBe(written)
})

test('a function that is not commutative is shown the smallest example against it, with both results', async ({
  lab,
}) => {
  await lab.openPreset('custom-merge')
  const editor = new Editor(lab)
  await editor.open()
  await editor.write('(a, b) => a.value')
  await editor.looked('tried')
  const law = editor.law('commutative')
  await expect(law).toHaveAttribute('data-holds', 'broken')
  await expect(law).toContainText('Counter-example')
  const [left, right] = await Promise.all(
    ['merge\\(a, b\\)', 'merge\\(b, a\\)'].map(async (call) => {
      const found = new RegExp(`${call} = (.*)`).exec(await law.innerText())
      return found?.[1]
    }),
  )
  expect(left).toBeTruthy()
  expect(right).toBeTruthy()
  expect(left).not.toBe(right)
  for (const other of ['associative', 'idempotent']) {
    await expect(editor.law(other)).toHaveAttribute('data-holds', 'holds')
    await expect(editor.law(other)).toContainText('holds as far as tried (200 tries)')
  }
  await expect(editor.sheet.getByText('May not converge')).toBeVisible()
  // The reader may see for himself what comes of it.
  await expect(editor.use).toBeEnabled()
})

test('the union is used from here on: a conflict is merged by it; it is in the file, and undone', async ({
  lab,
  page,
}) => {
  await lab.openPreset('two-masters-lww')
  const editor = new Editor(lab)
  await editor.open()
  await editor.sheet.getByRole('combobox', { name: 'Start from' }).selectOption('Union of two lists')
  // Numbers stand in the rows of this run: lists are tried instead.
  await expect(editor.sheet.getByRole('radio', { name: 'lists' })).toBeChecked()
  await editor.looked('tried')
  await expect(editor.sheet.getByText('Converges as far as tried')).toBeVisible()
  await editor.write('(a, b) => [...new Set([a.value, b.value].flat())].sort()')
  await editor.looked('tried')
  await expect(editor.sheet.getByText('The conflict rule is latest by wall clock now')).toBeVisible()
  await editor.use.click()
  await expect(editor.sheet).toHaveCount(0)
  await expect(lab.notices).toContainText('The run uses your function from 0.000 s on.')

  const told = await lab.toMilestone(/^conflict-found$/)
  expect(told.at(-1)).toContain('both are merged into one')
  const saved = JSON.parse((await saveFile(page)).buffer.toString())
  expect(saved.interventions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ do: 'set-function', source: expect.stringContaining('new Set') }),
      expect.objectContaining({ do: 'set', path: 'multiMaster.rule', value: 'function' }),
    ]),
  )

  // Both are taken back, one after the other: the rule, then the function.
  await lab.press('z')
  await editor.open()
  expect(await editor.source()).toContain('new Set')
  await expect(editor.sheet.getByText('The conflict rule is latest by wall clock now')).toBeVisible()
  await lab.press('Escape', 2)
  await lab.press('z')
  await editor.open()
  expect(await editor.source()).not.toContain('new Set')
})

test('keys alone: Tab indents, Escape and Tab leave the editor, Escape twice closes it', async ({ lab, page }) => {
  await lab.openPreset('custom-merge')
  const editor = new Editor(lab)
  await editor.open()
  await editor.write('() => 1')
  await page.keyboard.press('Home')
  await page.keyboard.press('Tab')
  await expect.poll(() => editor.source()).toBe('  () => 1')
  await editor.looked('tried')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(editor.text).not.toBeFocused()
  await expect(editor.sheet.getByRole('radio', { checked: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(editor.use).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(editor.text).toBeFocused()
  // A letter that is a shortcut of the page is a letter here.
  await page.keyboard.press('k')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(editor.sheet).toHaveCount(0)
  await expect(lab.participant('db1')).not.toContainText('down')
})

test('nobody who does not open it fetches it', async ({ lab, page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await lab.openPreset('two-masters-lww')
  await page.mouse.move(400, 400)
  // Everything that is fetched ahead has come by then.
  await expect.poll(() => fetched.filter((url) => /overlays-/.test(url)).length).toBe(1)
  await page.waitForLoadState('networkidle')
  const large = () => fetched.filter((url) => /MergeFunctionPanel|\.wasm/.test(url))
  expect(large()).toEqual([])
  await new Editor(lab).open()
  await expect.poll(() => large().length).toBeGreaterThan(1)
})

test('axe finds nothing serious in it', async ({ lab, page }) => {
  await lab.open('#/lab?preset=custom-merge')
  const editor = new Editor(lab)
  await editor.open()
  const look = async (what: string) => {
    await inEachLook(page, ['light desk', 'dark phone'], async (look) => {
      expect.soft(await findings(page), `${what}, ${look}`).toEqual([])
      const wide = await editor.sheet.evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth)
      expect.soft(wide, `${what}, ${look}`).toBeLessThanOrEqual(0)
    })
  }
  await editor.looked('tried')
  await look('the laws hold')
  await editor.write('(a, b) => { /* "x" */ return a.value.length + 1 }')
  await editor.looked('tried')
  await look('a counter-example')
  await editor.write('(a, b) =>')
  await editor.looked('error')
  await look('an error')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await lab.open('?theme=projector#/lab?preset=custom-merge')
  await editor.open()
  await editor.looked('tried')
  expect(await findings(page), 'on a projector').toEqual([])
})
