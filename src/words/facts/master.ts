import type { Fact } from '../../engine/index.ts'
import { count, entries, exactMs, span } from '../numbers.ts'
import { terms } from '../terms.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** What the master does with a write, until the client's OK. */
const rejected: Record<string, string> = { fenced: 'it is fenced' }

const byTheRules = (f: Fact): boolean => f.args.reason === 'rules'

export const MASTER_FACTS = {
  'write-executed': same(
    (f) => `executed write ${n(f.args.write)} of ${who(f)}`,
    'The statement has run, but nothing of it is in the binlog yet: a crash now undoes it.',
  ),
  'entries-logged': same(
    (f) => `flushed ${entries(n(f.args.from), n(f.args.to))} to its binlog`,
    'Once the binlog is flushed to disk, an entry survives a crash of this node, and it may be sent.',
  ),
  'entries-committed': same(
    (f) => `committed ${entries(n(f.args.from), n(f.args.to))}`,
    'From the commit on, others who read here see the change.',
  ),
  'write-rejected': same(
    (f) =>
      `rejected write ${n(f.args.write)} of ${who(f)}: ${rejected[f.args.reason ?? ''] ?? `not the ${terms.master}`}`,
    'A node takes writes only while it believes that its epoch is the newest.',
  ),
  'ack-arrived': same(
    (f) => `hears that ${who(f)} has ${f.args.reason === 'applied' ? 'applied' : 'received'} up to #${n(f.args.to)}`,
    'An acknowledgement says what its sender has done: received means safe in its relay log, not yet readable there.',
  ),
  'gate-timed-out': {
    log: (f) => `waited ${exactMs(n(f.args.us))}, goes on as async`,
    tell: (f) =>
      `${subject(f)} stops waiting for its ${terms.slaves} after ${exactMs(n(f.args.us))} and goes on as async.`,
    why: 'Semi-sync prefers going on to safety: after its timeout the master says OK alone, and tells no client that its promises got weaker.',
  },
  'gate-recovered': {
    log: (f) => `semi-sync again, ${who(f)} has caught up`,
    tell: (f) => `${who(f)} has caught up, so ${subject(f)} waits for its ${terms.slaves} again.`,
    why: 'As soon as enough slaves have everything, the master returns to waiting for them.',
  },
  'gate-blocked': {
    log: (f) => `waits without end: ${count(n(f.args.count), terms.slave, terms.slaves)} connected`,
    tell: (f) =>
      `${subject(f)} cannot say OK: only ${count(n(f.args.count), terms.slave, terms.slaves)} ${n(f.args.count) === 1 ? 'is' : 'are'} connected${f.args.peer === undefined ? '' : `, and ${f.args.peer} is missing`}.`,
    why: 'Quorum and all have no timeout. They would rather take no writes than promise one that too few slaves hold.',
  },
  'gate-unblocked': {
    log: (f) =>
      byTheRules(f)
        ? 'no longer blocked: less is asked for'
        : `says OK again, ${who(f)} is back${f.args.us === undefined ? '' : ` after ${span(f.args.us)}`}`,
    tell: (f) =>
      byTheRules(f)
        ? `${subject(f)} is no longer blocked: the rules ask for less now.`
        : `${who(f)} is back, so ${subject(f)} can say OK again${f.args.us === undefined ? '' : `, after ${span(f.args.us)}`}.`,
    why: 'The waiting commits are answered as soon as enough slaves have acknowledged them.',
  },
  'slave-connected': same(
    (f) => `serves ${who(f)} from #${n(f.args.from)} on`,
    'The copying side opens the connection and says how far it has come; from then on the other side sends.',
  ),
  'entries-sent': same(
    (f) => `sent ${entries(n(f.args.from), n(f.args.to))} to ${who(f)}`,
    'A thread of its own sends each new entry to each that copies. On the wire it belongs to nobody.',
  ),
} satisfies Record<string, Sentences>
