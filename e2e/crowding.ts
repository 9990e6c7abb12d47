/**
 * What does not fit, as a visitor would see it: texts of the page's furniture over one another, texts and controls that
 * are cut off, controls that nobody can reach, and pages that scroll sideways. The stage is measured by `floors.ts`.
 */
import type { Page } from '@playwright/test'

export const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
    return { right: scrollWidth - clientWidth, below: scrollHeight - clientHeight }
  })

/** Sentences about everything that is wrong; texts that are folded on purpose end in an ellipsis and are not cut off. */
export const crowding = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const name = (one: Element) => {
      const said = one.getAttribute('aria-label') ?? one.textContent?.trim() ?? ''
      return `${one.tagName.toLowerCase()} "${said.slice(0, 40)}"`
    }
    const scrolls = (one: Element, side: 'X' | 'Y') => /auto|scroll/.test(getComputedStyle(one)[`overflow${side}`])
    const hides = (one: Element, side: 'X' | 'Y') => /hidden|clip/.test(getComputedStyle(one)[`overflow${side}`])
    const folded = (one: Element | null): boolean =>
      one !== null &&
      (getComputedStyle(one).textOverflow === 'ellipsis' || getComputedStyle(one).webkitLineClamp !== 'none')
    /** What lies over the page on purpose. */
    const OPEN = '.pop, .drawer, .notices'
    const wrong: string[] = []

    /** Cut off for good: outside the window or what hides it, and no panel on the way brings it back by scrolling. */
    const cutOff = (of: Element, box: DOMRect): boolean => {
      let { left, right, top, bottom } = box
      for (let at = of.parentElement; at && at !== document.body; at = at.parentElement) {
        const inside = at.getBoundingClientRect()
        if (scrolls(at, 'X')) [left, right] = [Math.max(left, inside.left), Math.min(right, inside.right)]
        else if (hides(at, 'X') && (left < inside.left - 1 || right > inside.right + 1)) return true
        if (scrolls(at, 'Y')) [top, bottom] = [Math.max(top, inside.top), Math.min(bottom, inside.bottom)]
        else if (hides(at, 'Y') && (top < inside.top - 1 || bottom > inside.bottom + 1)) return true
      }
      return right > left && (left < -1 || right > innerWidth + 1)
    }
    /** What is left of a box inside everything that hides or scrolls it. */
    const seen = (of: Element, box: DOMRect) => {
      let { left, right, top, bottom } = box
      for (let at: Element | null = of; at && at !== document.body; at = at.parentElement) {
        const inside = at.getBoundingClientRect()
        if (scrolls(at, 'X') || hides(at, 'X'))
          [left, right] = [Math.max(left, inside.left), Math.min(right, inside.right)]
        if (scrolls(at, 'Y') || hides(at, 'Y'))
          [top, bottom] = [Math.max(top, inside.top), Math.min(bottom, inside.bottom)]
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
    }
    const shown = (one: Element) =>
      one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !one.closest('.sr-only, .skip')

    for (const control of document.querySelectorAll('button, a[href], input, select, [role=slider]')) {
      const box = control.getBoundingClientRect()
      if (!shown(control) || box.width < 1) continue
      if (cutOff(control, box)) wrong.push(`${name(control)} is cut off`)
      const more = control.scrollWidth - control.clientWidth
      if (control.matches('button, a') && more > 1 && hides(control, 'X') && !folded(control))
        wrong.push(`${name(control)} is ${more} px too long`)
    }

    const texts: { text: string; box: DOMRect; open: Element | null; node: Node }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const of = node.parentElement!
      if (text === '' || !shown(of) || of.closest('svg, option, select, script, style')) continue
      // Named by a picture: the word stays for those who listen.
      if (getComputedStyle(of).clipPath !== 'none' || of.parentElement?.closest('.insp-head')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const whole of range.getClientRects()) {
        const box = seen(of, whole)
        if (!folded(of) && !folded(of.parentElement) && cutOff(of, whole))
          wrong.push(`"${text.slice(0, 40)}" is cut off`)
        if (box.width < 1 || box.height < 2) continue
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
        if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue
        // Scrolled out of its panel, or under something that is open on purpose.
        const top = document.elementFromPoint(x, y)
        if (top === null || !(of.contains(top) || top.contains(of))) continue
        texts.push({ text, box, open: of.closest(OPEN), node })
      }
    }
    for (const [i, a] of texts.entries())
      for (const b of texts.slice(i + 1)) {
        if (a.node === b.node || a.open !== b.open) continue
        const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        // Line boxes of neighbouring lines touch; what covers a third of a line can be seen.
        if (width > 2 && height > Math.min(a.box.height, b.box.height) / 3)
          wrong.push(`"${a.text.slice(0, 40)}" over "${b.text.slice(0, 40)}"`)
      }

    // Measured once each: there are tens of thousands of pairs.
    const controls = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select')]
      .filter(shown)
      .map((of) => {
        const whole = of.getBoundingClientRect()
        return { of, height: whole.height, box: seen(of, whole), open: of.closest(OPEN) }
      })
    for (const [i, a] of controls.entries())
      for (const b of controls.slice(i + 1)) {
        const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        if (width < 4 || height <= Math.min(a.height, b.height) / 3) continue
        if (a.of.contains(b.of) || b.of.contains(a.of) || a.open !== b.open) continue
        const [x, y] = [Math.max(a.box.left, b.box.left) + width / 2, Math.max(a.box.top, b.box.top) + height / 2]
        const top = document.elementFromPoint(x, y)
        if (top && (a.of.contains(top) || b.of.contains(top))) wrong.push(`${name(a.of)} over ${name(b.of)}`)
      }
    return [...new Set(wrong)]
  })
