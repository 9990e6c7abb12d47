/**
 * Why an expression cannot be used: one sentence that begins with the column, and names the nearest known word where
 * there is one. Thrown while an expression is read, and never past the door of this folder.
 */
import { nearest } from '../run/index.ts'

export class Mistake extends Error {
  /** `column` counts from 1. */
  constructor(column: number, what: string) {
    super(`Column ${column}: ${what}${what.endsWith('?') ? '' : '.'}`)
  }
}

/** "there is no node "db9"; did you mean "db2"" or, where nothing is near, the list of what is known. */
export function unknown(what: string, word: string, known: readonly string[]): string {
  const like = nearest(word, known)
  const hint =
    like === null ? (known.length > 0 ? `known are ${known.join(', ')}` : '') : `did you mean ${quoted(like)}?`
  return `there is no ${what} ${quoted(word)}${hint === '' ? '' : `; ${hint}`}`
}

export const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** Runs `read`, and turns a Mistake into data. Anything else that is thrown is a bug of ours and passes. */
export function orMistake<T extends object>(read: () => T): T | { problem: string } {
  try {
    return read()
  } catch (error) {
    if (error instanceof Mistake) return { problem: error.message }
    throw error
  }
}
