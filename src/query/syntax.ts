/**
 * From words to a tree, without asking what any name means: `names.ts` and `compile.ts` know that. The grammar stands
 * in LANGUAGE.md.
 */
import { Mistake, quoted } from './mistake.ts'
import { type Token, tokens } from './tokens.ts'

export type Node = { column: number } & (
  | { is: 'number'; value: number }
  | { is: 'text'; value: string }
  | { is: 'name'; name: string }
  /** `lag(db2)`, `max(... from ... to ...)` */
  | { is: 'call'; name: string; args: Node[]; clauses: Clauses }
  /** `lag(db2).entries` */
  | { is: 'field'; of: Node; field: string; fieldColumn: number }
  /** `ms of write-ok` */
  | { is: 'of'; name: string; of: Node }
  | { is: 'not' | 'minus'; of: Node }
  | { is: 'binary'; sign: Sign; left: Node; right: Node }
)
type Sign = 'and' | 'or' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/'
type Clause = 'every' | 'from' | 'to' | 'where'
type Clauses = { readonly [C in Clause]?: Node }

const CLAUSES: readonly string[] = ['every', 'from', 'to', 'where'] satisfies Clause[]
/** From loosest to tightest; comparisons do not chain. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/'],
]
const COMPARISON = 2
/** Brackets within brackets: enough for every use, too few to exhaust the stack. */
const DEEPEST = 60

/** `condition`: what stands behind `if`. */
export function parse(text: string): { node: Node; condition: Node | null } {
  const reader = new Reader(tokens(text))
  const node = reader.level(0)
  const condition = reader.take('if') ? reader.level(0) : null
  reader.expect('end')
  return { node, condition }
}

class Reader {
  private at = 0
  private depth = 0
  private readonly list: readonly Token[]
  constructor(list: readonly Token[]) {
    this.list = list
  }

  private get next(): Token {
    return this.list[this.at]!
  }

  take(text: string): boolean {
    if (this.next.is !== 'text' && this.next.is !== 'end' && this.next.text === text) {
      this.at++
      return true
    }
    return false
  }

  expect(text: string): void {
    if (text === 'end' ? this.next.is === 'end' : this.take(text)) return
    const { text: found, is, column } = this.next
    const here = is === 'end' ? 'the expression ends' : `${quoted(found)} stands`
    throw new Mistake(
      column,
      text === 'end' ? `${quoted(found)} is one word too many` : `${here} where ${quoted(text)} is needed`,
    )
  }

  level(at: number): Node {
    if (at === LEVELS.length) return this.unary()
    if (at === COMPARISON && this.next.is === 'name' && this.next.text === 'not') {
      const { column } = this.list[this.at++]!
      return { is: 'not', column, of: this.deeper(column, () => this.level(COMPARISON)) }
    }
    let left = this.level(at + 1)
    for (let once = true; once || at !== COMPARISON; once = false) {
      const { text, column, is } = this.next
      if (is === 'text' || !LEVELS[at]!.includes(text)) break
      this.at++
      left = { is: 'binary', sign: text as Sign, column, left, right: this.level(at + 1) }
    }
    return left
  }

  private unary(): Node {
    const { column } = this.next
    return this.deeper(column, () => (this.take('-') ? { is: 'minus', column, of: this.unary() } : this.fields()))
  }

  private deeper(column: number, read: () => Node): Node {
    if (++this.depth > DEEPEST)
      throw new Mistake(column, `an expression has at most ${DEEPEST} brackets within each other`)
    const node = read()
    this.depth--
    return node
  }

  private fields(): Node {
    let node = this.primary()
    while (this.take('.')) {
      const { column, is, text } = this.next
      if (is !== 'name') throw new Mistake(column, 'the name of a field is missing after the dot')
      this.at++
      node = { is: 'field', column: node.column, of: node, field: text, fieldColumn: column }
    }
    return node
  }

  private primary(): Node {
    const { is, text, value, column } = this.next
    if (is === 'end') throw new Mistake(column, 'the expression ends where a value is needed')
    this.at++
    if (is === 'number') return { is, value, column }
    if (is === 'text') return { is, value: text, column }
    if (is === 'sign') {
      if (text !== '(') throw new Mistake(column, `${quoted(text)} stands where a value is needed`)
      const node = this.level(0)
      this.expect(')')
      return node
    }
    if (this.next.is === 'name' && this.next.text === 'of') {
      this.at++
      return { is: 'of', name: text, column, of: this.primary() }
    }
    if (!this.take('(')) return { is: 'name', name: text, column }
    return { is: 'call', name: text, column, ...this.inBrackets() }
  }

  private inBrackets(): { args: Node[]; clauses: Clauses } {
    const args: Node[] = []
    const clauses: { -readonly [C in keyof Clauses]: Clauses[C] } = {}
    if (this.take(')')) return { args, clauses }
    do args.push(this.level(0))
    while (this.take(','))
    while (this.next.is === 'name' && CLAUSES.includes(this.next.text)) {
      const { text, column } = this.list[this.at++]!
      if (text in clauses) throw new Mistake(column, `${quoted(text)} stands here twice`)
      clauses[text as Clause] = this.level(0)
    }
    this.expect(')')
    return { args, clauses }
  }
}
