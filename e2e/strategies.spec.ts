/** One master beside several: the same requests, one clock, what each side has been worth to its clients, and a link to it. */
import { findings } from './axe.ts'
import type { LabPage } from './labPage.ts'
import { inEachLook } from './looks.ts'
import { expect, test } from './visit.ts'

const compare = (lab: LabPage) => lab.page.getByRole('region', { name: 'Comparison' })
const table = (lab: LabPage) => compare(lab).getByRole('table', { name: /worth to its clients/ })
const cells = (lab: LabPage, id: string) => table(lab).locator(`[data-service="${id}"]`)
const side = (lab: LabPage, which: 'here' | 'there') => compare(lab).locator(`svg[data-side="${which}"]`)

test('the preset shows both strategies under the same requests, with figures that lead to their moments', async ({
  lab,
}) => {
  await lab.open('#/lab?preset=two-strategies&t=2500000')
  await expect(compare(lab)).toContainText('One master beside three masters')
  await expect(compare(lab)).toContainText('The same requests on both sides.')
  await expect(table(lab).getByRole('row')).toHaveCount(3)
  await expect(cells(lab, 'lost')).toHaveText([/^[1-9]\d* writes$/, /^0 writes \(better\)$/])
  await expect(cells(lab, 'discarded')).toHaveText([/^0 writes \(better\)$/, /^[1-9]\d* writes$/])
  await expect(cells(lab, 'without')).toHaveText([/ s, \d clients$/, /^0 s \(better\)$/])
  await expect(cells(lab, 'writes-p95')).toHaveText([/^\d\d ms$/, /^\d\.\d ms \(better\)$/])

  await cells(lab, 'discarded').getByRole('button').click()
  await expect.poll(() => lab.time()).toBeGreaterThan(1_600_000)
  expect(await lab.time()).toBeLessThan(1_800_000)
  await expect(cells(lab, 'discarded').last()).toHaveText(/^1 write$/)
  await expect(compare(lab).locator('[data-branch-side="there"] figcaption')).toContainText('conflict')
  await lab.page.keyboard.press('Home')
  await expect(cells(lab, 'lost')).toHaveText(['0 writes', '0 writes'])
})

test('what is done to one side is done to the other, and undone there; a link opens all of it elsewhere', async ({
  lab,
  page,
  freshProfile,
}) => {
  await lab.open('#/lab?preset=two-strategies&t=450000')
  await expect(table(lab)).toBeVisible()
  await page.keyboard.press('3')
  await page.keyboard.press('k')
  for (const which of ['here', 'there'] as const)
    await expect(side(lab, which).locator('[data-node="db3"]')).toContainText('DOWN')
  await page.keyboard.press('z')
  for (const which of ['here', 'there'] as const)
    await expect(side(lab, which).locator('[data-node="db3"]')).not.toContainText('DOWN')
  await page.keyboard.press('Shift+Z')
  await expect(side(lab, 'there').locator('[data-node="db3"]')).toContainText('DOWN')
  await cells(lab, 'writes-p95').first().getByRole('button').click()
  const link = await lab.copiedLink()
  expect(new URL(link).hash).toMatch(/^#\/lab\?s=\d\.[\w-]+&b=\d\.[\w-]+&t=\d+$/)

  const other = await freshProfile()
  await other.page.goto(link)
  await expect(compare(other)).toContainText('One master beside three masters')
  await expect(side(other, 'there').locator('[data-node="db3"]')).toBeVisible()
  expect(await other.time()).toBe(await lab.time())
  const plain = async (one: LabPage) => (await table(one).innerText()).replace(/\s+/g, ' ')
  const figures = await plain(lab)
  await expect.poll(() => plain(other)).toBe(figures)

  await other.page.goto(link.replace(/&b=(\d\.)[\w-]+/, '&b=$1broken'))
  await expect(other.notices).toContainText('The run beside it: This link is damaged')
  await expect(compare(other)).toHaveCount(0)
})

test('any run with two nodes is laid beside its twin, and what was changed for it is said', async ({ lab, page }) => {
  await lab.openPreset('failover-lost-writes')
  await lab.toMilestone(/^failover-done$/)
  const before = { time: await lab.time(), digest: await lab.digest() }
  await page.locator('[data-branches]').click()
  const branches = page.getByRole('region', { name: 'Branches' })
  await branches.getByRole('button', { name: 'Compare with several masters' }).click()
  await expect(compare(lab)).toContainText('One master beside three masters')
  await expect(lab.notices).toContainText('send at their rates whatever the answers')
  await expect(cells(lab, 'lost').first()).toHaveText(/^[1-9]/)
  await page.getByRole('button', { name: 'End the comparison' }).click()
  await page.locator('[data-branches]').click()
  await expect(branches.locator('[data-branch]')).toHaveCount(3)
  await branches.getByRole('button', { name: 'Open Run' }).click()
  await expect.poll(() => lab.time()).toBe(before.time)
  expect(await lab.digest()).toBe(before.digest)
})

test('axe finds nothing serious, and no figure is cut off', async ({ lab, page }) => {
  await lab.open('#/lab?preset=two-strategies&t=1750000')
  await inEachLook(page, ['light desk', 'dark phone', 'projector wall'], async (look) => {
    await expect(table(lab)).toBeVisible()
    expect(await findings(page), look).toEqual([])
    const wide = await table(lab).evaluate((found) => {
      const { right, left } = found.getBoundingClientRect()
      return left >= 0 && right <= document.documentElement.clientWidth + 0.5
    })
    expect(wide, look).toBe(true)
  })
})

test.describe('390 x 844', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('on a phone the figures stand in pairs below the stage, and a switch shows the other side', async ({ lab }) => {
    await lab.open('#/lab?preset=two-strategies&t=1750000')
    await expect(compare(lab).locator('svg[data-side]')).toHaveCount(1)
    await expect(table(lab).getByRole('row')).toHaveCount(10)
    await compare(lab).getByRole('radio', { name: 'Three masters' }).tap()
    await expect(side(lab, 'there')).toBeVisible()
    await cells(lab, 'lost').first().getByRole('button').tap()
    await expect.poll(() => lab.time()).toBeLessThan(1_300_000)
  })
})
