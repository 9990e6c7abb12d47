import type { Fact } from '../../engine/index.ts'
import { inLog } from '../inLog.ts'
import { count, exactMs, span } from '../numbers.ts'
import { terms } from '../terms.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** What the master does with a write, until the client's OK. */
const REFUSED: Record<string, string> = {
  fenced: 'it is fenced',
  'read-only': 'it is read-only',
  duplicate: 'another row has that value',
  'no-leader': 'no replica leads',
  conflict: 'another region writes the same row',
  isolated: 'it reaches no other region',
}

const byTheRules = (f: Fact): boolean => f.args.reason === 'rules'

export const MASTER_FACTS = {
  'write-executed': same((f) => `executed write ${n(f.args.write)} of ${who(f)}`),
  'entries-logged': same((f) => `flushed ${inLog(f.at, n(f.args.from), f.args.to)} to its binlog`),
  'entries-committed': same((f) => `committed ${inLog(f.at, n(f.args.from), f.args.to)}`),
  'write-rejected': same(
    (f) =>
      `refused write ${n(f.args.write)} of ${who(f)}: ${REFUSED[f.args.reason ?? ''] ?? `not the ${terms.master}`}`,
  ),
  'ack-arrived': same(
    (f) => `hears that ${who(f)} has ${f.args.reason === 'applied' ? 'applied' : 'received'} up to #${n(f.args.to)}`,
  ),
  'gate-timed-out': {
    log: (f) => `waited ${exactMs(n(f.args.us))}, goes on as async`,
    tell: (f) =>
      `${subject(f)} stops waiting for its ${terms.slaves} after ${exactMs(n(f.args.us))} and goes on as async.`,
  },
  'gate-recovered': {
    log: (f) => `semi-sync again, ${who(f)} has caught up`,
    tell: (f) => `${who(f)} has caught up, so ${subject(f)} waits for its ${terms.slaves} again.`,
  },
  'gate-blocked': {
    log: (f) => `waits without end: ${count(n(f.args.count), terms.slave, terms.slaves)} connected`,
    tell: (f) =>
      n(f.args.count) === 0
        ? `${subject(f)} cannot say OK: no ${terms.slave} is connected.`
        : `${subject(f)} cannot say OK: only ${count(n(f.args.count), terms.slave, terms.slaves)} ${n(f.args.count) === 1 ? 'is' : 'are'} connected${f.args.peer === undefined ? '' : `, and ${f.args.peer} is missing`}.`,
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
  },
  'slave-connected': same((f) => `serves ${who(f)} from ${inLog(f.at, n(f.args.from), f.args.to)} on`),
  'entries-sent': same((f) => `sent ${inLog(f.at, n(f.args.from), f.args.to)} to ${who(f)}`),
} satisfies Record<string, Sentences>
