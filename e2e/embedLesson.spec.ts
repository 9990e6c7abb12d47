/** A walkthrough in somebody else's article: steps of it, told and asked in the figure, in the frame of a careful host. */
import type { FrameLocator, Page } from '@playwright/test'
import { findings } from './axe.ts'
import { crowding } from './crowding.ts'
import { expect, HOST, test } from './hostPage.ts'

type Said = Record<string, unknown> & { type: string; from: number }
interface Host {
  heard: Said[]
  heights: { step: string; height: number }[]
  say(to: number, message: Record<string, unknown>): Promise<Said>
}

/** A host that gives every frame the height that it asks for, and a port to each. */
const SCRIPT = `<script>
  const host = (window.host = { heard: [], heights: [], ports: [], waiting: new Map(), seq: 0,
    say: (to, message) => new Promise((answer) => {
      host.seq += 1
      host.waiting.set(host.seq, answer)
      host.ports[to].postMessage({ rlab: 1, id: 'fig' + to, seq: host.seq, ...message })
    }) })
  addEventListener('message', ({ source, data }) => {
    const from = [...document.querySelectorAll('iframe')].findIndex((frame) => frame.contentWindow === source)
    if (from < 0) return
    const frame = document.querySelectorAll('iframe')[from]
    frame.style.height = data.height + 'px'
    host.heard.push({ ...data, from })
    if (data.type !== 'boot') return
    const { port1, port2 } = new MessageChannel()
    host.ports[from] = port1
    port1.onmessage = ({ data }) => {
      host.heard.push({ ...data, from })
      if (data.type === 'ack') host.waiting.get(data.re)?.(data)
    }
    frame.contentWindow.postMessage({ rlab: 1, type: 'hello', id: 'fig' + from, nonce: 'n' + from }, '*', [port2])
  })
</script>`
const frame = (n: number, width: number, parameters: string) =>
  `<iframe src="LAB/embed/v1/index.html?id=fig${n}&origin=${HOST}#${parameters}" width="${width}" height="470" title="Figure ${n}" sandbox="allow-scripts"></iframe>`

const card = (figure: FrameLocator) => figure.locator('.lesson')
const heard = (page: Page, type: string, from: number) =>
  page.evaluate(
    ([type, from]) =>
      (window as unknown as { host: Host }).host.heard.filter((one) => one.type === type && one.from === from),
    [type, from] as const,
  )
const say = (page: Page, to: number, message: Record<string, unknown>) =>
  page.evaluate(
    ([to, message]) => (window as unknown as { host: Host }).host.say(to as number, message as Record<string, unknown>),
    [to, message],
  )
const at = (figure: FrameLocator, step: number, phase: string) =>
  expect(card(figure).and(figure.locator(`[data-step="${step}"][data-phase="${phase}"]`))).toBeVisible()
/** What is higher than its frame or its box would scroll, or be cut off. */
const fits = (figure: FrameLocator) =>
  figure.locator('html').evaluate((html) => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = html
    return [scrollHeight - clientHeight, scrollWidth - clientWidth].every((more) => more <= 0)
  })

