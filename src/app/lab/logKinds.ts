/** The groups by which the event log can be narrowed. Every kind belongs to exactly one; milestones run through all. */
import type { FactKind } from '../../engine/index.ts'

export type LogKind = 'clients' | 'commits' | 'replication' | 'topology' | 'faults' | 'failover'
export const LOG_KINDS: readonly LogKind[] = ['clients', 'commits', 'replication', 'topology', 'faults', 'failover']

const GROUPS: Record<LogKind, readonly FactKind[]> = {
  clients: [
    'write-sent',
    'write-ok',
    'write-error',
    'write-unknown',
    'client-rerouted',
    'read-sent',
    'read-answered',
    'phantom-read',
  ],
  commits: [
    'write-executed',
    'entries-logged',
    'entries-committed',
    'write-rejected',
    'ack-arrived',
    'gate-timed-out',
    'gate-recovered',
    'gate-blocked',
    'gate-unblocked',
  ],
  replication: [
    'slave-connected',
    'entries-sent',
    'entries-received',
    'receiver-connecting',
    'receiver-connected',
    'receiver-refused',
    'receiver-stopped',
    'receiver-started',
    'apply-started',
    'entries-applied',
    'applier-stopped',
    'applier-started',
    'applier-blocked',
  ],
  topology: ['slave-added', 'slave-removed', 'repoint-asked', 'orphaned', 'repointed'],
  faults: [
    'killed',
    'node-restarted',
    'node-recovered',
    'link-cut',
    'link-stalled',
    'link-healed',
    'rows-locked',
    'rows-unlocked',
    'dropped',
    'resent',
    'setting-changed',
  ],
  failover: [
    'probe-answered',
    'probe-missed',
    'suspected',
    'confirmed',
    'suspicion-dropped',
    'candidate-weighed',
    'chosen',
    'waiting-for-choice',
    'drain-started',
    'drained',
    'promoted',
    'writes-lost',
    'rerouted',
    'failover-done',
    'failover-failed',
    'fenced',
    'extra-entries-found',
  ],
}

const groups = new Map(LOG_KINDS.flatMap((group) => GROUPS[group].map((kind) => [kind, group] as const)))

export const logKindOf = (kind: FactKind): LogKind | undefined => groups.get(kind)
