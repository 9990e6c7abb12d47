// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { frame, link, mode } from '../topology/fixtures/frames.ts'
import { oneCart } from '../topology/fixtures/masters.ts'
import { legend, signsIn } from './legend.ts'
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
    'sync-quorum',
    'fully-sync',
    'silent-partition',
    'two-tier',
    'after-commit-phantom',
    'old-master-returns',
    'stale-reads',
    'read-your-writes',
    'went-back',
    ...['two-masters-lww', 'lww-clock-skew', 'vector-clock-siblings', 'custom-merge', 'swapped-rows', 'lost-increment'],
    ...[
      'duplicate-key',
      'counters-below-zero',
      'ring-of-three',
      'immortal-entry',
      'tombstone-zombie',
      'two-strategies',
      'global-table-mrec',
      'global-table-mrsc',
      'global-table-witness',
    ],
  ]
  expect(new Set(presets.map(pictogram)).size).toBe(presets.length)
})

it('the legend explains the five signs of a write', () => {
  expect(legend().map(({ word }) => word)).toEqual(['told OK', 'acked', 'received', 'applied', 'lost'])
})

it('the legend explains what else is drawn', () => {
  expect(signsIn(frame(1, {})).length).toBe(5)
  expect(signsIn(oneCart)).toEqual(['ok', 'applied', 'discarded', 'seen', 'conflict', 'reader'])
  const more = signsIn(frame(1, { mode: mode('quorum'), links: [link('db1', 'db2', { lossPercent: 1 })] }))
  expect(more.slice(5)).toEqual(['gate', 'resent'])
  for (const { svg, word } of legend(more)) {
    expect(svg).toContain('<svg')
    expect(word).not.toBe('')
  }
})