test('steps 5 to 7 are played to their end in 640 px by hand and in 320 px by keys: wrong first, then the truth', {
  tag: ['@R24', '@R26'],
}, async ({ article }) => {
  const page = await article(
    SCRIPT + frame(0, 640, 'walkthrough=failover&steps=5-7') + frame(1, 320, 'walkthrough=failover&steps=5-7'),
  )
  const wide = page.frameLocator('iframe').nth(0)
  const narrow = page.frameLocator('iframe').nth(1)
  const height = (figure: FrameLocator) =>
    figure.locator('body').evaluate((body) => body.getBoundingClientRect().height)

  await at(wide, 5, 'do')
  await at(narrow, 5, 'do')
  // Nothing moves before somebody touches it.
  const began = await wide.locator('main').getAttribute('data-time')
  await page.waitForTimeout(250)
  expect(await wide.locator('main').getAttribute('data-time')).toBe(began)
  await expect(wide.locator('.count')).toHaveText('1/3')
  await expect(wide.locator('[data-back]')).toHaveAttribute('aria-disabled', 'true')

  // What takes time is there at once, and then the next step.
  await wide.locator('[data-next]').click()
  await at(wide, 5, 'open')
  await wide.locator('[data-next]').click()
  await at(wide, 6, 'ask')
  const asked = await height(wide)
  await expect(wide.locator('[data-next]')).toHaveAttribute('aria-disabled', 'true')
  expect(await say(page, 0, { type: 'play' }), 'the answer is not to be seen').toMatchObject({ ok: false })
  await wide.locator('[data-option="a"]').click()
  await wide.locator('[data-lock]').click()
  await at(wide, 6, 'world')
  await expect(wide.locator('.world')).toHaveText('If every OK had waited for both slaves, you would see this')
  await expect(wide.locator('[data-answered]')).toHaveAttribute('data-correct', 'c')
  expect(await height(wide)).toBe(asked)
  await wide.locator('[data-next]').click()
  await wide.locator('[data-compare]').click()
  await at(wide, 6, 'beside')
  const pictures: string[] = []
  for (const side of ['here', 'there']) {
    await wide.locator(`[data-side="${side}"]`).click()
    await expect(wide.locator(`[data-side="${side}"]`)).toHaveAttribute('aria-pressed', 'true')
    pictures.push((await wide.locator('svg.stage').textContent()) ?? '')
  }
  expect(pictures[0]).not.toBe(pictures[1])
  await wide.locator('[data-compare]').click()
  await at(wide, 6, 'open')
  await expect(wide.locator('.outcome')).toContainText('3: writes 5, 6 and 7.')
  expect(await height(wide)).toBe(asked)
  await wide.locator('[data-next]').click()
  await at(wide, 7, 'do')
  await wide.locator('[data-hint]').click()
  await expect(wide.locator('.hint')).toBeVisible()
  await wide.getByRole('button', { name: 'Promote db3' }).click()
  await expect(wide.locator('main')).toHaveAttribute('data-playing', 'true')
  await at(wide, 7, 'open')
  await expect(wide.locator('.outcome')).toContainText('db3 had nothing to drain')
  await expect(wide.locator('.note')).toHaveText('This was the last step.')
  await expect(wide.locator('[data-next]')).toBeHidden()

  // The same by keys alone; they are heard while the figure has the focus.
  await narrow.locator('h2').focus()
  await page.keyboard.press('n')
  await at(narrow, 5, 'open')
  await page.keyboard.press('n')
  await at(narrow, 6, 'ask')
  await expect.poll(() => fits(narrow)).toBe(true)
  await page.keyboard.press('b')
  await expect(narrow.locator('[data-option="b"] input')).toBeChecked()
  await page.keyboard.press('Enter')
  await at(narrow, 6, 'world')
  await expect.poll(() => fits(narrow)).toBe(true)
  await page.keyboard.press('n')
  await page.keyboard.press('n')
  await at(narrow, 6, 'beside')
  await page.keyboard.press('n')
  await at(narrow, 6, 'open')
  await page.keyboard.press('n')
  await at(narrow, 7, 'do')
  await page.keyboard.press('Backspace')
  await at(narrow, 6, 'open')
  await page.keyboard.press('n')
  await at(narrow, 7, 'do')
  await narrow.locator('[data-show-me]').focus()
  await page.keyboard.press('Enter')
  await at(narrow, 7, 'show')
  await page.keyboard.press('n')
  await at(narrow, 7, 'open')
  await expect.poll(() => fits(narrow)).toBe(true)

  const of = 10
  expect((await heard(page, 'step', 0)).map(({ step, index, of }) => ({ step, index, of }))).toEqual([
    { step: 'how-far', index: 5, of },
    { step: 'the-laggard', index: 6, of },
    { step: 'you-choose', index: 7, of },
  ])
  expect(await heard(page, 'predict', 0)).toMatchObject([{ step: 'the-laggard', choice: 'a', correct: false }])
  expect(await heard(page, 'check', 0)).toMatchObject([{ step: 'you-choose', pass: true }])
  expect(await heard(page, 'check', 1)).toMatchObject([{ step: 'you-choose', pass: false }])
  // Its height is told at the start and at new steps, and at no other time.
  const told = [...(await heard(page, 'boot', 0)), ...(await heard(page, 'resize', 0))].filter(
    ({ seq }) => seq === undefined,
  )
  expect(told.length).toBeLessThanOrEqual(4)
})

