/** What can be said about a source: why it is no function, or how it keeps the laws on some values. */
import {
  type CounterExample,
  checkLawsInTurns,
  type Law,
  type LawReport,
  type MergeVersion,
  type OpenSandbox,
  type SourceError,
} from '../../../worker/index.ts'

export const LAWS: readonly Law[] = ['commutative', 'associative', 'idempotent']

/** About exactly this source. */
export type Tried = { source: string } & ({ error: SourceError } | { error: null; report: LawReport })

/** In turns: a function may take all its steps at every call. The sandbox is given back also by who stops early. */
export function* tryOut(open: OpenSandbox, source: string, examples: readonly MergeVersion[]): Generator<void, Tried> {
  const opened = open(source)
  if (!('merge' in opened)) return { source, error: opened }
  try {
    return { source, error: null, report: yield* checkLawsInTurns(opened, { examples }) }
  } finally {
    opened.dispose()
  }
}

/** Null = it holds as far as tried. */
export const brokenBy = ({ counterExamples }: LawReport, law: Law): CounterExample | null =>
  counterExamples.find((one) => one.law === law) ?? null

/** The place to mark in the source, from 1; null = none. */
export function placeIn(tried: Tried): { line: number; column: number; severe: boolean } | null {
  if (tried.error !== null) return { line: tried.error.line, column: tried.error.column, severe: true }
  const fault = tried.report.failed?.fault
  return fault?.line == null ? null : { line: fault.line, column: fault.column ?? 1, severe: false }
}
