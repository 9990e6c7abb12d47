/** How loud a fact is in the log: most are plain, a few carry a hue beside their words, some are not listed. */
import type { Fact, FactKind } from '../../engine/index.ts'

const TONES: Partial<Record<FactKind, 'crit' | 'accent' | 'warn' | 'ok' | 'conflict'>> = {
  killed: 'crit',
  'writes-lost': 'crit',
  'failover-failed': 'crit',
  'relay-log-skipped': 'crit',
  'data-center-cut': 'crit',
  'failover-blocked': 'warn',
  'lease-lost': 'warn',
  'switchover-failed': 'warn',
  'link-cut': 'crit',
  'link-stalled': 'warn',
  'gate-timed-out': 'warn',
  'gate-blocked': 'warn',
  'alert-raised': 'warn',
  'phantom-read': 'crit',
  'write-unknown': 'warn',
  chosen: 'accent',
  promoted: 'accent',
  'write-discarded': 'conflict',
  'rows-swapped': 'conflict',
  'row-resurrected': 'conflict',
  'below-zero': 'warn',
  'applier-failed': 'crit',
  'replica-killed': 'crit',
  'leader-gone': 'warn',
  'leader-elected': 'accent',
  'region-isolated': 'crit',
  'write-conflicted': 'conflict',
  'write-in-doubt': 'warn',
}

export const toneOf = ({ kind }: Pick<Fact, 'kind'>): string | undefined => TONES[kind]

/** Steps inside a step: they explain ("Why?"), but in a list they would bury what they explain. */
const QUIET = new Set<FactKind>([
  'probe-answered',
  'candidate-weighed',
  'dropped',
  'write-executed',
  'read-sent',
  'replica-flushed',
])

export const isQuiet = ({ kind }: Pick<Fact, 'kind'>): boolean => QUIET.has(kind)
