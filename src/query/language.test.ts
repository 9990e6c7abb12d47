/** The reference is held against the language: every example in its tables can be read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FACTS } from '../engine/index.ts'
import { parseMeasure } from './index.ts'
import { THINGS } from './names.ts'

const reference = readFileSync(join(import.meta.dirname, 'LANGUAGE.md'), 'utf8')
const cast = {
  nodes: ['db1', 'db2', 'db3', 'b', 'c'],
  clients: ['c1'],
  monitors: ['monitor'],
  kinds: Object.keys(FACTS),
}
const code = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, found]) => found!)
const lastCells = reference
  .split('\n')
  .flatMap((line) => (/^\|.*`.*\|$/.test(line) ? code(line.split('|').at(-2)!) : []))
const examples = [...new Set(lastCells)].filter((text) => /[()]|[a-z]\.[a-z]|=/.test(text))
const answer = (text: string) => {
  const read = parseMeasure(text, cast)
  return 'problem' in read ? read.problem : 'read'
}

describe('LANGUAGE.md', () => {
  it('has enough examples to go by', () => expect(examples.length).toBeGreaterThan(60))
  it.each(examples)('%s', (text) => expect(answer(text)).toBe('read'))

  it.each(Object.entries(THINGS))('names %s and all its fields', (name, { fields = {}, example }) => {
    expect(reference).toContain(`\`${name}`)
    for (const field of Object.keys(fields)) expect(reference).toMatch(new RegExp(`[\`.]${field}\\b|\\b${field}\\b`))
    expect(answer(`${example} = null`.replace(/^(.*[=<>].*) = null$/, '$1'))).toBe('read')
  })

  it.each(
    code(reference.split('## Facts')[1]!.split('A FACT is')[0]!).filter((word) => /^[a-z]+(-[a-z]+)+$/.test(word)),
  )('knows the fact %s', (kind) => expect(cast.kinds).toContain(kind))
})
