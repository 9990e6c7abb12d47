/** Elements of a card, made by hand: a figure has no framework. Texts are text nodes, never markup. */
import { proseOf } from '../../lessons/index.ts'

type Attributes = Readonly<Record<string, string | boolean | undefined>>

/** With these attributes (true = present, false and undefined = absent), and what stands in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value)
  element.append(...children)
  return element
}

export function button(text: string, attributes: Attributes, pressed: () => void): HTMLButtonElement {
  const element = make('button', { type: 'button', ...attributes }, text)
  element.addEventListener('click', () => {
    // Not `disabled`: whoever stands on it with the keyboard would lose the place.
    if (element.getAttribute('aria-disabled') !== 'true') pressed()
  })
  return element
}

export const able = (element: Element, is: boolean): void => {
  if (is) element.removeAttribute('aria-disabled')
  else element.setAttribute('aria-disabled', 'true')
}

/** A sentence of a walkthrough, with stressed words and values set as such. */
export const prose = (text: string, className: string): HTMLParagraphElement =>
  make('p', { class: className }, ...proseOf(text).map((part) => (part.as ? make(part.as, {}, part.text) : part.text)))
