import type { FactKind } from '../../engine/index.ts'
import type { packs } from '../packs.ts'
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
export const SENTENCES: Record<Exclude<FactKind, keyof Packed>, Sentences> = {
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

/** Fetches them. Null: they are there. */
export const fetchSentences = (): Promise<void> | null => null
