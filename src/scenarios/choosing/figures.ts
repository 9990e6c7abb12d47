/**
 * What a trial has measured. Every figure is read off the engine at the end of a run; here they only get names. The shapes of
 * what is read are spelled out, because runs know nothing of the engine that folds them.
 */

/** Worst first: in this order one is weighed against another. */
export const MEASURES = ['lost', 'discarded', 'handed', 'without', 'stale', 'latency'] as const
export type Measure = (typeof MEASURES)[number]

export interface Figure {
  /** Of `without` and `latency` milliseconds, else a number of writes, conflicts or reads. */
  value: number
  /** Where it can be seen, in microseconds; null = nowhere. */
  at: number | null
}

/** What one trial has shown, and what it costs while it lasts: medians in milliseconds; null = nobody asked. */
export interface Figures extends Record<Measure, Figure> {
  writeMs: number | null
  readMs: number | null
}

interface Counted {
  count: number
  at: number | null
}
interface Latency {
  medianUs: number | null
  p95Us: number | null
  p95At: number | null
}
/** The engine's `Service`, as far as it is asked for here. */
interface Served {
  writes: Latency
  reads: Latency
  without: { us: number; from: number | null }
  lost: Counted
  discarded: Counted
  stale: Counted
}
/** The conflicts of a frame with several masters; null = there is one master. */
type Conflicts = {
  counts: { conflicts: number }
  conflicts: readonly { at: number; outcome: string }[]
  rule: string
} | null

/** Rules that keep both versions and leave the choice to whoever reads them. */
const HANDS_ON = ['version-vectors', 'dotted-version-vectors']

export function figuresOf({ writes, reads, without, lost, discarded, stale }: Served, conflicts: Conflicts): Figures {
  const handed = conflicts !== null && HANDS_ON.includes(conflicts.rule) ? conflicts.counts.conflicts : 0
  return {
    lost: { value: lost.count, at: lost.at },
    discarded: { value: discarded.count, at: discarded.at },
    handed: { value: handed, at: handed === 0 ? null : (conflicts?.conflicts[0]?.at ?? null) },
    // At its beginning nobody knows yet that it is one.
    without: { value: ms(without.us), at: without.from && without.from + Math.min(without.us, NOTICED_US) },
    stale: { value: stale.count, at: stale.at },
    // Nobody was told OK: no limit holds.
    latency: { value: writes.p95Us === null ? Number.POSITIVE_INFINITY : ms(writes.p95Us), at: writes.p95At },
    writeMs: writes.medianUs === null ? null : ms(writes.medianUs),
    readMs: reads.medianUs === null ? null : ms(reads.medianUs),
  }
}

/** A wait that people notice, in microseconds. */
const NOTICED_US = 1_000_000

const ms = (us: number): number => us / 1000
