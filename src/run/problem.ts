/** Why an input cannot be used: one sentence, with the place inside the input. Never leaves this folder's doors. */
export class Problem extends Error {}

export type Or<T> = T | { problem: string }

/** Runs `read`, and turns a Problem into data. Anything else that is thrown is a bug of ours and passes. */
export function orProblem<T extends object>(read: () => T): Or<T> {
  try {
    return read()
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message }
    throw error
  }
}

/** A value as it may stand in a sentence: short, on one line, whatever it is. */
export function quote(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (value === null) return 'null'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`
  if (typeof value !== 'string') return String(value)
  return inOneLine(JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value))
}

/** JSON leaves some characters as they are that end a line, or cannot be seen. */
const inOneLine = (text: string): string =>
  text.replace(/[\u007f-\u009f\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
