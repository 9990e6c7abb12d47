/**
 * Several masters that copy from one another (rules U, DOMAIN 5): what takes the place of one master's machinery, and the
 * picture of it.
 */
import { mastersCheckers } from '../checkers/masters.ts'
import { session } from '../kernel/acts/session.ts'
import { channelApplier } from '../machines/channelApplier.ts'
import { collector } from '../machines/collector.ts'
import { repairer } from '../machines/repairer.ts'
import { writing } from '../multiMaster/clients.ts'
import { collecting } from '../multiMaster/collect.ts'
import { countersOf } from '../multiMaster/counters.ts'
import { mastersFrame } from '../multiMaster/frame.ts'
import { inPlace, own } from '../multiMaster/interventions.ts'
import { onlyHere } from '../multiMaster/onlyHere.ts'
import { answering, hearing, movingOn } from '../multiMaster/reads.ts'
import { repairing } from '../multiMaster/repair.ts'
import { applying, receiving, sending } from '../multiMaster/replication.ts'
import { reviewMasters } from '../multiMaster/review.ts'
import { mastersRulings } from '../multiMaster/rulings.ts'
import { senses } from '../multiMaster/senses.ts'
import { logging, process, serving } from '../multiMaster/serving.ts'
import { makeMasters, startMasters } from '../multiMaster/setUp.ts'
import { mastersRows } from '../multiMaster/tableRows.ts'
import { mastersVersions } from '../multiMaster/versionFrame.ts'
import type { Pack } from './pack.ts'

export const multiMaster: Pack = {
  name: 'multiMaster',
  machines: { channelApplier, collector, repairer },
  acts: { channelApplier: applying, collector: collecting, repairer: repairing },
  interventions: own,
  calls: {
    makeMasters,
    startMasters,
    reviewMasters,
    mastersFrame,
    mastersCounters: countersOf,
    mastersRows,
    mastersRulings,
    mastersVersions,
  },
  among: {
    acts: {
      process,
      session: { ...serving, ...answering },
      binlog: { ...session, ...logging },
      sender: sending,
      receiver: receiving,
      connection: writing,
      closedLoop: writing,
      stream: writing,
      reader: hearing,
      readStream: { ...hearing, ...movingOn },
      readWrite: { ...writing, ...hearing },
    },
    senses,
    interventions: inPlace,
    calls: { onlyHere },
    checkers: mastersCheckers,
  },
}
