/** A silent link and a cut one: what the databases report, and what is true. */
import { fileOf, openFile, runOf } from './files.ts'
import { KEY, type LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

/** The rows of the inspector for the selected node: "reported", "true lag", "received", "applied". */
const row = async (lab: LabPage, name: string) =>
  lab.inspector
    .locator('dl.pos div')
    .filter({ has: lab.page.getByText(name, { exact: true }) })
    .locator('dd')
    .innerText()
const behind = async (lab: LabPage, id: string) =>
  Number(/(\d+) behind/.exec(await lab.participant(id).innerText())?.[1] ?? 0)

/** The entries that lie on the wire of a link: message id -> place, in pixels of the window. */
const onWire = (lab: LabPage, link: string) =>
  lab.stage.evaluate((svg, wanted) => {
    const wires = [...svg.querySelectorAll<SVGGElement>('[data-link]')].map((wire) => {
      const path = wire.querySelector('path')!
      const [length, toWindow] = [path.getTotalLength(), path.getScreenCTM()!]
      const points = Array.from({ length: 200 }, (_, i) =>
        path.getPointAtLength((length * i) / 199).matrixTransform(toWindow),
      )
      return { id: wire.getAttribute('data-link'), points }
    })
    const places: Record<string, string> = {}
    for (const token of svg.querySelectorAll('[data-message]')) {
      if (token.querySelector('path[fill="var(--A)"]') === null) continue
      const { x, y, width, height } = token.getBoundingClientRect()
      const middle = { x: x + width / 2, y: y + height / 2 }
      const far = wires.map(({ points }) => Math.min(...points.map((p) => Math.hypot(p.x - middle.x, p.y - middle.y))))
      const nearest = far.indexOf(Math.min(...far))
      if (far[nearest]! < 4 && wires[nearest]!.id === wanted)
        places[token.getAttribute('data-message')!] = `${middle.x.toFixed(1)} ${middle.y.toFixed(1)}`
    }
    return places
  }, link)

/** Opens a section of the rail and the row of one link. */
async function linkRow(lab: LabPage, id: string) {
  const section = lab.page.getByRole('button', { name: /^Links/ })
  if ((await section.getAttribute('aria-expanded')) === 'false') await section.click()
  return lab.page.getByRole('complementary', { name: 'Controls' }).locator(`[data-link="${id}"]`)
}

/** Steps until the run has gone on for so many microseconds. */
async function stepOn(lab: LabPage, us: number): Promise<void> {
  const until = (await lab.time()) + us
  while ((await lab.time()) < until) await lab.press(KEY.step, 5)
}

test('a stalled link holds its tokens; the slave reports no lag while it falls behind, until it is healed', {
  tag: '@R14',
}, async ({ lab }) => {
  await lab.openPreset('failover-clean')
  await lab.stepOn(30)
  await lab.select('db2')
  const link = await linkRow(lab, 'db1~db2')
  const wire = () => onWire(lab, 'db1~db2')
  await expect(async () => {
    await lab.press(KEY.step)
    expect(Object.keys(await wire()).length).toBeGreaterThan(0)
  }).toPass({ intervals: [0] })

  await link.getByRole('button', { name: 'Stall' }).click()
  await expect(link).toContainText('silent')
  await expect(lab.participant('db1~db2')).toContainText('silent')
  const held = await wire()
  expect(Object.keys(held).length).toBeGreaterThan(0)
  await stepOn(lab, 40_000)
  // What was received before has been applied by now.
  expect(await row(lab, 'reported')).toBe('0 s')
  const soon = await behind(lab, 'db2')
  expect(soon).toBeGreaterThan(0)
  expect(await wire()).toMatchObject(held)

  await stepOn(lab, 120_000)
  expect(await wire()).toMatchObject(held)
  expect(await row(lab, 'reported')).toBe('0 s')
  expect(await behind(lab, 'db2')).toBeGreaterThan(soon)
  await expect(lab.participant('db3')).toContainText('slave')

  await link.getByRole('button', { name: 'Heal' }).click()
  await expect(link).not.toContainText('silent')
  await stepOn(lab, 60_000)
  for (const id of Object.keys(held)) expect(await wire()).not.toHaveProperty(id)
  expect(await behind(lab, 'db2')).toBeLessThan(soon + 1)
})

test('a cut is known at both ends: reported lag is NULL, and after healing the slave connects and catches up', {
  tag: '@R14',
}, async ({ lab, page }) => {
  const run = runOf('async-pipeline')
  run.scenario.replication.connectRetryMs = 15
  await lab.open('#/lab')
  await openFile(page, fileOf('impatient.json', run))
  await expect(lab.participant('db3')).toBeAttached()
  await lab.stepOn(60)
  await lab.select('db2')
  const link = await linkRow(lab, 'db1~db2')
  await link.getByRole('button', { name: 'Cut', exact: true }).click()
  await expect(link).toContainText('cut')
  await lab.press(KEY.step)
  await expect(lab.inspector).toContainText(/waiting to connect|connecting to db1/)
  expect(await row(lab, 'reported')).toBe('NULL')
  const received = Number(await row(lab, 'received'))
  await stepOn(lab, 20_000)
  expect(await row(lab, 'reported')).toBe('NULL')
  expect(Number(await row(lab, 'received'))).toBe(received)
  // Cutting again is not offered; X heals as the button does.
  await expect(link.getByRole('button', { name: 'Cut', exact: true })).toHaveCount(0)
  await page.keyboard.press('x')
  await expect(link).not.toContainText('cut')
  await expect(async () => {
    await lab.press(KEY.step, 10)
    expect(Number(await row(lab, 'received'))).toBeGreaterThan(received)
  }).toPass({ intervals: [0] })
  await expect(lab.inspector).toContainText('running, copies from db1')
  expect(await row(lab, 'reported')).not.toBe('NULL')
})
