/** What is wrong with a reader's function, or with one call of it, as one sentence and the place in his source. */
import { STEPS } from './bounds.ts'
import type { Ran } from './machine.ts'

export const FORMS = 'Write one function: (a, b, base) => ..., or function merge(a, b, base) { ... }.'

export interface SourceError {
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly message: string
}

type FaultKind = 'threw' | 'budget' | 'memory' | 'stack' | 'not-json' | 'too-long'

export interface Fault {
  readonly kind: FaultKind
  /** From 1; null where nothing says where. */
  readonly line: number | null
  readonly column: number | null
  readonly message: string
}

/** Why a call came to no result. */
export function faultOf(ran: Ran, source: string): Fault {
  if ('stop' in ran) {
    if (ran.stop === 'memory')
      return { ...NOWHERE, kind: 'memory', message: 'The function needs more than 1 MB of memory.' }
    if (ran.stack === '') return { ...NOWHERE, kind: 'budget', message: INSIDE }
    return { ...placeIn(told(ran.stack).stack, source), kind: 'budget', message: ENDLESS }
  }
  const said = 'thrown' in ran ? ran.thrown : ran.text
  if (said.startsWith('!')) return { ...NOWHERE, kind: 'not-json', message: notJson(said) }
  const { name, message, stack } = told(said)
  const place = placeIn(stack, source)
  if (name === 'InternalError' && message === 'stack overflow')
    return { ...place, kind: 'stack', message: 'The function calls itself too deeply: its stack of 64 KB is full.' }
  return { ...place, kind: 'threw', message: sentence('The function threw', name, message) }
}

/** Why a source could not be opened. */
export function sourceError(ran: Ran, source: string): SourceError {
  const { kind, message, line, column } = faultOf(ran, source)
  const place = { line: line ?? 1, column: column ?? 1 }
  if (kind !== 'threw') return { ...place, message }
  const { name, message: why, stack } = told('thrown' in ran ? ran.thrown : '')
  if (/^\s*(?:let|const|var|import|export|return|if|for|while)\b/.test(source))
    return { ...place, message: `The source must begin with the function itself. ${FORMS}` }
  if (name !== 'SyntaxError') return { ...place, message: sentence('The function cannot be made:', name, why) }
  return beyond(stack, source)
    ? { ...place, message: 'The source ends before the function does: a bracket or a quote is not closed.' }
    : { ...place, message: `This is not JavaScript: ${inOneLine(why)}.` }
}

const steps = (count: number): string => count.toLocaleString('en')
const ENDLESS = `The function had not ended after ${steps(STEPS.soft)} steps of the interpreter; a loop in it may never end.`
const INSIDE = `A search, a pattern or another built-in operation had not ended after ${steps(STEPS.hard)} steps of the interpreter.`
const NOWHERE = { line: null, column: null }

function sentence(start: string, name: string, message: string): string {
  const what = [name, message].filter((part) => part !== '').join(': ')
  return inOneLine(`${start} ${what === '' ? 'something' : what}`).replace(/\.?$/, '.')
}

/** A reader's own texts can be of many lines. */
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function told(said: string): { name: string; message: string; stack: string } {
  const [name = '', message = '', stack = ''] = said.startsWith('?') ? (JSON.parse(said.slice(1)) as string[]) : []
  return { name, message, stack }
}

function notJson(said: string): string {
  const [path, what] = JSON.parse(said.slice(1)) as [string, string]
  const where = path === '' ? 'The result' : inOneLine(`In the result, ${path.replace(/^\./, '')}`)
  if (what === 'undefined')
    return path === ''
      ? 'The function returned nothing; a deleted row is null.'
      : `${where} is undefined, which JSON does not have.`
  if (what === 'deep') return 'The result is nested more than 100 levels deep, or contains itself.'
  if (what === 'changing') return 'The result changes while it is read.'
  if (what.startsWith('object')) {
    const name = what.slice('object '.length)
    if (name === 'Promise') return `${where} is a promise; the function must give its result at once.`
    return `${where} is ${name === '' ? 'an object of a class' : `an object of class ${inOneLine(name)}`}, and JSON has plain objects and lists only.`
  }
  return `${where} is ${what}, which JSON does not have.`
}

/** The innermost place in the reader's own source; the first line of what is evaluated is ours. */
function placeIn(stack: string, source: string): { line: number | null; column: number | null } {
  const found = /\(?function:(\d{1,6}):(\d{1,6})\)?/.exec(stack)
  if (found === null) return NOWHERE
  const lines = source.split('\n')
  const line = Number(found[1]) - 1
  if (line > lines.length) return { line: lines.length, column: lines.at(-1)!.length + 1 }
  return { line: Math.max(1, line), column: line < 1 ? 1 : Number(found[2]) }
}

const beyond = (stack: string, source: string): boolean => {
  const found = /function:(\d{1,6}):/.exec(stack)
  return found !== null && Number(found[1]) - 1 > source.split('\n').length
}
