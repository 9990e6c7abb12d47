import type { Fact } from '../../engine/index.ts'

/** What is said about one kind of fact. */
export interface Sentences {
  /** In the log, beside the time and the place, which it does not repeat: "applied #16". */
  log: (fact: Fact) => string
  /** A whole sentence, subject first: the milestone line, the screen reader, the chain of causes. */
  tell: (fact: Fact) => string
}

/** The participant as a subject: `db2`, `The monitor`, `db1 and db3` for a link. */
export function subject({ at }: Fact): string {
  if (at === 'monitor') return 'The monitor'
  return at.includes('~') ? place(at) : at
}

/** A participant within a sentence, or both ends of a link: `db1 and the monitor`. */
export const place = (at: string): string =>
  at
    .split('~')
    .map((end) => (end === 'monitor' ? 'the monitor' : end))
    .join(' and ')

/** When the log's words make a sentence with the place as their subject. */
export const same = (log: (fact: Fact) => string): Sentences => ({
  log,
  tell: (fact) => `${subject(fact)} ${log(fact)}.`,
})

/** Arguments that a kind always carries, as the table in the engine says; a missing one reads as zero or "?". */
export const n = (value: number | undefined): number => value ?? 0
export const who = ({ args }: Fact): string => args.peer ?? '?'
