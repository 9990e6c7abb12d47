/** `<replication-lab>` on an author's page: quiet until it is started, as high as its figure, one at a time. */

import type { Page } from '@playwright/test'
import { expect, test } from './hostPage.ts'

interface Figure extends HTMLElement {
  readonly ready: Promise<unknown>
  send(message: Record<string, unknown>): Promise<{ ok: boolean; state?: unknown }>
  play(): Promise<unknown>
  seek(to: number | string): Promise<unknown>
  state: { t: number; running: boolean } | null
}

const SCRIPT = '<script src="LAB/embed/v1/replication-lab.js"></script>'
const fallback =
  '<a href="LAB/#/lab?preset=semi-sync"><svg role="img" aria-label="Still picture" width="60" height="40"></svg></a>'
const element = (id: string, more = '') =>
  `<replication-lab id="${id}" scenario="failover-lost-writes" at="900000" label="Two writes are lost" ${more}>${fallback}</replication-lab>`
const main = (page: Page, id: string) => page.locator(`#${id}`).frameLocator('iframe').locator('main')
const start = (page: Page, id: string) =>
  page
    .locator(`#${id}`)
    .getByRole('button', { name: /^Start simulation: / })
    .click()

test("below the fold it asks for nothing, scrolls nothing and takes no focus; wheel and touch are the article's", {
  tag: '@R25',
}, async ({ article }) => {
  const asked: string[] = []
  const page = await article(
    `${SCRIPT}<h1>Article</h1><p style="height:1500px"></p>${element('fig')}<p style="height:2000px"></p>`,
  )
  page.on('request', (request) => asked.push(request.url()))
  await page.waitForTimeout(200)
  expect(asked).toEqual([])
  expect(await page.evaluate(() => [scrollY, document.activeElement === document.body])).toEqual([0, true])
  await page.locator('#fig').scrollIntoViewIfNeeded()
  await expect(page.getByRole('button', { name: 'Start simulation: Two writes are lost' })).toBeVisible()
  await start(page, 'fig')
  await expect(main(page, 'fig')).toHaveAttribute('data-playing', 'true')
  // Focus follows the reader who asked for it, and only then.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('fig')
  const box = (await page.locator('#fig').boundingBox())!
  const before = await page.evaluate(() => scrollY)
  await page.mouse.move(box.x + 200, box.y + 100)
  await page.mouse.wheel(0, 150)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before)
  expect(await main(page, 'fig').evaluate((main) => getComputedStyle(main).touchAction)).toBe('pan-y')
})

test('methods, prose and events: what the page says reaches the figure, and what it answers the page', async ({
  article,
}) => {
  const page = await article(
    `${SCRIPT}<script src="LAB/embed/v1/replication-lab.js"></script>${element('fig', 'loading="eager" keys="slides"')}
     <p>The <a href="#" data-rlab-for="fig" data-rlab="seek:m2">second milestone</a>, <button data-rlab="step:3">three steps</button>.</p>`,
  )
  await expect(main(page, 'fig')).toHaveAttribute('data-time', '900000')
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  const events = await page.evaluateHandle(() => {
    const heard: string[] = []
    for (const type of ['ready', 'milestone', 'end', 'resize', 'error'])
      document.addEventListener(`rlab:${type}`, () => heard.push(type))
    return heard
  })
  await page.getByRole('link', { name: 'second milestone' }).click()
  await expect(main(page, 'fig')).not.toHaveAttribute('data-time', '900000')
  const second = await main(page, 'fig').getAttribute('data-time')
  await page.getByRole('button', { name: 'three steps' }).click()
  await expect(main(page, 'fig')).not.toHaveAttribute('data-time', second!)
  const answer = await page.evaluate(async () => {
    const figure = document.querySelector<Figure>('replication-lab')!
    await figure.seek(1_000_000)
    return figure.send({ type: 'getState', path: 't' })
  })
  expect(answer).toMatchObject({ ok: true, state: 1_000_000 })
  await page.evaluate(() =>
    document.querySelector<Figure>('replication-lab')!.send({ type: 'inject', fault: 'kill', target: 'db2' }),
  )
  await page.evaluate(() => document.querySelector<Figure>('replication-lab')!.send({ type: 'step', n: 5 }))
  await expect.poll(() => events.jsonValue()).toContain('milestone')
})

