/** A titled part of a figure, and the lines in it. */
import type { Update } from '../../worker/index.ts'

export interface Panel {
  element: HTMLElement
  show(update: Update): void
}

/** An element that a panel's content goes into, under its title. */
export function section(title: string, tag = 'ul'): { element: HTMLElement; content: HTMLElement } {
  const element = document.createElement('section')
  const heading = document.createElement('h2')
  heading.textContent = title
  const content = document.createElement(tag)
  element.append(heading, content)
  return { element, content }
}

/** Lines of text, as many as are given; an element whose line stays the same is left alone. */
export function lines(parent: HTMLElement, texts: readonly string[]): void {
  texts.forEach((text, i) => {
    const line = parent.children[i] ?? parent.appendChild(document.createElement('li'))
    if (line.textContent !== text) line.textContent = text
  })
  while (parent.children.length > texts.length) parent.lastElementChild!.remove()
}
