/**
 * A walkthrough as it is written: like a preset, its scenario stands there as in a file of a reader, and is read when the
 * run is first asked for. What else must be true of a walkthrough is checked when tests run (`check.ts`), not in the page.
 */
import { parseRun, type Run } from '../run/index.ts'
import type { Walkthrough } from './walkthrough.ts'

/** A run as it is, or a scenario with the luck that its story needs (1 unless told). */
type Given = Run | { readonly seed?: number; readonly scenario: Readonly<Record<string, unknown>> }

export function defineWalkthrough(written: Omit<Walkthrough, 'run'> & { readonly run: Given }): Walkthrough {
  const { run: given, ...rest } = written
  let run: Run | undefined
  return {
    ...rest,
    get run() {
      run ??= 'model' in given ? given : read(written.id, given)
      return run
    },
  }
}

function read(id: string, { seed = 1, scenario }: Exclude<Given, Run>): Run {
  const parsed = parseRun({ seed, scenario: { id, ...scenario } })
  if ('problem' in parsed) throw new Error(`walkthrough ${id}: ${parsed.problem}`)
  return parsed.run
}
