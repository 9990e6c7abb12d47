// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { legend } from './legend.ts'
import { PICTOGRAMS, pictogram } from './pictogram.ts'

describe.each(PICTOGRAMS.map((id) => [id, pictogram(id)]))('the pictogram %s', (_, text) => {
  const svg = new DOMParser().parseFromString(text!, 'image/svg+xml').documentElement

  it('is an SVG that assistive technology passes over', () => {
    expect(svg.tagName).toBe('svg')
    expect(svg.getAttribute('aria-hidden')).toBe('true')
  })

  it('takes its colours from the theme and no ids from the page', () => {
    for (const element of svg.querySelectorAll('*')) {
      expect(element.id).toBe('')
      for (const name of ['fill', 'stroke']) {
        const value = element.getAttribute(name)
        if (value !== null) expect(value).toMatch(/^(none|var\(--\w+\))$/)
      }
    }
  })
})

it('every preset has a picture of its own', () => {
  const presets = [
    'async-pipeline',
    'semi-sync',
    'lag-under-load',
    'slow-sql-thread',
    'failover-clean',
    'failover-lost-writes',
    'empty',
  ]
  expect(new Set(presets.map(pictogram)).size).toBe(presets.length)
})

it('the legend explains the five signs of a write', () => {
  expect(legend.map(({ word }) => word)).toEqual(['told OK', 'acked', 'received', 'applied', 'lost'])
})
