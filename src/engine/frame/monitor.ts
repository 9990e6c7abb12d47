/**
 * What a monitor believes, and what it does about it. It may be wrong: it knows nothing but the answers to its probes.
 */
import type { PartFrame } from './part.ts'

/** One of several monitors, or the only one: what it finds, what it is at, and how it has voted. */
export interface MonitorFrame {
  id: string
  dataCenter: string | null
  /** What it makes of the master: it answers, it does not answer this one, or a quorum has agreed on that. */
  verdict: 'up' | 'down-for-me' | 'down-for-all'
  /** Whom it last gave its vote, and the newest epoch that it has heard somebody ask for; null = nobody yet. */
  votedFor: string | null
  epoch: number
  /** Is it at work on a failover that it was elected for (or, alone, on any)? */
  leads: boolean
  state:
    | 'watching'
    | 'suspecting'
    | 'confirming'
    | 'blocked'
    | 'fencing'
    | 'choosing'
    | 'waiting-for-choice'
    | 'switching-over'
    | 'draining'
    | 'promoting'
    | 'repointing'
    | 'rerouting'
    | 'done'
    | 'failed'
  since: number
  watches: string
  probes: { node: string; missed: number; lastAnswerAt: number; lastMissAt: number | null }[]
  /** What it last decided, with what it weighed. */
  choice: { chosen: string; candidates: { node: string; received: number; reason: string }[]; at: number } | null
  parts: PartFrame[]
}
