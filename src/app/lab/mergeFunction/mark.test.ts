import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { signAt } from './mark.ts'

const { doc } = EditorState.create({ doc: '(a) =>\n\n  a' })

test.each([
  ['a sign', 1, 2, 'a'],
  ['behind the end of a line', 1, 99, '>'],
  ['an empty line', 2, 1, ''],
  ['the last sign', 3, 3, 'a'],
  ['behind the end of the source', 9, 9, 'a'],
  ['before its beginning', 0, 0, '('],
])('%s', (_, line, column, sign) => {
  const { from, to } = signAt(doc, { line, column, severe: true })
  expect(doc.sliceString(from, to)).toBe(sign)
})
