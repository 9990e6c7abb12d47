import type { Program } from '../machines/compile/index.ts'
import type { Part } from '../world/index.ts'

/**
 * Since when a state is active. A part remembers when its whole configuration changed last, which says little where
 * two regions work side by side, or where a state has states inside. But it also remembers when each transition
 * fired last, and the program says which of them lead into a state from outside.
 */
const ENTRANCES = new WeakMap<object, Map<string, readonly number[]>>()

/** When `state` (a dotted path of an active state) was entered; 0 when it has been active from the start. */
export function activeSince({ program, fired }: Part, state: string): number {
  let since = 0
  for (const number of entrancesOf(program, state)) since = Math.max(since, fired[number] ?? -1)
  return since
}

/** Numbers of the transitions that enter it from outside. */
function entrancesOf(program: Pick<Program, 'ways'>, state: string): readonly number[] {
  const known = ENTRANCES.get(program) ?? new Map<string, readonly number[]>()
  ENTRANCES.set(program, known)
  let numbers = known.get(state)
  if (numbers === undefined) {
    numbers = program.ways.flatMap(({ from, to }, number) =>
      within(to, state) && !within(from, state) ? [number] : [],
    )
    known.set(state, numbers)
  }
  return numbers
}

const within = (path: string, state: string): boolean => path === state || path.startsWith(`${state}.`)
