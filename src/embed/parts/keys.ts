/** What the marks of a cell mean, in the marks themselves. */
import { legend, signsIn } from '../../stage/index.ts'
import { labels } from '../../words/index.ts'
import type { Figure } from '../figure.ts'
import { type Panel, section } from './panel.ts'

export function keys(_: Figure): Panel {
  const { element, content } = section(labels.legend)
  let shown: string | null = null
  return {
    element,
    show({ frame }) {
      const signs = signsIn(frame)
      if (signs.join() === shown) return
      shown = signs.join()
      content.replaceChildren(
        ...legend(signs).map(({ word, svg }) => {
          const line = document.createElement('li')
          line.append(drawing(svg), word)
          return line
        }),
      )
    },
  }
}

/** The stage's own markup, never a text from outside. */
function drawing(markup: string): Node {
  return document.importNode(new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement, true)
}
