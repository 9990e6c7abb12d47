import type { Fact, FactKind } from '../../engine/index.ts'
import { packs } from '../packs.ts'
import { ALERT_FACTS } from './alerts.ts'
import { CLIENT_FACTS } from './clients.ts'
import { FAILOVER_FACTS } from './failover.ts'
import { FAULT_FACTS } from './faults.ts'
import { LOG_FACTS } from './logs.ts'
import { MASTER_FACTS } from './master.ts'
import { REJOIN_FACTS } from './rejoin.ts'
import { REPLICATION_FACTS } from './replication.ts'
import type { Sentences } from './sentences.ts'
import { TOPOLOGY_FACTS } from './topology.ts'

type Packed = typeof packs.masters.facts & typeof packs.operations.facts

/** Every kind of fact has its sentences, here or in a pack: a kind without any does not compile. */
const SENTENCES: Record<Exclude<FactKind, keyof Packed>, Sentences> = {
  ...CLIENT_FACTS,
  ...MASTER_FACTS,
  ...REPLICATION_FACTS,
  ...LOG_FACTS,
  ...REJOIN_FACTS,
  ...TOPOLOGY_FACTS,
  ...FAULT_FACTS,
  ...FAILOVER_FACTS,
  ...ALERT_FACTS,
}

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
