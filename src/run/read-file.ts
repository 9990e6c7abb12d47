import { jsonMistake } from './json-mistake.ts'
import { LIMITS } from './limits.ts'
import { checkRun } from './parse.ts'
import { type Or, orProblem, Problem } from './problem.ts'
import type { Run } from './run.ts'

/** The text of a file: a scenario or a saved run. At most 1 MB. */
export const readFile = (text: string): Or<{ run: Run }> => orProblem(() => ({ run: checkRun(parseJson(text)) }))

function parseJson(text: string): unknown {
  if (text.length > LIMITS.fileBytes)
    throw new Problem(`The file has ${text.length} characters, but at most ${LIMITS.fileBytes} are allowed.`)
  if (text.trim() === '') throw new Problem('The file is empty.')
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Problem(`The file is not JSON: ${jsonMistake(text)}.`)
  }
}
