/**
 * Another vocabulary is chosen while a run is open, and from then on no old word is left: on the stage, in the panels,
 * in tooltips, in what screen readers hear, in the title of the tab. Identifiers in links and files stay as they are.
 */
import type { LabPage } from './labPage.ts'
import { spoken } from './spoken.ts'
import { expect, test } from './visit.ts'

const OLD = /master|slave/i
const NEW = { 'primary, replica': /\bprimar(y|ies)\b/i, 'source, replica': /\bsources?\b/i } as const
type Name = keyof typeof NEW

async function choose({ page }: LabPage, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name, exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Settings' })).toHaveCount(0)
}

/** Looks at the page as it stands now. */
function listen(lab: LabPage, old: RegExp) {
  const found: string[] = []
  let heard = 0
  const at = async (where: string) => {
    const said = await spoken(lab.page)
    heard += said.length
    for (const text of said.filter((one) => old.test(one)))
      if (!found.some((one) => one.endsWith(text))) found.push(`${where}: ${text}`)
  }
  return { found, at, heard: () => heard }
}

/** Opens, one after the other, everything that says something about a run. */
async function everything(lab: LabPage, at: (where: string) => Promise<void>): Promise<void> {
  const { page } = lab
  const controls = page.getByRole('complementary', { name: 'Controls' })
  for (const section of await controls.locator('h2 button').all())
    if ((await section.getAttribute('aria-expanded')) === 'false') await section.click()
  await at('every section')
  for (const hint of await controls.getByRole('button', { name: /why it matters/ }).all()) {
    await hint.dispatchEvent('click')
    await at('a hint')
    await page.keyboard.press('Escape')
  }
  for (const id of ['db1', 'db2', 'c1', 'monitor']) {
    await lab.participant(id).dispatchEvent('click')
    await at(id)
    const machines = lab.inspector.getByRole('combobox', { name: 'Machine' })
    if (await machines.count())
      for (const option of await machines.locator('option').all()) {
        await machines.selectOption(await option.getAttribute('value'))
        await at(`${id}, ${await option.innerText()}`)
      }
    await lab.participant(id).focus()
    await page.keyboard.press('Enter')
    await at(`${id}, actions`)
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('v')
  await at('text view')
  await page.keyboard.press('v')
  await page.keyboard.press('?')
  await at('help')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  await at('scenarios')
  await page.keyboard.press('Escape')
}

for (const name of Object.keys(NEW) as Name[])
  test(`${name}: chosen in the lab, spoken everywhere`, async ({ lab }) => {
    await lab.openPreset('failover-lost-writes')
    await lab.toMilestone(/^confirmed$/)
    // The drawing of a machine is open: it is drawn again, too.
    await lab.participant('monitor').dispatchEvent('click')
    await expect(lab.inspector.locator('[data-machine]')).toBeVisible()
    await choose(lab, name)
    const { found, at, heard } = listen(lab, OLD)
    await at('at once')
    await expect(lab.milestone).toHaveText('db1 is confirmed down: no replica hears it either.')
    await expect(lab.card('db3')).toContainText('REPLICA')
    await everything(lab, at)
    for (let i = 0; i < 6; i++) {
      await lab.press('Shift+Period')
      await at('later')
    }
    expect(found).toEqual([])
    expect(heard()).toBeGreaterThan(1000)
    // It is remembered, and the way back is as short.
    await lab.page.reload()
    await lab.shown()
    await expect(lab.card('db2')).toContainText('REPLICA')
    await choose(lab, 'master, slave')
    await expect(lab.card('db2')).toContainText('SLAVE')
    const back = listen(lab, NEW[name])
    await back.at('back')
    expect(back.found).toEqual([])
  })

test('on the home page, by its address, and in every run to begin with', async ({ lab, page }) => {
  await lab.open('#/?terms=source-replica')
  const { found, at } = listen(lab, OLD)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The source is about to die.')
  await at('home')
  const runs = await page.locator('a[data-preset]').evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
  await page.keyboard.press('k')
  await page.keyboard.press('Space')
  await at('home, killed')
  for (const run of runs) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, run)
    await expect(page.locator('[data-lab]')).toHaveAttribute('data-time', /^\d+$/)
    await lab.press('Shift+Period', 2)
    await at(run)
  }
  expect(runs.length).toBeGreaterThan(3)
  expect(found).toEqual([])
  // The address is not the reader's choice: the next visit speaks as usual.
  await lab.open()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The master is about to die.')
})

test('a saved run is the same file in every vocabulary', async ({ lab, page }) => {
  const saved = async (terms: string) => {
    await lab.open(`#/lab?preset=semi-sync&terms=${terms}`)
    await page.reload()
    await lab.shown()
    const link = await lab.copiedLink()
    // The words are passed on beside the run, not in it.
    expect(link.includes('terms='), link).toBe(terms !== 'master-slave')
    return link.replace(/[?&]terms=[\w-]+/, '')
  }
  expect(await saved('primary-replica')).toBe(await saved('master-slave'))
})
