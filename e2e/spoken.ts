/** Everything that a page says: drawn texts, tooltips, accessible names and values, the title of its tab. */
import type { Page } from '@playwright/test'

/** The one place that offers every vocabulary is left out. */
export const spoken = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = [document.title]
    const skip = 'script, style, noscript, [data-every-vocabulary]'
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest(skip)) said.push(node.textContent ?? '')
    for (const one of document.querySelectorAll('*'))
      if (!one.closest(skip))
        for (const { name, value } of one.attributes)
          if (/^(aria-(label|valuetext|description|roledescription)|title|alt|placeholder|value)$/.test(name))
            said.push(value)
    return [...new Set(said.map((text) => text.replace(/\s+/g, ' ').trim()))].filter((text) => /\p{L}{2}/u.test(text))
  })
