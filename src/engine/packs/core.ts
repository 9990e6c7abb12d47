/** What every run has: writing, replicating, watching, failing over. And what is true where a pack is not there. */

import type { Acts } from '../kernel/acts/act.ts'
import { client } from '../kernel/acts/client.ts'
import { fencing } from '../kernel/acts/fencing.ts'
import { gate } from '../kernel/acts/gate.ts'
import { monitor } from '../kernel/acts/monitor.ts'
import { process as processActs } from '../kernel/acts/process.ts'
import { replication } from '../kernel/acts/replication.ts'
import { role as roleActs } from '../kernel/acts/role.ts'
import { session as sessionActs } from '../kernel/acts/session.ts'
import { switchover } from '../kernel/acts/switchover.ts'
import { writing } from '../kernel/acts/writing.ts'
import { faults } from '../kernel/faults.ts'
import { senses } from '../kernel/senses.ts'
import { applier } from '../machines/applier.ts'
import { binlog } from '../machines/binlog.ts'
import { closedLoop } from '../machines/closedLoop.ts'
import { commitGate } from '../machines/commitGate.ts'
import { connection } from '../machines/connection.ts'
import { failoverManager } from '../machines/failoverManager.ts'
import { heartbeatRow } from '../machines/heartbeatRow.ts'
import type { Note, Tell } from '../machines/intents.ts'
import { lease } from '../machines/lease.ts'
import { probe } from '../machines/probe.ts'
import { process } from '../machines/process.ts'
import { receiver } from '../machines/receiver.ts'
import { role } from '../machines/role.ts'
import { router } from '../machines/router.ts'
import { sender } from '../machines/sender.ts'
import { session } from '../machines/session.ts'
import { stream } from '../machines/stream.ts'
import { heldOnlyHere } from '../measures/loss.ts'
import { missing } from './missing.ts'
import type { Calls, Pack } from './pack.ts'

/** What any machine may say. */
export const ANY: Acts = {
  note: (kernel, part, { kind, args }: Note) => {
    kernel.fact(part.owner, kind, args)
  },
  tell: (kernel, part, { to, event }: Tell) => {
    const other = kernel.part(`${part.owner}/${to}`)
    if (other !== undefined) kernel.tell(other, event)
  },
}

/** Nobody reads, nobody votes, nothing is copied. */
export const CALLS: Calls = {
  breakReads: () => {},
  phantoms: () => 0,
  hasVotedLately: () => false,
  reviewCopies: () => {},
  loseCopies: () => {},
  resumeCopy: () => {},
  onlyHere: heldOnlyHere,
  makeMasters: () => missing('several masters'),
  startMasters: () => {},
  reviewMasters: () => {},
  mastersFrame: () => missing('several masters'),
  mastersCounters: () => missing('several masters'),
  mastersRows: () => missing('several masters'),
  mastersRulings: () => [],
  mastersVersions: () => [],
  makeRegions: ({ settings }) => (settings.regions === null ? null : missing('regions')),
}

export const core: Omit<Pack, 'name'> = {
  machines: {
    process,
    role,
    applier,
    binlog,
    commitGate,
    heartbeatRow,
    session,
    sender,
    receiver,
    connection,
    closedLoop,
    stream,
    router,
    probe,
    lease,
    failoverManager,
  },
  acts: {
    process: processActs,
    role: { ...roleActs, ...writing },
    lease: writing,
    session: sessionActs,
    binlog: sessionActs,
    commitGate: gate,
    heartbeatRow: sessionActs,
    sender: replication,
    receiver: replication,
    applier: replication,
    connection: client,
    closedLoop: client,
    stream: client,
    router: client,
    probe: monitor,
    failoverManager: { ...monitor, ...fencing, ...switchover },
  },
  senses,
  interventions: faults,
}
