/**
 * A host says hello, and hands over a port on which both talk from then on. Nothing else that arrives at the window is
 * heard: not from a sibling, not from a frame within, not of another shape. What understands messages is fetched now.
 */
import type { Page } from './page.ts'

export function greeted(page: Page): void {
  let hello: MessageEvent | null = null
  const meet = () => {
    const event = hello
    if (!event || !(page.figure || page.problem)) return
    hello = null
    void import('./protocol/index.ts').then((protocol) => protocol.meet(page, event))
  }
  page.on(meet)
  addEventListener('message', (event) => {
    const { source, data, ports } = event
    if (source !== parent || parent === self || typeof data !== 'object' || data?.rlab !== 1) return
    if (data.type !== 'hello' || ports.length !== 1) return
    hello = event
    meet()
  })
}
