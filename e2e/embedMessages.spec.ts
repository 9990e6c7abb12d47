/** A figure and its host talk over a private port; whoever else speaks is not heard, and nobody brings in code or markup. */

import type { Page } from '@playwright/test'
import { expect, HOST, OTHER, test } from './hostPage.ts'

interface Said {
  type: string
  [name: string]: unknown
}
declare global {
  interface Window {
    heard: Said[]
    atWindow: Said[]
    say: (message: Record<string, unknown>) => Promise<Said>
    hello: (more?: Record<string, unknown>) => void
  }
}

const frame = (search: string, hash = '#scenario=failover-lost-writes&at=900000') =>
  `<iframe src="LAB/embed/v1/index.html?id=fig&${search}${hash}" width="640" height="470" title="Figure"></iframe>`
const main = (page: Page) => page.frameLocator('iframe').first().locator('main')

/** A host that says hello, and keeps what it hears. */
async function meet(page: Page, more: Record<string, unknown> = {}): Promise<void> {
  await expect(main(page).locator('[data-node]').first()).toBeVisible()
  await page.evaluate((more) => {
    window.heard = []
    let seq = 0
    let port: MessagePort
    const waiting = new Map<unknown, (said: Said) => void>()
    window.hello = (again = {}) => {
      const channel = new MessageChannel()
      port = channel.port1
      port.onmessage = ({ data }) => {
        window.heard.push(data)
        if (data.type === 'ack') waiting.get(data.re)?.(data)
      }
      const message = { rlab: 1, type: 'hello', id: 'fig', nonce: `${Math.random()}`, ...more, ...again }
      document.querySelector('iframe')!.contentWindow!.postMessage(message, '*', [channel.port2])
    }
    window.say = (message) =>
      new Promise((answer) => {
        seq += 1
        waiting.set(seq, answer)
        port.postMessage({ rlab: 1, id: 'fig', seq, ...message })
      })
    window.hello()
  }, more)
}
const say = (page: Page, message: Record<string, unknown>) => page.evaluate((message) => window.say(message), message)
const heard = (page: Page, type: string) =>
  page.evaluate((type) => window.heard.filter((one) => one.type === type), type)

test('hello is answered once with what the figure can; commands move it, and each is answered', async ({ article }) => {
  const page = await article(frame(`origin=${HOST}&speed=99`))
  await meet(page)
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1)
  const [ready] = await heard(page, 'ready')
  expect(ready).toMatchObject({ rlab: 1, id: 'fig', version: '1', digest: expect.stringMatching(/^[0-9a-f]{16}$/) })
  expect(ready!['warnings']).toEqual([expect.stringContaining('speed=')])

  expect(await say(page, { type: 'seek', to: 1_200_000 })).toMatchObject({ ok: true, t: 1_200_000 })
  await expect(main(page)).toHaveAttribute('data-time', '1200000')
  expect(await say(page, { type: 'step' })).toMatchObject({ ok: true })
  const moment = (await main(page).getAttribute('data-time'))!
  expect(await say(page, { type: 'step', n: 2 })).toMatchObject({ ok: true })
  expect(await say(page, { type: 'back', n: 2 })).toMatchObject({ ok: true })
  await expect(main(page)).toHaveAttribute('data-time', moment)
  expect(await say(page, { type: 'play' })).toMatchObject({ ok: true })
  await expect(main(page)).toHaveAttribute('data-playing', 'true')
  expect(await say(page, { type: 'toggle' })).toMatchObject({ ok: true })
  await expect(main(page)).toHaveAttribute('data-playing', 'false')
  expect(await say(page, { type: 'theme', name: 'dark', tokens: { radius: 2 } })).toMatchObject({ ok: true })
  await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await say(page, { type: 'focus', ids: ['db2'] })).toMatchObject({ ok: true })
  expect(await say(page, { type: 'show', parts: ['data', 'log'] })).toMatchObject({ ok: true })
  await expect(main(page).locator('.parts section')).toHaveCount(1)
  expect(await say(page, { type: 'motion', mode: 'reduced' })).toMatchObject({ ok: true })
  expect(await say(page, { type: 'getState', path: 'summary.nodes.0.id' })).toMatchObject({ state: 'db1' })
  expect((await say(page, { type: 'getLink' }))['url']).toContain('#/lab?preset=failover-lost-writes&t=')
  expect((await say(page, { type: 'snapshot' }))['svg']).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
  expect(await say(page, { type: 'visibility', ratio: 0 })).toMatchObject({ ok: true })
  expect(await say(page, { type: 'goto', walkthrough: 'none', step: 1 })).toMatchObject({ ok: false })

  const states = await heard(page, 'state')
  expect(states.at(-1)).toMatchObject({ running: false, summary: { title: expect.any(String) } })
  expect(await say(page, { type: 'destroy' })).toMatchObject({ ok: true })
  await expect(main(page).locator('svg')).toHaveCount(0)
})

