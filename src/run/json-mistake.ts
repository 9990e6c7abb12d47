/**
 * Where a text stops being JSON. Browsers and Node word that differently and often name no place, and the
 * author of a scenario needs a line and a column. One pass, no recursion: deep nesting costs nothing.
 */
export function jsonMistake(text: string): string {
  const { at, expected } = firstMistake(text)
  const before = text.slice(0, at).split('\n')
  const where = `line ${before.length}, column ${before[before.length - 1]!.length + 1}`
  return at >= text.length
    ? `it ends at ${where}, where ${expected} should follow`
    : `at ${where}, ${expected} should stand`
}

const SPACE = /[ \t\n\r]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y

type Expecting = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or end' | 'nothing'
const WORDS: Record<Expecting, string> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  name: 'a name in double quotes',
  'name or }': 'a name in double quotes or }',
  colon: 'a colon',
  'comma or end': 'a comma or the closing bracket',
  nothing: 'nothing more',
}

function firstMistake(text: string): { at: number; expected: string } {
  const open: ('{' | '[')[] = []
  let expecting: Expecting = 'value'
  let at = 0
  const takes = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  const takesString = (): boolean => {
    const start = at
    if (text[at] !== '"') return false
    for (at++; at < text.length && text[at]! >= ' '; ) {
      if (text[at] === '"') {
        at++
        return true
      }
      if (text[at] !== '\\') at++
      else if (!takes(ESCAPE)) break
    }
    at = start
    return false
  }
  for (;;) {
    takes(SPACE)
    const after: Expecting = open.length === 0 ? 'nothing' : 'comma or end'
    const c = text[at]
    if (expecting === 'value' || expecting === 'value or ]') {
      if (c === '{' || c === '[') {
        open.push(c)
        at++
        expecting = c === '{' ? 'name or }' : 'value or ]'
        continue
      }
      if (takesString() || takes(SCALAR)) {
        expecting = after
        continue
      }
    }
    if ((expecting === 'name' || expecting === 'name or }') && takesString()) expecting = 'colon'
    else if (expecting === 'colon' && c === ':') {
      at++
      expecting = 'value'
    } else if (expecting === 'comma or end' && c === ',') {
      at++
      expecting = open[open.length - 1] === '{' ? 'name' : 'value'
    } else if (c !== undefined && closes(c, open[open.length - 1], expecting)) {
      at++
      open.pop()
      expecting = open.length === 0 ? 'nothing' : 'comma or end'
    } else return { at, expected: WORDS[expecting] }
  }
}

const closes = (c: string, open: '{' | '[' | undefined, expecting: Expecting): boolean =>
  (c === '}' && open === '{' && (expecting === 'name or }' || expecting === 'comma or end')) ||
  (c === ']' && open === '[' && (expecting === 'value or ]' || expecting === 'comma or end'))
