/** Runs as files: what the chooser, a drop and a save do, and what a broken file must not do. */
import { dropFile, fileOf, openFile, runOf, saveFile } from './files.ts'
import { KEY } from './labPage.ts'
import { expect, test } from './visit.ts'

test('a scenario written by hand opens; saved and opened again it is the same run', async ({ lab, page }) => {
  await lab.open('#/lab')
  await openFile(
    page,
    fileOf('mine.json', {
      title: 'Four in a row',
      nodes: [{ id: 'north', role: 'master' }, { id: 'east' }, { id: 'south', applyMs: 30 }, { id: 'west' }],
      clients: [{ id: 'shop', thinkMs: 3, spacing: 'exponential' }],
    }),
  )
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Four in a row')
  for (const id of ['north', 'east', 'south', 'west']) await expect(lab.card(id)).toBeVisible()
  await lab.stepOn(60)
  await lab.select('north')
  await page.keyboard.press('k')
  await lab.press(KEY.step, 5)
  const [here, us] = [await lab.clockPanel(), await lab.time()]

  const saved = await saveFile(page)
  expect(saved.name).toMatch(/^[\w-]+\.run\.json$/)
  expect(JSON.parse(saved.buffer.toString())).toMatchObject({
    model: 5,
    interventions: [{ do: 'kill', node: 'north' }],
  })

  await lab.openPreset('semi-sync')
  await dropFile(page, saved)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Four in a row')
  await expect(lab.root).toHaveAttribute('data-time', '0')
  for (let i = 0; i < 70 && (await lab.time()) < us; i++) await lab.press(KEY.step)
  expect(await lab.time()).toBe(us)
  expect(await lab.clockPanel()).toEqual(here)
})

const broken = (change: (run: { [key: string]: never }) => void) => {
  const run = runOf('failover-clean') as never
  change(run)
  return run
}

const BROKEN: [what: string, content: unknown, sentence: RegExp][] = [
  ['not JSON', '{"title": "x",\n  nodes: []}', /^broken\.json: The file is not JSON: .*line 2/],
  ['empty', '', /^broken\.json: The file is empty\.$/],
  [
    'a wrong type deep inside',
    broken((run) => Object.assign(run['scenario']!['nodes']![1]!, { applyMs: 'fast' })),
    /scenario\.nodes\[1\]\.applyMs/,
  ],
  ['an unknown field', broken((run) => Object.assign(run['scenario']!, { nodez: [] })), /nodez/],
  [
    'an intervention on nobody',
    broken((run) => Object.assign(run['interventions']![0]!, { node: 'db9' })),
    /interventions\[0\]\.node is "db9"/,
  ],
  ['another model', broken((run) => Object.assign(run, { model: 7 })), /model 7/],
]

test('a broken file says where it is wrong, and nothing is lost', async ({ lab, page }) => {
  await lab.openPreset('failover-lost-writes')
  await lab.toMilestone(/^killed$/)
  await lab.press(KEY.step, 2)
  const [url, here] = [page.url(), await lab.clockPanel()]
  for (const [what, content, sentence] of BROKEN)
    await test.step(what, async () => {
      if (what === 'empty') await dropFile(page, fileOf('broken.json', content))
      else await openFile(page, fileOf('broken.json', content))
      await expect(lab.notices).toHaveCount(1)
      const said = lab.notices.locator('span').first()
      await expect(said).toHaveText(sentence)
      // One sentence: it ends once.
      expect((await said.innerText()).match(/[.?](\s|$)/g)).toHaveLength(1)
      expect(page.url()).toBe(url)
      expect(await lab.clockPanel()).toEqual(here)
      await lab.notices.getByRole('button', { name: 'Dismiss' }).click()
    })
  // The time before is still there as well, and so is the way on.
  await lab.press(KEY.stepBack)
  await lab.press(KEY.step)
  expect(await lab.clockPanel()).toEqual(here)
})
