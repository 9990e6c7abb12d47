/**
 * A fact is something that happened in a run: past tense, never changed, ordered by id. Facts are what the
 * event log lists, what "why?" walks along (`cause`), and what the timeline is drawn from.
 */
export interface Fact {
  /** 1, 2, 3 ... in order of happening; the same run always numbers them alike. */
  id: number
  /** Virtual time in microseconds. */
  t: number
  /** Where: a node id, a client id, `monitor`, or `a~b` for a link. */
  at: string
  kind: FactKind
  args: FactArgs
  /** Id of the fact that made this one happen; 0 when nothing in the run did (an intervention, a client's own rhythm). */
  cause: number
}

/** Kind-specific details; which kind carries which is in the table below. Numbers are integers, times in microseconds. */
export interface FactArgs {
  /** Position (1-based) in the log of the node concerned: first and last of a range. */
  from?: number
  to?: number
  /** Id of another participant. */
  peer?: string
  /** Id of the node that the peer copied from. */
  upstream?: string
  write?: number
  key?: string
  value?: number
  epoch?: number
  count?: number
  us?: number
  /** A word from a closed list, per kind; `words` turns it into language. */
  reason?: string
  path?: string
  /** Entries by name (`db1:6`): the one concerned, and another that it met. */
  entry?: string
  other?: string
  /** Millionths of its way that a message had done. */
  place?: number
  /** Ids: writes lost, candidates weighed. */
  list?: number[]
}

/**
 * Every kind, and what it means for the screen. `milestone`: it gets a sentence under the top bar and a stop
 * of "next milestone". `moment`: stepping halts there (every milestone does too). `repeats`: a milestone only when it is
 * news; later ones of its kind may be none.
 */
