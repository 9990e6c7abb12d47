import { expect, it } from 'vitest'
import { preset } from '../index.ts'
import { notesOf, PRESETS_WITH_NOTES } from './notes.ts'

it.each(PRESETS_WITH_NOTES)('%s is a preset, and its notes say both sides and where to look', (id) => {
  expect(preset(id)?.run.scenario.id).toBe(id)
  for (const { article, documentation, source } of notesOf(id)) {
    for (const text of [article, documentation]) expect(text).toMatch(/^[A-Z][^!]+\.$/)
    // A date or a version.
    expect(source).toMatch(/\d{4}|\d\.\d/)
  }
})

it('a run that is no preset has none', () => {
  for (const id of ['', 'nonsense', 'toString']) expect(notesOf(id)).toEqual([])
})
