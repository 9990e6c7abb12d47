import type { Fact, FactKind } from '../../engine/index.ts'
import { packs } from '../packs.ts'
import type { Sentences } from './sentences.ts'
import { SENTENCES } from './table.ts'

export { fetchSentences } from './table.ts'

const isIn = <Table extends object>(kind: FactKind, table: Table | undefined): kind is FactKind & keyof Table =>
  table !== undefined && kind in table

function wordsOf(kind: FactKind): Sentences {
  if (isIn(kind, SENTENCES)) return SENTENCES[kind]
  return isIn(kind, packs.operations?.facts) ? packs.operations.facts[kind] : packs.masters.facts[kind]
}

/** The line of the event log, without time and place: "applied #16". */
export const sentence = (fact: Fact): string => wordsOf(fact.kind).log(fact)

/** The same as a whole sentence, subject first: the milestone line, a screen reader, a chain of causes. */
export const milestone = (fact: Fact): string => wordsOf(fact.kind).tell(fact)
