import type { Fact } from '../../engine/index.ts'
import { inLog } from '../inLog.ts'
import { entries } from '../numbers.ts'
import { packs } from '../packs.ts'
import { stopped } from './logs.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** What the two threads of a slave do. */
const CONNECTING: Record<string, string> = {
  start: 'connects',
  reset: 'lost its connection and connects again',
  silence: 'heard nothing for too long and connects again',
  repointed: 'connects anew',
}

/** What is applied: among several masters by name, as far as it is known. */
function work({ args: { from, to, peer, entry } }: Fact): string {
  if (peer === undefined) return entries(n(from), n(to))
  if (entry !== undefined) return packs.masters.entryNamed(entry)
  return packs.masters.overChannel(peer, n(from), n(to)) ?? `${entries(n(from), n(to))} of what came from ${peer}`
}

export const REPLICATION_FACTS = {
  'entries-received': same((f) => `received ${inLog(who(f), n(f.args.from), f.args.to)}`),
  'receiver-connecting': same((f) => `${CONNECTING[f.args.reason ?? ''] ?? 'connects'} to ${who(f)}`),
  'receiver-connected': same((f) => `is connected to ${who(f)}`),
  'receiver-refused': {
    log: (f) =>
      f.args.reason === 'purged'
        ? `refused by ${who(f)}: what it needs is gone`
        : `refused by ${who(f)}: differs from #${n(f.args.from)} on`,
    tell: (f) =>
      f.args.reason === 'purged'
        ? `${subject(f)} cannot copy from ${who(f)}: the entries that it needs are gone.`
        : `${subject(f)} cannot copy from ${who(f)} (error 1236): from #${n(f.args.from)} on it holds entries that ${who(f)} never had.`,
  },
  'receiver-stopped': same((f) => `stopped its I/O thread${stopped(f)}`),
  'receiver-started': same(() => 'started its I/O thread'),
  'apply-started': {
    log: (f) => `applying ${work(f)}`,
    tell: (f) => `${subject(f)} begins to apply ${work(f)}.`,
  },
  'entries-applied': {
    log: (f) => `applied ${work(f)}`,
    tell: (f) => `${subject(f)} applied ${work(f)}.`,
  },
  'applier-stopped': {
    log: () => 'stopped its SQL thread',
    tell: (f) => `The SQL thread of ${subject(f)} is stopped: its data stay as they are, and it goes on receiving.`,
  },
  'applier-started': {
    log: () => 'started its SQL thread',
    tell: (f) => `The SQL thread of ${subject(f)} goes on where it was stopped.`,
  },
  'applier-blocked': {
    log: (f) => `waits for a lock inside ${entries(n(f.args.from), n(f.args.to))}`,
    tell: (f) => `${subject(f)} waits for a lock before it can apply ${entries(n(f.args.from), n(f.args.to))}.`,
  },
} satisfies Record<string, Sentences>
