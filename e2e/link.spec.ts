/** "Copy link to this moment": what is sent to somebody else, and what happens to addresses on their way. */
import { linkHash } from '../src/run/index.ts'
import { fileOf, openFile, runOf, saveFile } from './files.ts'
import { KEY, type LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

const LINK = /^#\/lab\?s=5\.[\w-]+&t=\d+$/

/** A run that works, paused, in which one can go on. */
async function works(lab: LabPage): Promise<void> {
  await lab.toBePlaying(false)
  const { event } = await lab.clockPanel()
  await lab.press(KEY.step)
  await expect.poll(() => lab.event()).toBeGreaterThan(Number(event))
}

test('a link opens the same moment in a fresh profile, paused, also from another folder', { tag: '@R6' }, async ({
  lab,
  page,
  freshProfile,
}) => {
  await lab.openPreset('failover-lost-writes')
  await lab.toMilestone(/^killed$/)
  await lab.press(KEY.step, 3)
  // Something of the visitor's own is part of the run.
  await lab.select('db3')
  await page.keyboard.press('k')
  await expect(lab.participant('db3')).toContainText('down')
  await page.keyboard.press('Space')
  const later = (await lab.time()) + 20_000
  await expect.poll(() => lab.time()).toBeGreaterThan(later)
  await page.keyboard.press('Space')
  await lab.toBePlaying(false)
  const here = await lab.clockPanel()
  const link = await lab.copiedLink()
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/some\/blog\/lab\/#/)
  expect(new URL(link).hash).toMatch(LINK)

  for (const address of [link, link.replace('/some/blog/lab/', '/elsewhere/')]) {
    const other = await freshProfile()
    await other.page.goto(address)
    await other.shown()
    await other.toBePlaying(false)
    expect(await other.clockPanel()).toEqual(here)
    await expect(other.participant('db3')).toContainText('down')
    await expect(other.notices).toHaveCount(0)
  }

  // Opened in the same tab as well, over whatever is there.
  await lab.openPreset('semi-sync')
  await page.evaluate((hash) => {
    location.hash = hash
  }, new URL(link).hash)
  await expect(lab.participant('db3')).toContainText('down')
  expect(await lab.clockPanel()).toEqual(here)
  // And "back" returns to what was there before.
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Semi-sync')
})

test('where the clipboard is closed the link can be copied by hand', async ({ lab, page, freshProfile }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await lab.openPreset('async-pipeline')
  await lab.stepOn(30)
  const { digest } = await lab.clockPanel()
  await page.keyboard.press('s')
  const field = page.getByRole('textbox', { name: 'The link' })
  await expect(field).toBeVisible()
  const other = await freshProfile()
  await other.page.goto(await field.inputValue())
  await other.shown()
  expect(await other.digest()).toBe(digest)
})

const good = linkHash(runOf('failover-clean'), 700_000)
const hash = 'hash' in good ? good.hash : ''
const changed = (at: number) => hash.slice(0, at) + (hash[at] === 'A' ? 'B' : 'A') + hash.slice(at + 1)

const BROKEN: [what: string, hash: string, sentence: RegExp][] = [
  ['with a changed letter', changed(60), /^This link is damaged: [^.]+\. Here is another run instead\.$/],
  ['that lost its end', hash.slice(0, 90), /^This link is damaged: [^.]+\. Here is another run instead\.$/],
  ['that was never a link', '#/lab?s=5.%00<b>', /^This link is damaged: [^.]+\. Here is another run instead\.$/],
  [
    'that is too long',
    `#/lab?s=5.${'A'.repeat(7000)}&t=0`,
    /^This link has \d+ characters, but at most 6000 are allowed\. Here is another run instead\.$/,
  ],
  [
    'of another model',
    hash.replace('s=5.', 's=1.'),
    /^This link was made by model 1 of the lab; this is model 5 and [^.]+\. Here is another run instead\.$/,
  ],
  [
    'with a broken time',
    hash.replace('t=700000', 't=soon'),
    /whole microseconds[^.]+\. Here is another run instead\.$/,
  ],
  ['to a preset that is not there', '#/lab?preset=nonsense', /^There is no preset of that name\. [^.]+\.$/],
  ['to no page', '#/nowhere', /^This address leads nowhere in the lab\. [^.]+\.$/],
]

test('a link that cannot be opened opens the lab with one clear sentence', async ({ lab, page }) => {
  expect(hash).toMatch(LINK)
  for (const [what, broken, sentence] of BROKEN)
    await test.step(`a link ${what}`, async () => {
      // As a first visit: in a page that is open already only the address would change.
      await page.goto('about:blank')
      await lab.open(broken)
      await expect(lab.notices, what).toHaveCount(1)
      await expect(lab.notices.locator('span').first(), what).toHaveText(sentence)
      await works(lab)
      await lab.notices.getByRole('button', { name: 'Dismiss' }).click()
      await expect(lab.notices, what).toHaveCount(0)
    })
})

test('a run too long for a link offers the file instead', async ({ lab, page }) => {
  const run = runOf('lag-under-load')
  const client = run.scenario.clients[0]!.id
  // Irregular times do not compress: a few hundred writes by hand.
  for (let i = 1; i <= 1500; i++)
    run.interventions.push({ atMs: ((i * i * 7919) % 9973) + ((i * 613) % 997) / 1000, do: 'write', client })
  await lab.open('#/lab')
  await openFile(page, fileOf('long.json', run))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(run.scenario.title)
  await lab.stepOn(20)
  await page.getByRole('button', { name: 'Copy link to this moment' }).click()
  const notice = lab.notices.filter({ hasText: 'too long for a link' })
  await expect(notice).toHaveCount(1)
  const saved = await saveFile(page, notice.getByRole('button', { name: 'Save file' }))
  const digest = await lab.digest()
  const time = await lab.time()

  await lab.openPreset('semi-sync')
  await openFile(page, saved)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(run.scenario.title)
  await lab.stepOn(20)
  expect(await lab.time()).toBe(time)
  expect(await lab.digest()).toBe(digest)
})