test('of six figures one plays; off the screen it draws nothing, and goes on where it was', { tag: '@R27' }, async ({
  article,
}) => {
  const page = await article(
    `${SCRIPT}${[1, 2, 3, 4, 5, 6].map((i) => element(`fig${i}`, 'loading="eager" speed="0.25"')).join('')}<p style="height:3000px"></p>`,
  )
  const playing = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<Figure>('replication-lab')]
        .filter(({ state }) => state?.running)
        .map(({ id }) => id),
    )
  await page.evaluate(() => document.querySelector<Figure>('#fig1')!.play())
  await expect.poll(playing).toEqual(['fig1'])
  await page.evaluate(() => document.querySelector<Figure>('#fig2')!.scrollIntoView())
  await page.evaluate(() => document.querySelector<Figure>('#fig2')!.play())
  await expect.poll(playing).toEqual(['fig2'])
  await main(page, 'fig2').evaluate(() => {
    const counts = { frames: 0 }
    Object.assign(window, { counts })
    const real = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (callback) => {
      counts.frames += 1
      return real(callback)
    }
  })
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expect(main(page, 'fig2')).toHaveAttribute('data-playing', 'false')
  await expect(main(page, 'fig2').locator('.state')).toHaveText('Paused while off screen')
  const [left, frames] = [
    Number(await main(page, 'fig2').getAttribute('data-time')),
    await main(page, 'fig2').evaluate('counts.frames'),
  ]
  await page.waitForTimeout(400)
  expect(await main(page, 'fig2').evaluate('counts.frames')).toBe(frames)
  await page.evaluate(() => document.querySelector('#fig2')!.scrollIntoView())
  await expect(main(page, 'fig2')).toHaveAttribute('data-playing', 'true')
  const next = Number(await main(page, 'fig2').getAttribute('data-time'))
  expect(next - left).toBeLessThan(200_000)
})

test('in a deck of slides PageDown still turns the page', { tag: '@R29' }, async ({ article }) => {
  const page = await article(
    `${SCRIPT}${element('fig', 'keys="slides" play="none"')}
     <script>window.slide = 0; document.addEventListener('keydown', (event) => { if (event.key === 'PageDown' && event.keyCode === 34) window.slide += 1 })</script>`,
  )
  await start(page, 'fig')
  // The way from the figure to the deck is the port, which is there once the figure is ready.
  await page.evaluate(() => document.querySelector<Figure>('#fig')!.ready)
  const step = main(page, 'fig').getByRole('button', { name: 'Step', exact: true })
  await step.click()
  await expect(step).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect.poll(() => page.evaluate('slide')).toBe(1)
})

test("the page's theme, accent and switch reach the figure", async ({ article }) => {
  const page = await article(
    `${SCRIPT}<style>replication-lab { --rlab-accent: #7a1fa2; --rlab-font: Georgia, serif }</style>${element('fig', 'loading="eager"')}`,
  )
  const root = page.locator('#fig').frameLocator('iframe').locator('html')
  await expect(root).toHaveAttribute('data-theme', 'light')
  await expect.poll(() => root.evaluate((html) => html.style.getPropertyValue('--accent'))).toBe('#7a1fa2')
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await expect(root).toHaveAttribute('data-theme', 'dark')
})

test('without JavaScript there is a labelled picture with a link, and a printed page shows the moment', {
  tag: '@R30',
}, async ({ article, browser, figure }) => {
  const page = await article(`${SCRIPT}${element('fig')}`)
  await expect(page.getByRole('link', { name: 'Still picture' })).toBeVisible()
  const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await bare.setContent(element('fig').replaceAll('LAB/', 'http://lab.example/'))
  await expect(bare.getByRole('link', { name: 'Still picture' })).toBeVisible()
  // What a frame without script says stands in its page.
  expect(await (await bare.request.get(figure)).text()).toMatch(/<noscript>[^<]*JavaScript[^<]*<a href/)
  await bare.context().close()
  await page.goto('about:blank')
  await page.goto(`${figure}#scenario=failover-lost-writes&t=900000`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('[data-node]').first()).toBeVisible()
  await expect(page.locator('.told')).toBeVisible()
  await expect(page.locator('.bar button').first()).toBeHidden()
})
