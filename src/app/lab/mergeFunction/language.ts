/** JavaScript as the editor reads it: where blocks are indented, and what stands out. Colours are those of the page. */
import { delimitedIndent, HighlightStyle, indentNodeProp, LRLanguage, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { tags } from '@lezer/highlight'
import { parser } from '@lezer/javascript'

const language = LRLanguage.define({
  name: 'javascript',
  parser: parser.configure({
    props: [
      indentNodeProp.add({
        Block: delimitedIndent({ closing: '}' }),
        ObjectExpression: delimitedIndent({ closing: '}' }),
        ArrayExpression: delimitedIndent({ closing: ']' }),
        ArgList: delimitedIndent({ closing: ')' }),
        ParenthesizedExpression: delimitedIndent({ closing: ')' }),
      }),
    ],
  }),
  languageData: { commentTokens: { line: '//' } },
})

const style = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.operatorKeyword], fontWeight: '700' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--accent)' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--muted)', fontStyle: 'italic' },
])

export const javaScript: Extension = [language, syntaxHighlighting(style)]
