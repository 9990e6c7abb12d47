/**
 * Tells the host's page how high the figure is, since a frame does not grow by itself: once at the start, and whenever it
 * has changed while nothing plays. That is the only thing ever said to a window, and it carries no secret.
 */
import type { Page } from './page.ts'

/** A difference smaller than this is none, in pixels. */
const SAME = 4

export function tellSize(page: Page): void {
  if (parent === self) return
  let last = -SAME
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height)
    if (page.main.dataset['playing'] === 'true' || Math.abs(height - last) < SAME || !page.main.firstChild) return
    const type = last < 0 ? 'boot' : 'resize'
    last = height
    parent.postMessage({ rlab: 1, type, id: page.address.id, height }, '*')
  }
  new ResizeObserver(tell).observe(document.body)
  page.on(() => {
    tell()
    page.figure?.lab.onUpdate(tell)
  })
}
