/** In the frame of a careful host: no storage, no origin, a strict policy; nothing is asked for once it is ready. */

import { expect, test } from './hostPage.ts'

for (const sandbox of ['', 'sandbox="allow-scripts"'])
  test(`${sandbox || 'a plain frame'}: it plays, without a complaint, a violation or a request after it is ready`, {
    tag: '@R26',
  }, async ({ article }) => {
    const page = await article(`
      <iframe src="LAB/embed/v1/index.html?id=fig&theme=dark&show=gauge,relay,data,legend,log,kv#scenario=failover-lost-writes&at=m2" width="640" height="900" ${sandbox} title="Figure"></iframe>
      <script>
        window.heard = []
        addEventListener('message', ({ source, data }) => {
          const frame = document.querySelector('iframe').contentWindow
          if (source !== frame || data.type !== 'boot') return
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = ({ data }) => window.heard.push(data)
          window.port = port1
          frame.postMessage({ rlab: 1, type: 'hello', id: 'fig', nonce: 'n' }, '*', [port2])
        })
      </script>`)
    const main = page.frameLocator('iframe').locator('main')
    await expect.poll(() => page.evaluate(`heard.filter(({ type }) => type === 'ready').length`)).toBe(1)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await main.evaluate(() => {
      Object.assign(window, { violations: 0 })
      document.addEventListener('securitypolicyviolation', () => {
        ;(window as unknown as { violations: number }).violations += 1
      })
    })
    await main.getByRole('button', { name: 'Play', exact: true }).click()
    await expect(main).toHaveAttribute('data-playing', 'true')
    await page.waitForTimeout(400)
    await main.getByRole('button', { name: 'Pause', exact: true }).click()
    await main.getByRole('button', { name: 'Step', exact: true }).click()
    await page.evaluate(`port.postMessage({ rlab: 1, id: 'fig', seq: 1, type: 'snapshot' })`)
    await expect.poll(() => page.evaluate(`heard.some(({ type, ok }) => type === 'ack' && ok)`)).toBe(true)
    expect(await main.evaluate('violations')).toBe(0)
    expect(asked).toEqual([])
    if (sandbox) expect(await main.evaluate(() => self.origin)).toBe('null')
    expect(
      await main.evaluate((main) => main.ownerDocument.querySelector('meta[http-equiv]')?.getAttribute('content')),
    ).toContain("connect-src 'none'")
  })
