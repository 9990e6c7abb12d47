/**
 * Chance does not know which names there are, who is master when, or that rings are refused: what cannot be used is
 * taken out, one thing at a time, by the place that the lab's own sentence names.
 */
import { parseRun, type Run } from '../../../run/index.ts'

type Json = Record<string, unknown> | unknown[]

/** Throws when the sentences lead nowhere: then a sentence or a table is wrong. */
export function repaired(raw: object): Run {
  const json = structuredClone(raw) as Json
  for (let turn = 0; turn < 400; turn++) {
    const parsed = parseRun(json)
    if ('run' in parsed) return parsed.run
    if (!without(json, parsed.problem)) throw new Error(`A drawn run cannot be repaired: ${parsed.problem}`)
  }
  throw new Error('A drawn run has too much that cannot be used.')
}

/** Takes out what the sentence complains about. Of a script always a whole intervention. */
function without(json: Json, problem: string): boolean {
  const steps = /^[a-zA-Z0-9.[\]]+/.exec(problem)?.[0].match(/[a-zA-Z][a-zA-Z0-9]*|\d+/g) ?? []
  const short = steps[0] === 'interventions' ? steps.slice(0, 2) : steps
  const missing = / is missing\./.test(problem)
  return drop(json, missing ? short.slice(0, -1) : short)
}

function drop(json: Json, steps: readonly string[]): boolean {
  if (steps.length === 0) return false
  let at = json as Record<string, unknown>
  for (const step of steps.slice(0, -1)) {
    at = at[step] as Record<string, unknown>
    if (typeof at !== 'object' || at === null) return false
  }
  const last = steps.at(-1)!
  if (Array.isArray(at)) at.splice(Number(last), 1)
  else if (last in at) delete at[last]
  // What is not there cannot be left out: whoever should have had it goes.
  else return drop(json, steps.slice(0, -1))
  return true
}
