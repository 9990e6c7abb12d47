/** A figure has the room that it needs, whatever is done to it, and whatever is wrong with its address or forbidden to it. */

import type { Page } from '@playwright/test'
import { expect, test } from './hostPage.ts'

interface Figure extends HTMLElement {
  readonly ready: Promise<{ warnings: string[]; digest: string }>
  send(message: Record<string, unknown>): Promise<{ ok: boolean }>
}

const frame = (page: Page) => page.frameLocator('iframe').first()
const main = (page: Page) => frame(page).locator('main')
/** What would have to be scrolled, or is cut off, in pixels: across, down, and of controls beyond an edge. */
const missing = (page: Page) =>
  main(page).evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
    const beyond = [...document.querySelectorAll('button, a, select')].filter((one) => {
      const { right, bottom, left, width } = one.getBoundingClientRect()
      return width > 0 && (right > clientWidth + 0.5 || left < -0.5 || bottom > innerHeight + 0.5)
    })
    return [scrollWidth - clientWidth, scrollHeight - clientHeight, beyond.length]
  })

test('a frame of the documented height, and an element, fit after every change of theme and every step', {
  tag: '@R24',
}, async ({ article }) => {
  for (const [width, height] of [
    [640, 470],
    [320, 560],
  ] as const) {
    for (const figure of [
      `<iframe src="LAB/embed/v1/index.html?id=fig#scenario=failover-lost-writes&at=m1" width="${width}" height="${height}" style="border:0" title="Figure"></iframe>`,
      `<script src="LAB/embed/v1/replication-lab.js"></script><replication-lab loading="eager" scenario="failover-lost-writes" at="m1" label="Figure"></replication-lab>`,
    ]) {
      const page = await article(`<div style="width:${width}px">${figure}</div>`)
      await expect(main(page).locator('[data-node]').first()).toBeVisible()
      const isElement = figure.startsWith('<script')
      await expect.poll(() => missing(page), `${width}`).toEqual([0, 0, 0])
      for (const theme of ['dark', 'projector', 'light']) {
        if (isElement)
          await page.evaluate((theme) => document.querySelector('replication-lab')!.setAttribute('theme', theme), theme)
        else
          await main(page).evaluate((_, theme) => {
            document.documentElement.dataset['theme'] = theme
          }, theme)
        await expect(frame(page).locator('html')).toHaveAttribute('data-theme', theme)
        for (let i = 0; i < 2; i++) {
          await main(page).getByRole('button', { name: 'Step', exact: true }).click()
          await expect.poll(() => missing(page), `${width} ${theme} ${i}`).toEqual([0, 0, 0])
        }
      }
      if (!isElement) continue
      // And no more room than that, once there are panels and once they are gone again.
      for (const parts of [
        ['data', 'log', 'legend'],
        ['gauge', 'relay', 'data'],
      ]) {
        await page.evaluate(
          (parts) => document.querySelector<Figure>('replication-lab')!.send({ type: 'show', parts }),
          parts,
        )
        await expect.poll(() => missing(page), parts.join()).toEqual([0, 0, 0])
        await expect
          .poll(() => main(page).evaluate(() => innerHeight - document.body.getBoundingClientRect().height))
          .toBeLessThan(5)
      }
    }
  }
})

test('an unknown scenario is the usual one, and the author is warned; a reader’s function runs, or a rule of the lab’s', async ({
  article,
  complaints,
}) => {
  const element = (more: string) =>
    `<script src="LAB/embed/v1/replication-lab.js"></script><replication-lab loading="eager" label="Figure" ${more}></replication-lab>`
  const page = await article(element('scenario="no-such-run" at="900000"'))
  const ready = await page.evaluate(() => document.querySelector<Figure>('replication-lab')!.ready)
  expect(ready.warnings).toEqual([expect.stringContaining('"no-such-run"')])
  expect(ready.digest).toMatch(/^[0-9a-f]{16}$/)
  const usual = await article(element('at="900000"'))
  expect((await usual.evaluate(() => document.querySelector<Figure>('replication-lab')!.ready)).digest).toBe(
    ready.digest,
  )

  const merge = await article(element('scenario="custom-merge" at="640000"'))
  await expect(main(merge)).toContainText('All masters agree')
  await expect(main(merge).getByRole('alert')).toHaveCount(0)
  expect(complaints).toEqual([])

  // A host whose policy lets no WebAssembly run.
  await merge.route('**/embed/v1/index.html*', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(" 'wasm-unsafe-eval'", '')
    await route.fulfill({ response: answer, body })
  })
  await merge.reload()
  await expect(main(merge).getByRole('alert')).toHaveText(/^The function of this run cannot run here, so/)
  await expect(main(merge).locator('[data-node]').first()).toBeVisible()
  await main(merge).getByRole('button', { name: 'Step', exact: true }).click()
  complaints.splice(0, complaints.length, ...complaints.filter((one) => !/wasm|WebAssembly/i.test(one)))
})

test('from right to left the stage stays as it is, and the sentences stand on the other side', async ({ article }) => {
  const page = await article(
    `<iframe src="LAB/embed/v1/index.html?dir=rtl&show=gauge,relay,data,log#scenario=failover-lost-writes&at=m3" width="960" height="600" title="Figure"></iframe>`,
  )
  const places = () =>
    main(page).evaluate((main) => {
      const left = (selector: string) => main.querySelector(selector)!.getBoundingClientRect().left
      const name = [...main.querySelectorAll('[data-node=db2] text')].map((text) => {
        const { left, width } = text.getBoundingClientRect()
        return [Math.round(left - main.querySelector('.stage')!.getBoundingClientRect().left), Math.round(width)]
      })
      return { side: left('.side') < left('.stage'), play: left('.play') < left('.bar a'), name }
    })
  await expect(main(page).locator('[data-node]').first()).toBeVisible()
  await expect(main(page).locator('.parts li').first()).toBeVisible()
  const turned = await places()
  expect([turned.side, turned.play]).toEqual([true, true])
  await main(page).evaluate(() => {
    document.documentElement.dir = 'ltr'
  })
  expect(await places()).toEqual({ ...turned, side: false })
})
