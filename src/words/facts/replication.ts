import { entries } from '../numbers.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** What the two threads of a slave do. */
const CONNECTING: Record<string, string> = {
  start: 'connects',
  reset: 'lost its connection and connects again',
  silence: 'heard nothing for too long and connects again',
  repointed: 'connects anew',
}

export const REPLICATION_FACTS = {
  'entries-received': same(
    (f) => `received ${entries(n(f.args.from), n(f.args.to))}`,
    'The I/O thread has flushed it to the relay log: it survives a crash here, but nobody can read it yet.',
  ),
  'receiver-connecting': same(
    (f) => `${CONNECTING[f.args.reason ?? ''] ?? 'connects'} to ${who(f)}`,
    'A broken connection is noticed at once; a silent one only when the net timeout has passed.',
  ),
  'receiver-connected': same(
    (f) => `is connected to ${who(f)}`,
    'The I/O thread asks from its last position on, so nothing is skipped and nothing comes twice.',
  ),
  'receiver-refused': {
    log: (f) =>
      f.args.reason === 'purged'
        ? `refused by ${who(f)}: what it needs is gone`
        : `refused by ${who(f)}: differs from #${n(f.args.from)} on`,
    tell: (f) =>
      f.args.reason === 'purged'
        ? `${subject(f)} cannot copy from ${who(f)}: the entries that it needs are gone.`
        : `${subject(f)} cannot copy from ${who(f)}: from #${n(f.args.from)} on it holds entries that ${who(f)} never had.`,
    why: 'Two logs can only be joined where one is the beginning of the other. Past the last common entry there is no common future.',
  },
  'receiver-stopped': same(
    (f) =>
      f.args.reason === 'source-down'
        ? 'stopped its I/O thread: nobody is there to copy from'
        : 'stopped its I/O thread',
    'Without its I/O thread nothing new arrives; what is in the relay log is still applied.',
  ),
  'receiver-started': same(
    () => 'started its I/O thread',
    'The I/O thread connects and asks from its last position on.',
  ),
  'apply-started': {
    log: (f) => `applying ${entries(n(f.args.from), n(f.args.to))}`,
    tell: (f) => `${subject(f)} begins to apply ${entries(n(f.args.from), n(f.args.to))}.`,
    why: 'The SQL thread takes entries from the relay log one after the other, in their order.',
  },
  'entries-applied': {
    log: (f) => `applied ${entries(n(f.args.from), n(f.args.to))}`,
    tell: (f) => `${subject(f)} applied ${entries(n(f.args.from), n(f.args.to))}.`,
    why: 'Applied means readable on this slave. The client heard OK earlier, and perhaps long ago.',
  },
  'applier-stopped': same(
    () => 'stopped its SQL thread',
    'Without its SQL thread a node goes on receiving: the relay log grows, the data stands still.',
  ),
  'applier-started': same(() => 'started its SQL thread', 'The SQL thread goes on where it stopped.'),
} satisfies Record<string, Sentences>
