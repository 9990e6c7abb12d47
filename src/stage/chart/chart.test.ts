// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { createChart } from './chart.ts'
import { circle, draining, halfway, nested, roleOfThePicture, untouched } from './fixtures.ts'

const svg = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg')
const view = { width: 280 }

function role(progress: number | null = 0.82) {
  const element = svg()
  const chosen: [string, number][] = []
  const chart = createChart(element, { onTransition: (id, at) => chosen.push([id, at]) })
  chart.draw(roleOfThePicture, draining, { ...view, progress })
  const inscription = (id: string) => element.querySelector(`[data-transitions="${id}"]`)!
  const boxOf = (name: string) =>
    [...element.querySelectorAll('text')].find((text) => text.textContent === name)!.previousElementSibling!
  return { element, chosen, chart, inscription, boxOf }
}

describe('the chart', () => {
  it('inks where the machine has been, fills where it is, leaves the rest grey', () => {
    const { boxOf } = role()
    expect(boxOf('slave').getAttribute('stroke')).toBe('var(--ink)')
    expect(boxOf('slave').getAttribute('fill')).toBe('none')
    expect(boxOf('drain').getAttribute('fill')).toBe('var(--ink)')
    expect(boxOf('promote').getAttribute('stroke')).toBe('var(--line)')
  })

  it('shows how far the active state has come, as a bar under its box', () => {
    const bars = (progress: number | null) =>
      [...role(progress).element.querySelectorAll('rect[height="3"]')].map((bar) => bar.getAttribute('width'))
    expect(bars(0.82)).toEqual(['78', '63.96'])
    expect(bars(null)).toEqual([])
  })

  it('marks the last transition', () => {
    const { inscription } = role()
    const weight = (id: string) => inscription(id).querySelector('text')!.getAttribute('font-weight')
    expect(weight('role/1')).toBe('700')
    expect(weight('role/0')).toBe(null)
  })

  it('a click on a transition leads to its last firing', () => {
    const { inscription, chosen } = role()
    inscription('role/0')
      .querySelector('text')!
      .dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(chosen).toEqual([['role/0', 8_000_000]])
  })

  it('the keyboard does the same', () => {
    const { inscription, chosen } = role()
    const target = inscription('role/1')
    expect(target.getAttribute('tabindex')).toBe('0')
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    expect(chosen).toEqual([['role/1', 8_020_000]])
  })

  it('a transition that has not happened leads nowhere', () => {
    const { inscription, chosen } = role()
    expect(inscription('role/4').hasAttribute('tabindex')).toBe(false)
    inscription('role/4').dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(chosen).toEqual([])
  })

  it('[stage] the same part is the same SVG text, whatever stood there before', () => {
    const used = svg()
    const chart = createChart(used, { onTransition() {} })
    for (const machine of [nested, circle, roleOfThePicture, nested]) {
      chart.draw(machine, untouched(machine), view)
      chart.draw(machine, halfway(machine), view)
    }
    const once = svg()
    createChart(once, { onTransition() {} }).draw(nested, halfway(nested), view)
    expect(used.outerHTML).toBe(once.outerHTML)
  })
})
