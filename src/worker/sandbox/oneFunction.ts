/**
 * Whether a source is one function and nothing beside it. Nothing beside it means no variables outside, in which a
 * call could leave something for the next. The interpreter itself says where the function begins and ends: what it
 * takes for the text of the function must be all of the source but for comments and semicolons.
 */
import { FORMS, type SourceError } from './faults.ts'

const BLANK = /(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/y
const BLANK_OR_SEMICOLON = /(?:\s|;|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/y

/** `text`: of the function that the source came to, '' if it is none that can be called. */
export function isWhole(source: string, text: string): SourceError | null {
  const start = behind(BLANK, source, 0)
  const at = (position: number, message: string): SourceError => {
    const lines = source.slice(0, position).split('\n')
    return { line: lines.length, column: lines.at(-1)!.length + 1, message }
  }
  if (start === source.length) return at(0, `Nothing is written yet. ${FORMS}`)
  if (/^(?:async\b(?!\s*=>)|function\s*\*)/.test(source.slice(start)))
    return at(start, `The function must give its result at once: neither async nor a generator. ${FORMS}`)
  if (/^class\b/.test(source.slice(start))) return at(start, `A class cannot be called. ${FORMS}`)
  if (text === '' || !source.startsWith(text, start)) return at(start, `This is not a function. ${FORMS}`)
  const end = behind(BLANK_OR_SEMICOLON, source, start + text.length)
  return end === source.length
    ? null
    : at(end, `The function has ended before this; whatever it needs goes inside it. ${FORMS}`)
}

function behind(blank: RegExp, source: string, from: number): number {
  blank.lastIndex = from
  blank.test(source)
  return blank.lastIndex
}
