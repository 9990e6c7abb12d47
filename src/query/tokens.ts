/**
 * The words of an expression. Names may hold dashes, as ids and kinds of fact do (`db-2`, `write-ok`), so a minus
 * needs a space before it. A number may carry a unit at once behind it; times are milliseconds from here on.
 */
import { Mistake, quoted } from './mistake.ts'

export interface Token {
  is: 'number' | 'text' | 'name' | 'sign' | 'end'
  text: string
  value: number
  /** Counted from 1. */
  column: number
}

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, min: 60_000, h: 3_600_000, '%': 0.01 }
const TOKEN =
  /\s*(?:(\d{1,15}(?:\.\d{1,9})?)(us|ms|min|s|h|%)?(?![\w.])|([A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*)|"([^"]{0,200})"|(<=|>=|!=|==|[-+*/()<>=,.]))/y

/** At most so many characters: an expression is a line, not a program. */
const MOST = 2000

export function tokens(text: string): Token[] {
  if (text.length > MOST) throw new Mistake(MOST + 1, `an expression has at most ${MOST} characters`)
  const found: Token[] = []
  for (let at = 0; text.slice(at).trim() !== ''; ) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    const column = at + /^\s*/.exec(text.slice(at))![0].length + 1
    if (match === null)
      throw new Mistake(column, `${quoted(text.slice(column - 1, column + 11))} is no word of the language`)
    const [whole, number, unit, name, quote, sign] = match
    at += whole.length
    const base = { column, value: 0 }
    if (number !== undefined) {
      const value = Number(number) * (unit === undefined ? 1 : UNITS[unit]!)
      found.push({ ...base, is: 'number', text: whole.trim(), value })
    } else if (name !== undefined) found.push({ ...base, is: 'name', text: name })
    else if (quote !== undefined) found.push({ ...base, is: 'text', text: quote })
    else found.push({ ...base, is: 'sign', text: sign === '==' ? '=' : sign! })
  }
  found.push({ is: 'end', text: '', value: 0, column: text.length + 1 })
  return found
}
