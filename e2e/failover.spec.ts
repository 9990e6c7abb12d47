/** The main job: a master dies, and what it had promised is counted. */
import { fileOf, openFile, runOf } from './files.ts'
import type { LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

/** Promised writes that are gone, wherever the stage shows them: cells with a dashed outline. */
const tombstones = (lab: LabPage) =>
  lab.stage.locator('[data-node] [data-cell]:has(path[stroke="var(--crit)"][stroke-dasharray])')

const OLD_MASTER_RETURNED = /^(fenced|extra-entries-found)$/

test('killing a busy master in async: ledger, cells, counters and log agree on what is lost', { tag: '@R9' }, async ({
  lab,
}) => {
  await lab.openPreset('failover-lost-writes')
  await lab.toMilestone(/^killed$/)
  await expect(lab.participant('db1')).toContainText('down')
  expect(await lab.counter('lost')).toBe(0)
  const atRisk = await lab.counter('atRisk')
  expect(atRisk).toBeGreaterThan(0)

  const told = await lab.toMilestone(/^failover-done$/)
  const lost = await lab.counter('lost')
  expect(lost).toBe(atRisk)
  expect(await lab.counter('ok')).toBe((await lab.counter('surviving')) + (await lab.counter('atRisk')) + lost)
  await expect(tombstones(lab)).toHaveCount(lost)
  const texts = await lab.stage.locator('text').allTextContents()
  expect(texts).toContain(`${lost} writes lost`)
  expect(texts.filter((text) => /^#\d+ k\d+=\d+$/.test(text))).toHaveLength(lost)
  await expect(lab.log.getByRole('button', { name: `${lost} promised writes are lost` })).toBeVisible()
  await expect(lab.inspector.locator('[data-checker="noLostOk"]')).toContainText('not promised, and not so')
  await expect(lab.inspector).toContainText(/All \d+ rules of the model hold/)

  // Every phase was told, in its order, each by a sentence of its own.
  expect(new Set(told).size).toBe(told.length)
  const order = [
    'suspects db1',
    'confirmed down',
    'db2 is to take over: .* 18 .* 17',
    'empties',
    'epoch 2',
    'copies from',
    'writes are taken again',
    'failover is done',
  ]
  const places = order.map((word) => told.findIndex((sentence) => new RegExp(word, 'i').test(sentence)))
  expect(places, told.join('\n')).toEqual([...places].sort((a, b) => a - b))
  expect(Math.min(...places), told.join('\n')).toBeGreaterThanOrEqual(0)
  await expect(lab.participant('db2')).toContainText('master, epoch 2')

  // The old master comes back with what nobody else has: fenced, and the lost writes stay where they are.
  await lab.toMilestone(OLD_MASTER_RETURNED)
  await expect(lab.participant('db1')).toContainText('fenced')
  await expect(lab.participant('db1')).toContainText(/entries from #\d+ on that nobody else has/)
  await expect(lab.card('db1').getByText('FENCED')).toBeVisible()
  await expect(tombstones(lab)).toHaveCount(lost)
})

test('the same run in semi-sync loses none when the most advanced slave is promoted', { tag: '@R9' }, async ({
  lab,
  page,
}) => {
  await lab.open('#/lab')
  const run = runOf('failover-lost-writes')
  expect(run.scenario.failover.choose).toBe('most-advanced')
  const { seed } = run
  run.scenario.replication.mode = 'semi-sync'
  await openFile(page, fileOf('semi-sync.json', run))
  await expect(lab.root).toHaveAttribute('data-time', '0')
  expect((await lab.clockPanel()).seed).toBe(`${seed}`)
  await lab.toMilestone(/^killed$/)
  expect(await lab.counter('ok')).toBeGreaterThan(0)

  await lab.toMilestone(/^failover-done$/)
  await expect(lab.participant('db2')).toContainText('master, epoch 2')
  expect(await lab.counter('lost')).toBe(0)
  await expect(tombstones(lab)).toHaveCount(0)
  await expect(lab.stage).not.toContainText('lost')
  await expect(lab.inspector.locator('[data-checker="noLostOk"]')).toContainText('promised, and so')

  // Nor later on, when the old master has come back.
  await lab.toMilestone(OLD_MASTER_RETURNED)
  expect(await lab.counter('lost')).toBe(0)
})

test('one press of "semi-sync" at the start does the same to the preset', async ({ lab, page }) => {
  await lab.openPreset('failover-lost-writes')
  await page.getByRole('radio', { name: 'semi-sync' }).click()
  await expect(page.getByRole('radio', { name: 'semi-sync' })).toBeChecked()
  await lab.toMilestone(/^failover-done$/)
  expect(await lab.counter('lost')).toBe(0)
})