export const FACTS = {
  // clients
  'write-sent': { moment: true, milestone: true, repeats: true }, // at client; peer node, write, key, value, count (entries; a client's first write of several is a milestone); several masters: path 'put' | 'increment' | 'add' | 'insert' (key 'n': it has none yet) | 'delete'
  'write-ok': { moment: true }, //             at client; write, peer, us (latency), from, to, epoch
  'write-error': { moment: true }, //          at client; write, peer, reason: 'refused' | 'fenced' | 'read-only' | 'duplicate' | 'no-leader' | 'conflict' | 'isolated'
  'write-unknown': { moment: true }, //        at client; write, peer, reason: 'connection-lost' | 'timeout' | 'isolated'
  'client-rerouted': { moment: true }, //      at client; peer new master; reason 'kept': what is open to the old one stays
  'read-sent': { moment: false }, //           at client; peer node, key, to: the position that it must have applied (absent = none)
  'read-answered': { moment: true }, //        at client; peer, key, value and write of the version seen (absent = no such row), epoch; regions: reason: zone of the replica that answered
  'read-failed': { moment: true }, //          at client; peer, key, reason: 'refused' | 'not-master' | 'fenced' | 'rewinding' | 'copying' | 'behind' | 'no-leader' | 'isolated' | 'connection-lost' | 'timeout'
  'read-held': { moment: true }, //            at node; peer client, key, to: waits until this is applied; us: at most
  // The first of a client is a milestone, and only the worst of one answer. Cause: what the node lacked. key; value and write of the version seen
  'stale-read': { moment: true, milestone: true, repeats: true }, //        at client; peer node, from: number of the version seen (0 = no row), to: of the newest, list: its write, us since that was told OK when the read began, epoch
  'own-write-missing': { moment: true, milestone: true, repeats: true }, // at client; the same, the newest being its own
  'read-went-back': { moment: true, milestone: true, repeats: true }, //    at client; peer node, from: applied there up to, to: seen before, epoch
  'phantom-read': { moment: true, milestone: true, repeats: true }, // at client; key, value, write: what it read is in no newer epoch (only the first of an epoch is a milestone); us = age of the read; count of its reads that are gone; epoch that began without it; reason 'late': shown by a deposed master
  // master
  'heartbeat-written': { moment: false }, //   at master; its heartbeat row is in the binlog; from
  'write-executed': { moment: false }, //      at node; write, peer client
  'entries-logged': { moment: true }, //       at node; binlog flushed; from, to, epoch, write
  'entries-committed': { moment: true }, //    at node; visible to others; from, to, write
  'write-rejected': { moment: true }, //       at node; write, peer client, reason: 'not-master' | 'fenced' | 'read-only' | 'duplicate' | 'no-leader' | 'conflict' | 'isolated'
  'ack-arrived': { moment: true }, //          at master; peer slave, to (acknowledged up to), reason: 'received' | 'applied'
  'gate-timed-out': { moment: true, milestone: true }, //  at master; us waited, from, to: goes on as async
  'gate-recovered': { moment: true, milestone: true }, //  at master; peer: semi-sync again
  'gate-blocked': { moment: true, milestone: true }, //    at master; count slaves connected, peer one that is missing: a commit waits for more than there are, without a timeout
  'gate-unblocked': { moment: true, milestone: true }, //  at master; us how long; peer: enough again, or reason 'rules': less is asked for
  // replication
  'slave-connected': { moment: true }, //      at master; peer slave, from (next position it asked for)
  'entries-sent': { moment: true }, //         at sender's node; peer, from, to
  'entries-received': { moment: true }, //     at slave; relay log flushed; peer, from, to
  'receiver-connecting': { moment: true }, //  at slave; peer, reason: 'start' | 'reset' | 'silence' | 'repointed'
  'receiver-connected': { moment: true }, //   at slave; peer
  'receiver-refused': { moment: true, milestone: true }, // at slave; peer, reason: 'diverged' | 'purged'; from first extra position
  'receiver-stopped': { moment: true }, //     at slave; reason: 'asked' | 'source-down' | 'gave-up'; count of attempts to connect again
  'receiver-started': { moment: true }, //
  'apply-held': { moment: true }, //           at slave; from, to, us left until they are old enough
  'apply-started': { moment: true }, //        at slave; from, to, us (how long it takes); several masters: peer, and positions count what came from that one
  'entries-applied': { moment: true }, //      at slave; from, to; several masters: peer, and positions count what came from that one
  'applier-stopped': { moment: true, milestone: true }, // at slave
  'applier-started': { moment: true, milestone: true }, // at slave
  'rows-locked': { moment: true, milestone: true }, //   at slave; a reader's lock: the SQL thread will wait inside its next transaction
  'rows-unlocked': { moment: true, milestone: true }, // at slave; us how long
  'applier-blocked': { moment: true }, //      at slave; from, to: waits for the lock inside this transaction
  // logs, and copies of data
  'log-purged': { moment: true, milestone: true }, //   at node; to: nothing up to there is left in its log
  'log-expired': { moment: false }, //         at node; to: the same, because its log keeps only so many
  'left-behind': { moment: true, milestone: true }, // at slave; peer its upstream; from: what it needs next and the log there has just lost; to: the last that is gone there
  'rebuild-asked': { moment: true, milestone: true }, //  at node; peer donor: it throws away its data and its log
  'copy-started': { moment: true }, //         at node; peer donor, count MB, us estimated, to: up to where the donor had applied
  'copy-done': { moment: true, milestone: true }, //    at node; peer donor, to: it has everything up to there; us how long
  'copy-failed': { moment: true, milestone: true }, //  at node; peer donor, reason: 'donor-down' | 'link-cut' | 'reset' (the node itself went down)
  // the way back of a former master
  'rejoin-asked': { moment: true, milestone: true }, //   at node; peer the newest master: it is to follow that one as it is
  'rewind-started': { moment: true, milestone: true }, // at node; peer the newest master; from, to, count entries to take back; us how long
  'rewind-failed': { moment: true, milestone: true }, //  at node; peer; from, to, count; reason 'purged': its log no longer holds what is to be taken back; epoch that it is to follow
  rewound: { moment: true, milestone: true }, //          at node; from, to, count: taken back, as if they had never been
  rejoined: { moment: true, milestone: true }, //         at node; peer: it is connected to the newest master, as its slave
  // several masters
  'conflict-found': { moment: true, milestone: true, repeats: true }, // at node where it was found; key, entry that came, other that was there, reason: the rule, path: the outcome as in the frame, list: their two writes
  'write-discarded': { moment: true, milestone: true, repeats: true }, // at node; key, entry thrown away, other that stays, write, reason: 'told-ok' | 'not-told'; us: how much later it was really written than what stays (a milestone the first time, when told OK, and when it was later)
  'rows-swapped': { moment: true, milestone: true }, // at node; key, peer that keeps the other one of the two, entry that stays here, other that stays there: by rule `arrival`, without an error
  'siblings-joined': { moment: true, milestone: true }, // at node; key, entry: a write whose client had seen all siblings, count of them
  'statement-redone': { moment: true, milestone: true, repeats: true }, // at node; key, entry, peer who wrote it, value it came to here, place: what it came to there (a milestone the first time for a row)
  'below-zero': { moment: true, milestone: true, repeats: true }, // at node; key, entry that came, value: below 0, though neither this entry nor what was there was (a milestone the first time for a row)
  'siblings-kept': { moment: true }, //        at node; key, count of versions
  'applier-failed': { moment: true, milestone: true }, // at node; peer, key, entry, count: 1062 | 1032 | 1950
  'entry-skipped': { moment: true, milestone: true }, // at node; peer, key, entry: by hand, or because errors are skipped
  'entry-dropped': { moment: true, milestone: true, repeats: true }, // at node; peer, entry, reason: 'own' | 'seen', count of times that it was applied here (a milestone after more than one)
  'applied-again': { moment: true, milestone: true, repeats: true }, // at node; peer, entry, count of times that it was applied here (a milestone the first time)
  'tombstone-collected': { moment: true, milestone: true, repeats: true }, // at node; key, entry; reason: 'everyone' | 'grace' (a milestone the first time for a row)
  'row-resurrected': { moment: true, milestone: true, repeats: true }, // at node; key, entry; peer it came from: its tombstone was thrown away before
  'masters-differ': { moment: true }, //       at run; count of rows
  'masters-agree': { moment: true, milestone: true, repeats: true }, // at run; us since they differed (a milestone after a conflict, and after any other news)
  'master-removed': { moment: true, milestone: true }, // at node
  'repair-started': { moment: true, milestone: true }, // at node; peer
  'repair-done': { moment: true, milestone: true }, // at node; peer, count of rows that were settled
  'client-moved': { moment: true }, //         at client; peer the master that it writes to from now on
  // regions
  'replica-flushed': { moment: true }, //      at region; reason: zone; from, to: positions of the group's log
  'replica-killed': { moment: true, milestone: true }, // at region; reason: zone; count of replicas that are left
  'replica-restarted': { moment: true, milestone: true }, // at region; reason: zone
  'replica-returned': { moment: true }, //     at region; reason: zone; from: the next position that it needs
  'leader-gone': { moment: true, milestone: true }, // at region; reason: zone that led; us: the lease; count of replicas that are left
  'leader-elected': { moment: true, milestone: true }, // at region; reason: zone; to: the end of its log; us without a leader; count of changes that only others had, and that are gone
  'promise-asked': { moment: true }, //        at region whose write it is; peer, key, write
  'promise-given': { moment: true }, //        at region that promises; peer whose write it is, key, write
  'promise-refused': { moment: true }, //      at region that does not; peer whose write it is, key, write; reason: 'promised' | 'newer'
  'write-agreed': { moment: true }, //         at region whose write it is; peer who promised, key, write; us since it was asked
  'write-conflicted': { moment: true, milestone: true, repeats: true }, // at region; key, write: another region's is there, or on its way (a milestone the first time)
  'write-in-doubt': { moment: true, milestone: true, repeats: true }, // at region; key, write; us waited: no other region answers (a milestone the first time)
  'write-withdrawn': { moment: true }, //      at region; key, write: nobody had promised it
  'write-taken-over': { moment: true, milestone: true }, // at region that promised; peer whose write it is and that is not heard, key, write
  'region-isolated': { moment: true, milestone: true }, // at region
  'region-joined': { moment: true, milestone: true }, // at region; us isolated
  // topology
  'slave-added': { moment: true, milestone: true }, //     at node; peer upstream
  'slave-removed': { moment: true, milestone: true }, //   at node; peer who its slaves copy from now; reason: the data centre in which it stood
  'repoint-asked': { moment: true, milestone: true }, //   at node; peer new upstream, by hand
  orphaned: { moment: true, milestone: true }, //          at monitor; peer a slave whose upstream in the middle is gone, and that is sent to the master; upstream: who is gone
  // faults
  killed: { moment: true, milestone: true }, //      at node; list: positions held only here whose clients were told OK
  'node-restarted': { moment: true, milestone: true }, // at node
  'node-recovered': { moment: true }, //             at node; to (log end), count (transactions rolled back)
  'link-cut': { moment: true, milestone: true }, //   at a~b; count of messages dropped
  'link-stalled': { moment: true, milestone: true },
  'link-healed': { moment: true, milestone: true },
  dropped: { moment: false }, //               at a~b; a message lost: reason = its kind; peer it was for, place, and from, to, write as it had them
  resent: { moment: false }, //                at a~b; a message was lost and is sent again: reason = its kind; peer it was for, us = delay
  'setting-changed': { moment: true, milestone: true }, //      at node or `run`; path, value
  // monitor
  'probe-answered': { moment: false }, //      at monitor; peer
  'probe-missed': { moment: true }, //         at monitor; peer, count in a row
  suspected: { moment: true, milestone: true }, //   at monitor; peer
  confirmed: { moment: true, milestone: true }, //   at monitor; peer, reason: 'no-slave-sees-it'
  'suspicion-dropped': { moment: true, milestone: true }, // at monitor; peer, reason: 'answered' | 'still-replicating'
  'candidate-weighed': { moment: false }, //   at monitor; peer, from (its received position), reason: 'most-received' | 'behind' | 'down' | 'by-hand' | 'tie-by-name' | 'not-asked' | 'diverged' | 'preferred' | 'not-preferred' | 'must-not' | 'other-data-center'
  chosen: { moment: true, milestone: true }, //      at monitor; peer, reason, from (its position), to (runner-up's position), count
  'waiting-for-choice': { moment: true, milestone: true }, // at monitor; reason: 'by-hand' | 'diverged' (nobody else is left)
  'drain-started': { moment: true, milestone: true }, // at candidate; from, to, count left, us estimated
  drained: { moment: true }, //                at candidate; to
  promoted: { moment: true, milestone: true }, //    at node; epoch, from (first position of its epoch)
  'writes-lost': { moment: true, milestone: true, repeats: true }, // at run; list of writes whose OK was broken, count; epoch that began without them; reason 'late': a deposed master said OK after that; 'removed': only a master that was taken away had them (only the first of an epoch is a milestone)
  repointed: { moment: true, milestone: true }, //   at slave; peer new upstream
  rerouted: { moment: true, milestone: true }, //    at monitor; peer new master
  'failover-done': { moment: true, milestone: true }, // at monitor; us (outage: confirmed loss of service to reroute), count lost
  'failover-failed': { moment: true, milestone: true }, // at monitor; reason: 'no-candidate' | 'candidate-died' | 'not-drained'
  'down-for-me': { moment: true, milestone: true }, // at one of several monitors; peer: the master does not answer this one
  'down-for-all': { moment: true, milestone: true }, // at monitor; peer, count: a quorum of monitors finds it down
  'vote-asked': { moment: true }, //            at monitor; epoch
  'vote-given': { moment: true }, //            at monitor; peer who asked for it, epoch
  elected: { moment: true, milestone: true }, //     at monitor; epoch, count of votes
  'election-failed': { moment: true, milestone: true }, // at monitor; epoch, count of votes: too few within a second
  'failover-blocked': { moment: true, milestone: true }, // at monitor; reason: 'anti-flap' | 'rules' | 'data-center' | 'no-quorum'; us: how long at least
  'fence-started': { moment: true, milestone: true }, // at monitor; peer, reason: 'lease' | 'power-off' | 'proxy', us: how long it takes
  'fence-done': { moment: true }, //            at monitor; peer, reason
  'lease-lost': { moment: true, milestone: true }, // at node; us since it was last heard of
  'made-read-only': { moment: true, milestone: true }, // at node; reason: 'lease' (told already) | 'switchover' | 'restart'
  'made-writable': { moment: true, milestone: true }, // at node; us without writes
  'relay-log-skipped': { moment: true, milestone: true }, // at candidate; from, to, count: received, never applied, thrown away
  'switchover-asked': { moment: true, milestone: true }, // at node that is to be master; peer the one that is
  'switchover-done': { moment: true, milestone: true }, // at monitor; us without writes, count lost
  'switchover-failed': { moment: true, milestone: true }, // at monitor; peer; reason: 'busy' | 'is-master' | 'too-slow' | 'target-gone' | 'master-silent'
  'data-center-cut': { moment: true, milestone: true }, // at run; reason: its name; count of links
  'data-center-healed': { moment: true, milestone: true }, // at run; reason: its name; count of links
  fenced: { moment: true, milestone: true }, //       at node; epoch (its own), count (newer epoch)
  // the lag monitor
  'alert-raised': { moment: true, milestone: true }, // at node (`copies`: the master); a milestone when critical, unless there is no master, or the node has another critical one; reason: 'entries' | 'seconds' | 'no-data' | 'copies'; path: 'warn' | 'critical'; count: entries behind, or copies there are; us: age, or how long silent; value: the threshold (entries, us, or copies wanted)
  'alert-cleared': { moment: true }, //         at node; reason, path as they were; us: how long it stood
  'extra-entries-found': { moment: true, milestone: true }, // at node; from, to, count: beyond the last common entry
} as const satisfies Record<string, { moment: boolean; milestone?: boolean; repeats?: boolean }>

export type FactKind = keyof typeof FACTS

export const isMilestone = (kind: FactKind): boolean => (FACTS[kind] as { milestone?: boolean }).milestone === true
/** Is every fact of this kind a milestone? */
export const isAlwaysMilestone = (kind: FactKind): boolean =>
  isMilestone(kind) && (FACTS[kind] as { repeats?: boolean }).repeats !== true
export const isMoment = (kind: FactKind): boolean => FACTS[kind].moment
