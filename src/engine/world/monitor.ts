/** A monitor, and all that it knows: what came back to its probes, and what other monitors have said. */
import type { Part } from './part.ts'

/** Of several each watches for itself, and only the one that is elected acts. */
export interface Monitor {
  readonly id: string
  /** Place in `World.monitors`. */
  readonly number: number
  /** What the others last said of the master, by monitor number; null = nothing yet. Immutable: replaced, never written to. */
  said: readonly (Said | null)[]
  /**
   * Does it look after slaves that copy from nobody or the wrong one, and after a master that takes no writes? Who was
   * elected last does, and the first one until then.
   */
  tends: boolean
  /** Up to when, by the word of those who voted for it, the old master may hold a lease; -1 = none. */
  votersLease: number
  /** The node it watches as master. */
  watches: number
  /** By node number. */
  probes: Probe[]
  /** How far the candidates of the choice under way have come; by node number, null = no answer. */
  reports: (Report | null)[]
  choice: { chosen: number; candidates: { node: number; received: number; reason: string }[]; at: number } | null
  /** `failoverManager` first, then `probe:<node>` each; where there are several, a `voter` last. */
  parts: Part[]
  /** When service was lost, for the outage of the failover under way; -1. */
  outageFrom: number
}

/** What one monitor has said to another: when, whether it finds the master down, and whether it is at work on that. */
interface Said {
  readonly at: number
  readonly down: boolean
  readonly busy: boolean
}

/** What a monitor has heard from a node. */
export interface Probe {
  missed: number
  lastAnswerAt: number
  lastMissAt: number
  /** The role that it last answered with; '' before the first answer. */
  role: string
  /** Node number that it last said to copy from, and whether anything came from there; -1 before the first answer. */
  upstream: number
  replicating: boolean
  /** When, by its own word, it sent the last answer that arrived; -1 before the first. */
  saidAt: number
  /** Until when a lease that it was given may last, by the monitor's own clock; -1 = it has never been given one. */
  leasedUntil: number
}

interface Report {
  received: number
  life: number
  /** Node number. */
  upstream: number
}
