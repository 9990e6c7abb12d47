/** The events that are worth stopping at while one talks, and the condition that the next of them has happened. */
import type { FactKind } from '../../engine/index.ts'

/** What a client hears, what changes hands, what breaks, what is noticed. */
const RESTS: readonly FactKind[] = [
  ...(['write-ok', 'write-error', 'write-unknown', 'stale-read', 'own-write-missing', 'read-went-back'] as const),
  ...(['gate-timed-out', 'gate-recovered', 'gate-blocked'] as const),
  ...(['killed', 'node-restarted', 'link-cut', 'link-stalled', 'link-healed'] as const),
  ...(['suspected', 'confirmed', 'chosen', 'drain-started', 'promoted', 'rerouted', 'fenced', 'lease-lost'] as const),
  ...(['failover-done', 'failover-failed', 'failover-blocked', 'elected'] as const),
  ...(['writes-lost', 'phantom-read', 'receiver-refused', 'extra-entries-found', 'rejoined'] as const),
  ...(['conflict-found', 'write-discarded', 'masters-agree', 'applier-failed', 'row-resurrected'] as const),
  ...(['alert-raised', 'region-isolated', 'leader-gone', 'leader-elected'] as const),
]

/** As a condition of `query`: one of them has happened after this instant (microseconds), or `when` holds. */
export function restAfter(t: number, when: string | null): string {
  const rests = RESTS.map((kind) => `last(${kind}) > ${t / 1000}`)
  return [...(when === null ? [] : [`(${when})`]), ...rests].join(' or ')
}
