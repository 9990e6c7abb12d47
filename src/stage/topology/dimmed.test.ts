// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { pictures } from './fixtures/pictures.ts'
import { VIEW } from './fixtures/view.ts'
import { createStage, type StageView } from './index.ts'

function drawn(view: Partial<StageView>) {
  const { frame } = pictures.find(({ name }) => name === 'lab')!
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg') as SVGSVGElement
  const stage = createStage(svg)
  stage.resize(728, 564)
  stage.draw(frame, frame.time, { ...VIEW, ...view })
  return { svg, card: (id: string) => svg.querySelector(`[data-node="${id}"]`)! }
}
const texts = (element: Element) => [...element.querySelectorAll('text')]

const isOnFill = (text: Element) => ['var(--canvas)', 'var(--on)'].includes(text.getAttribute('fill') ?? '')

describe('who is not looked at', () => {
  it('keeps all words, in ink where they stood on a fill', () => {
    const [before, after] = [drawn({}), drawn({ dim: ['db1'] })]
    expect(texts(after.card('db1')).map(({ textContent }) => textContent)).toEqual(
      texts(before.card('db1')).map(({ textContent }) => textContent),
    )
    expect(texts(before.card('db1')).some(isOnFill)).toBe(true)
    for (const text of texts(after.card('db1'))) expect(text.getAttribute('opacity')).toBeNull()
    expect(texts(after.card('db1')).filter(isOnFill)).toEqual([])
  })

  it('has faint lines and fills; the others have theirs', () => {
    const { card } = drawn({ dim: ['db1'] })
    const faint = (id: string) =>
      [...card(id).querySelectorAll('path, rect')].filter((one) => one.hasAttribute('opacity'))
    expect(faint('db1').length).toBeGreaterThan(5)
    for (const one of faint('db1')) expect(Number(one.getAttribute('opacity'))).toBeLessThanOrEqual(0.35)
    expect(card('db2').outerHTML).toBe(drawn({}).card('db2').outerHTML)
  })

  it('takes along what travels on a dimmed link, and leaves no trace when the focus goes on', () => {
    const { frame } = pictures.find(({ name }) => name === 'lab')!
    const message = frame.messages.find(({ kind }) => kind === 'entries')!
    const { svg } = drawn({ dim: [message.link] })
    const token = svg.querySelector(`[data-message="${message.id}"]`)!
    expect(token.querySelector('[opacity]')).not.toBeNull()
    expect(drawn({ dim: [] }).svg.innerHTML).toBe(drawn({}).svg.innerHTML)
  })
})