test('its own origin may change the run; a lock, another origin and none may not', async ({ article }) => {
  const page = await article(frame(`origin=${HOST}&lock=params`))
  await meet(page)
  expect(await say(page, { type: 'inject', fault: 'cut', target: ['db1', 'db2'] })).toMatchObject({ ok: true })
  expect(await say(page, { type: 'inject', fault: 'kill', target: 'db9' })).toMatchObject({ ok: false })
  expect(await say(page, { type: 'write', node: 'c1', key: 'k1', value: 7 })).toMatchObject({ ok: true })
  await expect(main(page)).toHaveAttribute('data-time', '900000')
  expect((await say(page, { type: 'getLink' }))['url']).toContain('#/lab?s=')
  expect(await say(page, { type: 'set', param: 'failover.misses', value: 5 })).toMatchObject({ error: 'locked' })
  expect(await say(page, { type: 'load', scenario: 'semi-sync' })).toMatchObject({ error: 'locked' })

  const free = await article(frame(`origin=${HOST}`))
  await meet(free)
  expect(await say(free, { type: 'set', param: 'failover.misses', value: 5 })).toMatchObject({ ok: true })
  expect(await say(free, { type: 'load', scenario: 'semi-sync', seed: 4 })).toMatchObject({ ok: true })
  expect(await say(free, { type: 'getState', path: 'summary.title' })).not.toMatchObject({ state: 'x' })

  const anybody = await article(frame(''))
  await meet(anybody)
  expect(await say(anybody, { type: 'load', scenario: 'semi-sync' })).toMatchObject({ ok: false, error: 'origin' })
  expect(await say(anybody, { type: 'step' })).toMatchObject({ ok: true })

  const stranger = await article(frame(`origin=${HOST}`), OTHER)
  await meet(stranger)
  await stranger.waitForTimeout(300)
  expect(await stranger.evaluate(() => window.heard)).toEqual([])
})

test('milestones, facts, the end and the first gesture are told; a new hello ends the old port', async ({
  article,
}) => {
  const page = await article(frame(`origin=${HOST}`, '#scenario=failover-lost-writes&at=890000'))
  await meet(page, { events: true })
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1)
  await say(page, { type: 'step', n: 30 })
  await expect.poll(() => heard(page, 'event')).not.toHaveLength(0)
  expect(await heard(page, 'milestone')).not.toHaveLength(0)
  await main(page).getByRole('button', { name: 'Step', exact: true }).click()
  await expect.poll(() => heard(page, 'activate')).toHaveLength(1)
  await page.evaluate(() => window.hello())
  await expect.poll(() => heard(page, 'ready')).toHaveLength(2)
  expect(await say(page, { type: 'pause' })).toMatchObject({ ok: true })
})

test('a thousand forged messages, a sibling, four megabytes and markup in texts change nothing', {
  tag: '@R28',
}, async ({ article, page: own }) => {
  const page = await article(`${frame(`origin=${HOST}`)}<iframe src="${HOST}/sibling" title="Sibling"></iframe>`)
  await meet(page)
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1)
  const before = await main(page).evaluate((main) => main.outerHTML)
  const sibling = own.frames().find((one) => one.url().endsWith('/sibling'))!
  const forge = () => {
    const target = (parent === self ? self : parent).frames[0]!
    const forms: unknown[] = [
      { rlab: 1, type: 'play', id: 'fig', seq: 1 },
      { rlab: 1, type: 'hello', id: 'fig', nonce: 'forged' },
      { rlab: 1, type: 'hello', id: 'fig', nonce: { toString: 1 } },
      { rlab: 1, type: 'seek', to: 0 },
      { rlab: 2, type: 'hello' },
      'play',
      null,
      [1, 2, 3],
      { rlab: 1, type: '<img src=x onerror=alert(1)>' },
      { rlab: 1, type: 'load', scenario: '"><script>alert(1)</script>' },
    ]
    for (let i = 0; i < 1000; i++) target.postMessage(forms[i % forms.length], '*')
    target.postMessage({ rlab: 1, type: 'hello', id: 'fig', nonce: 'big', more: 'x'.repeat(4_000_000) }, '*')
  }
  await page.evaluate(forge)
  await sibling.evaluate(forge)
  // With a port, from a sibling: the right shape from the wrong window.
  await sibling.evaluate(() => {
    const channel = new MessageChannel()
    parent.frames[0]!.postMessage({ rlab: 1, type: 'hello', id: 'fig', nonce: 'sibling' }, '*', [channel.port2])
    channel.port1.postMessage({ rlab: 1, id: 'fig', seq: 1, type: 'play' })
  })
  expect(await say(page, { type: 'seek', to: 'x'.repeat(4_000_000) })).toMatchObject({ error: 'size' })
  expect(await say(page, { type: 'focus', ids: ['<img src=x onerror=alert(1)>'] })).toMatchObject({ error: 'shape' })
  expect(await say(page, { type: 'theme', tokens: { font: '<style>' } })).toMatchObject({ error: 'shape' })
  const answers = await page.evaluate(() =>
    Promise.all(Array.from({ length: 90 }, () => window.say({ type: 'getLink' }))),
  )
  expect(answers.filter(({ error }) => error === 'rate').length).toBeGreaterThanOrEqual(30)
  expect(await heard(page, 'ready')).toHaveLength(1)
  expect(await main(page).evaluate((main) => main.outerHTML)).toBe(before)
  expect(await page.frameLocator('iframe').first().locator('img, script:not([src])').count()).toBe(0)
})
