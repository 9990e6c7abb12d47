import type { Fact, FactKind } from '../../engine/index.ts'
import { ALERT_FACTS } from './alerts.ts'
import { CLIENT_FACTS } from './clients.ts'
import { FAILOVER_FACTS } from './failover.ts'
import { FAULT_FACTS } from './faults.ts'
import { LOG_FACTS } from './logs.ts'
import { MASTER_FACTS } from './master.ts'
import { MULTI_MASTER_FACTS } from './multiMaster.ts'
import { REJOIN_FACTS } from './rejoin.ts'
import { REPLICATION_FACTS } from './replication.ts'
import type { Sentences } from './sentences.ts'
import { SETTING_FACTS } from './settingChanged.ts'
import { TOPOLOGY_FACTS } from './topology.ts'

/** Every kind of fact has its sentences: a kind without any does not compile. */
const SENTENCES: Record<FactKind, Sentences> = {
  ...CLIENT_FACTS,
  ...MASTER_FACTS,
  ...REPLICATION_FACTS,
  ...LOG_FACTS,
  ...REJOIN_FACTS,
  ...MULTI_MASTER_FACTS,
  ...TOPOLOGY_FACTS,
  ...FAULT_FACTS,
  ...SETTING_FACTS,
  ...FAILOVER_FACTS,
  ...ALERT_FACTS,
}

/** The line of the event log, without time and place: "applied #16". */
export const sentence = (fact: Fact): string => SENTENCES[fact.kind].log(fact)

/** The same as a whole sentence, subject first: the milestone line, a screen reader, a chain of causes. */
export const milestone = (fact: Fact): string => SENTENCES[fact.kind].tell(fact)
