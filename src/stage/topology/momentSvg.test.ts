// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { palette, type Theme } from '../glyphs/index.ts'
import { pictures } from './fixtures/pictures.ts'
import { VIEW } from './fixtures/view.ts'
import { momentSvg, type StageView } from './index.ts'

const SEEN: StageView = { ...VIEW, selected: 'db2', focused: 'db1' }
const THEMES: Theme[] = ['light', 'dark', 'projector']

describe('a moment as a file', () => {
  for (const theme of THEMES) {
    it(`${theme}: every picture is a document of its own, with nothing left to look up`, () => {
      for (const { frame, layout } of pictures) {
        const look = { theme, width: 960, height: 540, title: 'Two <writes> & more' }
        const text = momentSvg(frame, frame.time, { ...SEEN, layout }, look)
        const document = new DOMParser().parseFromString(text, 'image/svg+xml')
        expect(document.querySelector('parsererror')).toBeNull()
        expect(document.documentElement.tagName).toBe('svg')
        expect(document.querySelector('title')?.textContent).toBe('Two <writes> & more')
        expect(document.querySelector('desc')?.textContent).not.toBe('')
        expect(text).not.toMatch(/var\(|class=|data-|href=|NaN|undefined/)
        const paints = [...text.matchAll(/\sfill="([^"]*)"/g)].map((found) => found[1])
        expect(paints.length).toBeGreaterThan(10)
        expect(paints.filter((paint) => !/^(#[0-9a-f]{6}|none)$/.test(paint!))).toEqual([])
      }
    })

    it(`${theme}: has the page's own colours`, () => {
      const sheet = readFileSync(join(import.meta.dirname, '../../app/style/tokens.css'), 'utf8')
      const block = sheet.slice(sheet.indexOf(`[data-theme="${theme}"]`)).split('}')[0]!
      const { sans, mono, ...colours } = palette(theme)
      for (const [name, value] of Object.entries(colours)) expect(block).toMatch(new RegExp(`--${name}: ${value};`))
      expect(sans).toContain('sans-serif')
      expect(mono).toContain('monospace')
    })
  }

  it('has heavier lines for a projector, none of them under 2', () => {
    const { frame } = pictures.find(({ name }) => name === 'lab')!
    const look = { width: 728, height: 564, title: 'x' }
    const light = momentSvg(frame, frame.time, SEEN, { ...look, theme: 'light' })
    const heavy = momentSvg(frame, frame.time, SEEN, { ...look, theme: 'projector' })
    const widths = (text: string) => [...text.matchAll(/stroke-width="([\d.]+)"/g)].map((found) => Number(found[1]))
    expect(Math.min(...widths(light))).toBeLessThan(2)
    expect(Math.min(...widths(heavy))).toBeGreaterThanOrEqual(2)
  })
})
