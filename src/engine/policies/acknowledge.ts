/**
 * When is a write safe enough to say OK? One rule a mode: how many slaves must have acknowledged it, and whether the
 * master stops waiting for them after a while (DOMAIN 2.3 and 2.4).
 */
import type { Mode } from '../settings/index.ts'

interface Rule {
  /** Acknowledgements that a commit waits for. `slaves`: how many belong to the topology, connected or not. */
  readonly needed: (waitFor: number, slaves: number) => number
  /** Does the wait end by itself? PostgreSQL's `ANY n` and `FIRST n` block for ever, MySQL goes on without. */
  readonly timesOut: boolean
}

export const RULES: Readonly<Record<Mode, Rule>> = {
  async: { needed: () => 0, timesOut: false },
  'semi-sync': { needed: (waitFor) => waitFor, timesOut: true },
  quorum: { needed: (waitFor) => waitFor, timesOut: false },
  all: { needed: (_, slaves) => slaves, timesOut: false },
}

/**
 * The position up to which at least `needed` (1 or more) have acknowledged. `acknowledged`: one position for every
 * slave, 0 for one that has acknowledged nothing.
 */
export function acknowledgedBy(acknowledged: readonly number[], needed: number): number {
  let enough = 0
  for (const position of acknowledged) {
    if (position <= enough) continue
    let count = 0
    for (const other of acknowledged) if (other >= position) count++
    if (count >= needed) enough = position
  }
  return enough
}

/** Does an acknowledgement mean what is asked for? What is applied has been received, but not the other way round. */
export const suffices = (means: string, askedForApplied: boolean): boolean => means !== 'received' || !askedForApplied
