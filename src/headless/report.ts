import type { Counters, FactKind, NodeFrame } from '../engine/index.ts'
import { milestone } from '../words/index.ts'
import { type Failover, failoversOf } from './failovers.ts'
import type { Played } from './play.ts'

/** What `lab run --json` prints. Times are whole microseconds of database time. */
export interface Report {
  digest: string
  model: number
  endTime: number
  counters: Counters
  nodes: NodeReport[]
  checkers: CheckerReport[]
  failovers: Failover[]
  milestones: { time: number; kind: FactKind; node: string; text: string }[]
}
interface NodeReport {
  id: string
  role: NodeFrame['role']
  epoch: number
  process: NodeFrame['process']
  received: number
  applied: number
  /** Entries beyond the last one in common with the newest epoch. */
  errant: number
}
interface CheckerReport {
  name: string
  kind: 'invariant' | 'guarantee'
  promised: boolean
  held: boolean
  firstViolation: { time: number; fact: number; text: string } | null
}

export function reportOf({ engine, telling }: Played): Report {
  const frame = engine.frame()
  return {
    digest: engine.digest(),
    model: frame.model,
    endTime: engine.time,
    counters: frame.counters,
    nodes: frame.nodes.map(({ id, role, epoch, process, received, applied, extraFrom }) => ({
      id,
      role,
      epoch,
      process,
      received,
      applied,
      errant: extraFrom === null ? 0 : received - extraFrom + 1,
    })),
    checkers: frame.checkers.map(({ name, kind, promised, held, violation }) => ({
      name,
      kind,
      promised,
      held,
      firstViolation: violation && { time: violation.t, fact: violation.fact, text: violation.text },
    })),
    failovers: failoversOf(telling),
    milestones: engine
      .milestones()
      .map((fact) => ({ time: fact.t, kind: fact.kind, node: fact.at, text: milestone(fact) })),
  }
}

/** 1 when something of ours is wrong: an invariant broken, or a promise of the configuration not held. */
export const exitStatus = ({ checkers }: Report): 0 | 1 =>
  checkers.some(({ promised, held }) => promised && !held) ? 1 : 0