test('the element passes a walkthrough on and tells what comes of it; a host goes to steps, and a stranger does not', async ({
  article,
}) => {
  const page = await article(`${SCRIPT}
    <script src="LAB/embed/v1/replication-lab.js"></script>
    <script>
      window.events = []
      for (const type of ['ready', 'step', 'predict', 'check'])
        addEventListener('rlab:' + type, ({ detail }) => window.events.push({ type, ...detail }))
    </script>
    <replication-lab id="el" walkthrough="failover" step="6" loading="eager" seed="4" label="A failover"></replication-lab>
    ${frame(0, 500, 'walkthrough=nowhere&scenario=semi-sync').replace(`&origin=${HOST}`, '')}
    ${frame(1, 500, 'walkthrough=one-write&step=40&steps=2-3&lock=predict')}`)
  const events = (type: string) =>
    page.evaluate((type) => (window as unknown as { events: Said[] }).events.filter((one) => one.type === type), type)
  const send = (message: Record<string, unknown>) =>
    page.evaluate(
      (message) =>
        (document.querySelector('#el') as HTMLElement & { send(message: object): Promise<unknown> }).send(message),
      message,
    )
  const own = page.locator('#el').frameLocator('iframe')
  await at(own, 6, 'ask')
  expect(await events('ready')).toMatchObject([{ warnings: [expect.stringContaining('seed was ignored')] }])
  await own.locator('[data-option="c"]').click()
  await own.locator('[data-lock]').click()
  await expect.poll(() => events('predict')).toMatchObject([{ step: 'the-laggard', choice: 'c', correct: true }])
  expect(await send({ type: 'getLink' })).toMatchObject({ url: expect.stringMatching(/\/#\/learn\/failover\/6$/) })
  expect(await send({ type: 'goto', walkthrough: 'failover', step: 2 })).toMatchObject({ ok: true })
  await at(own, 2, 'do')
  expect(await send({ type: 'goto', walkthrough: 'failover', step: 11 })).toMatchObject({ ok: false })
  expect(await send({ type: 'goto', walkthrough: 'lag-lies', step: 1 })).toMatchObject({ ok: true })
  await expect(own.locator('[data-learn="lag-lies"][data-step="1"]')).toBeVisible()
  await expect.poll(async () => (await events('step')).map(({ index }) => index)).toEqual([6, 2, 1])
  await expect(own.locator('.bar a')).toHaveAttribute('href', '../../#/learn/lag-lies/1')
  expect(await send({ type: 'load', scenario: 'semi-sync' })).toMatchObject({ ok: true })
  await expect(card(own)).toHaveCount(0)

  // No such walkthrough: the scenario, and a sentence. Without an origin nobody goes anywhere.
  const none = page.frameLocator('iframe').nth(0)
  await expect(none.locator('[data-node]').first()).toBeVisible()
  await expect.poll(() => heard(page, 'ready', 0)).toMatchObject([{ warnings: [expect.stringContaining('"nowhere"')] }])
  expect(await say(page, 0, { type: 'goto', walkthrough: 'failover', step: 2 })).toMatchObject({ error: 'origin' })

  // No such step: the first of the range, and a sentence. Where predictions are locked one may have them shown.
  const locked = page.frameLocator('iframe').nth(1)
  await at(locked, 2, 'ask')
  await expect.poll(() => heard(page, 'ready', 1)).toMatchObject([{ warnings: [expect.stringContaining('step=40')] }])
  await expect(locked.locator('.option')).toHaveCount(3)
  await expect(locked.locator('[data-lock], .option input')).toHaveCount(0)
  await locked.locator('[data-show-me]').click()
  await at(locked, 2, 'open')
  expect(await heard(page, 'predict', 1)).toEqual([])
})

// axe puts a style of its own into the page, which the figure's policy refuses.
test.describe('without the policy', () => {
  test.use({ bypassCSP: true, viewport: { width: 640, height: 1000 } })
  test('a question and its answer have names, contrast and room in light, dark and at the projector', {
    tag: '@R16',
  }, async ({ page, figure }) => {
    await page.goto(`${figure}?theme=dark#walkthrough=failover&step=6`)
    const here = page.locator('.lesson')
    await expect(here).toHaveAttribute('data-phase', 'ask')
    expect(await findings(page)).toEqual([])
    await here.locator('[data-option="b"]').click()
    await here.locator('[data-lock]').click()
    await expect(here).toHaveAttribute('data-phase', 'world')
    await here.locator('[data-next]').click()
    for (const theme of ['dark', 'light', 'projector']) {
      await page.evaluate((theme) => {
        document.documentElement.dataset['theme'] = theme
      }, theme)
      expect(await findings(page), theme).toEqual([])
    }
    for (const width of [320, 420, 640, 960, 1100]) {
      await page.setViewportSize({ width, height: 1000 })
      await expect.poll(() => crowding(page), { message: `${width}` }).toEqual([])
    }
    // A step that offers buttons and settings, with its hint.
    await page.goto(`${figure}?motion=reduced#walkthrough=failover&step=10`)
    await page.reload()
    await here.locator('[data-hint]').click()
    expect(await findings(page)).toEqual([])
    const field = here.locator('[data-setting="failover.misses"]')
    await field.fill('1')
    await field.press('Enter')
    await expect(field).toHaveValue('1')
    await here.getByRole('button', { name: 'Kill db1' }).click()
    await expect(here).toHaveAttribute('data-phase', 'open')
    await expect(here.locator('.outcome')).toContainText('one lost probe makes a suspicion')
  })
})
