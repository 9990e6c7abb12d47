// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { NAMES } from '../address/parameters.ts'
import { readAddress } from '../address/readAddress.ts'
import { HIDDEN, spelled } from '../address/spelled.ts'
import { elementSnippet, figureAddress, frameSnippet, stillSnippet, type Wished } from './snippets.ts'

const still = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="300" role="img"><title>A &amp; B</title><desc>C</desc></svg>\n',
  lab: 'https://lab.example/r/#/lab?preset=semi-sync&t=3',
  says: 'db1 dies, & "two" <writes> with it.',
}
const wished: Wished = {
  site: 'https://lab.example/r/',
  given: [
    ['scenario', 'semi-sync'],
    ['at', 'm3'],
    ['theme', 'dark'],
    ['show', 'data,log'],
    ['origin', 'https://example.org'],
  ],
  label: 'Received "is not" <applied> & more',
  width: 640,
  height: 470,
  still,
}
function page(html: string): HTMLElement {
  const body = document.createElement('div')
  body.innerHTML = html
  return body
}

describe('the address of a figure', () => {
  it('keeps what names a run behind the hash, and is read as it was meant', () => {
    const address = new URL(figureAddress(wished))
    expect(address.pathname).toBe('/r/embed/v1/')
    expect(address.search).toContain('show=data,log')
    expect(address.hash).toBe('#scenario=semi-sync&at=m3')
    const { asked, given, warnings } = readAddress(address)
    expect(warnings).toEqual([])
    expect([...given].sort()).toEqual(wished.given.map(([name]) => name).sort())
    expect(asked).toMatchObject({ scenario: 'semi-sync', at: { milestone: 3 }, theme: 'dark', show: ['data', 'log'] })
    expect(HIDDEN.filter((name) => !NAMES.some((one) => one === name))).toEqual([])
    expect(spelled([])).toEqual({ search: '', hash: '' })
  })
})

describe('a snippet', () => {
  it('as a frame has its address, its name, its size and a sandbox', () => {
    const frame = page(frameSnippet(wished)).querySelector('iframe')!
    expect(frame.src).toBe(figureAddress(wished))
    expect(frame.title).toBe(wished.label)
    expect([frame.width, frame.height]).toEqual(['640', '470'])
    expect(frame.getAttribute('sandbox')).toContain('allow-scripts')
    expect(frame.getAttribute('sandbox')).not.toContain('allow-same-origin')
    expect(page(frameSnippet(wished)).children).toHaveLength(1)
  })

  it('as an element has the parameters as attributes, and within it what is shown without script', () => {
    const body = page(elementSnippet(wished))
    const element = body.querySelector('replication-lab')!
    expect(body.querySelector('script')!.src).toBe('https://lab.example/r/embed/v1/replication-lab.js')
    expect(element.getAttribute('src')).toBe('https://lab.example/r/embed/v1/')
    expect(element.getAttribute('at')).toBe('m3')
    expect(element.getAttribute('label')).toBe(wished.label)
    // The element says its own page's origin.
    expect(element.hasAttribute('origin')).toBe(false)
    expect(element.querySelector('a > svg > title')!.textContent).toBe('A & B')
    expect(page(elementSnippet({ ...wished, still: null })).querySelector('replication-lab > a')!.textContent).toBe(
      wished.label,
    )
  })

  it('as a picture needs no script and no sheet, and says in words what it shows', () => {
    const body = page(stillSnippet(wished))
    expect(body.querySelectorAll('script, link, style, iframe')).toHaveLength(0)
    expect(body.querySelector('figure > a')!.getAttribute('href')).toBe(still.lab)
    expect(body.querySelector('svg')!.getAttribute('style')).toBe('max-width:100%;height:auto;direction:ltr')
    expect(body.querySelector('figcaption')!.textContent).toBe(`${wished.label}. ${still.says} Open in Replication Lab`)
    expect(body.querySelectorAll('writes, applied')).toHaveLength(0)
    expect(stillSnippet({ ...wished, still: null })).toBe('')
  })
})
