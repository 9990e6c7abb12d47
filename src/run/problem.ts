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

/** A value as it may stand in a sentence: short, whatever it is. */
export function quote(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (value === null) return 'null'
  if (typeof value === 'object') return 'an object'
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
}
