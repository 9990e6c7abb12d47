import type { Fact } from '../../engine/index.ts'
import { count, span } from '../numbers.ts'
import { terms } from '../terms.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** What the monitor sees and does, and what becomes of nodes and writes. */
const WEIGHED: Record<string, string> = {
  'most-received': 'it has received most',
  behind: 'it is behind',
  down: 'it is down',
  'by-hand': 'named by hand',
  'tie-by-name': 'as far as the best',
  'not-asked': 'it could not be asked',
  diverged: 'it has entries that the newest epoch began without',
  preferred: 'it is preferred',
  'not-preferred': 'another one is preferred',
  'must-not': 'it must not take over',
  'other-data-center': 'it stands in another data centre',
}

function choice({ args }: Fact): string {
  const { from, to, count: of, reason } = args
  if (reason === 'by-hand') return `by hand, at ${n(from)}`
  if (reason === 'preferred') return `preferred, at ${n(from)}`
  if (of === 1 || to === undefined) return 'the only candidate'
  return from === to ? `${n(from)} each, first by name` : `${n(from)} beats ${n(to)}`
}

function chosenBecause({ args }: Fact): string {
  const { from, to, count: of, reason } = args
  if (reason === 'by-hand') return `you named it, and it has received ${count(n(from), 'entry', 'entries')}`
  if (reason === 'preferred') return `it is preferred, and has received ${count(n(from), 'entry', 'entries')}`
  if (of === 1 || to === undefined) return 'nobody else is left'
  if (from === to) return `it has received ${n(from)} entries, like the next best, and comes first by name`
  return `it has received ${count(n(from), 'entry', 'entries')}, the next best ${n(to)}`
}

const areLost = (k: number): string => (k === 1 ? '1 promised write is lost' : `${count(k, 'promised write')} are lost`)

const FENCE: Record<string, string> = {
  lease: 'waits until its lease is over',
  'power-off': 'switches its host off',
  proxy: 'has the proxy let nobody through to it',
}
const FENCED: Record<string, string> = {
  lease: 'its lease is over',
  'power-off': 'its host is off',
  proxy: 'the proxy lets nobody through to it',
}
const MAY_NOT: Record<string, () => string> = {
  'anti-flap': () => 'the last failover is too recent',
  'no-quorum': () => 'too few monitors agree',
  rules: () => `no ${terms.slave} that is left may take over`,
  'data-center': () => `no ${terms.slave} is left in the same data centre`,
}
const blockedBecause = ({ args: { reason = '' } }: Fact): string => (MAY_NOT[reason] ?? (() => 'it may not'))()

const NO_SWITCH: Record<string, () => string> = {
  busy: () => 'the monitor is busy with something else',
  'is-master': () => `it is the ${terms.master} already`,
  'too-slow': () => 'it could not catch up in time',
  'target-gone': () => 'it is gone',
  'master-silent': () => `the ${terms.master} no longer answers`,
}
const noSwitch = ({ args: { reason = '' } }: Fact): string => (NO_SWITCH[reason] ?? (() => 'it could not'))()

const READ_ONLY: Record<string, () => string> = {
  lease: () => 'it has no lease',
  switchover: () => `another one is to be ${terms.master}`,
  restart: () => `it has to be told that it still is the ${terms.master}`,
}
const readOnlyBecause = ({ args: { reason = '' } }: Fact): string => (READ_ONLY[reason] ?? (() => 'it was told to'))()

export const FAILOVER_FACTS = {
  'probe-answered': same((f) => `heard from ${who(f)}`),
  'probe-missed': same(
    (f) => `got no answer from ${who(f)}${n(f.args.count) > 1 ? `, ${n(f.args.count)} in a row` : ''}`,
  ),
  suspected: {
    log: (f) => `suspects ${who(f)}`,
    tell: (f) => `The monitor suspects ${who(f)}: it no longer answers.`,
  },
  confirmed: {
    log: (f) => `${who(f)} confirmed down`,
    tell: (f) => `${who(f)} is confirmed down: no ${terms.slave} hears it either.`,
  },
  'suspicion-dropped': {
    log: (f) => (f.args.reason === 'still-replicating' ? `${who(f)} still replicates` : `${who(f)} answers again`),
    tell: (f) =>
      f.args.reason === 'still-replicating'
        ? `The monitor cannot reach ${who(f)}, but its ${terms.slaves} still hear it, so nobody is promoted.`
        : `${who(f)} answers again, so nobody is promoted.`,
  },
  'candidate-weighed': same(
    (f) => `weighed ${who(f)} at ${n(f.args.from)}: ${WEIGHED[f.args.reason ?? ''] ?? 'it may take over'}`,
  ),
  chosen: {
    log: (f) => `chose ${who(f)}: ${choice(f)}`,
    tell: (f) => `${who(f)} is to take over: ${chosenBecause(f)}.`,
  },
  'waiting-for-choice': {
    log: (f) =>
      f.args.reason === 'diverged' ? 'all have diverged: waits for you to choose' : 'waits for you to choose',
    tell: (f) =>
      f.args.reason === 'diverged'
        ? `Only ${terms.slaves} that have diverged are left, so the monitor waits for you to name the new ${terms.master}.`
        : `The monitor waits for you to name the new ${terms.master}.`,
  },
  'drain-started': {
    log: (f) =>
      n(f.args.count) === 0 ? 'has nothing to drain' : `draining ${count(n(f.args.count), 'entry', 'entries')}`,
    tell: (f) =>
      n(f.args.count) === 0
        ? `${subject(f)} has an empty relay log and can take over at once.`
        : `${subject(f)} empties its relay log before it takes over.`,
  },
  drained: same((f) => `has applied all it received, up to #${n(f.args.to)}`),
  promoted: {
    log: (f) => `is ${terms.master}, epoch ${n(f.args.epoch)}`,
    tell: (f) => `${subject(f)} is the ${terms.master} now, and epoch ${n(f.args.epoch)} begins.`,
  },
  'writes-lost': {
    log: ({ args: { count: k, list = [] } }) => `${areLost(k ?? list.length)}`,
    tell: ({ args: { count: k, list = [], epoch, reason } }) =>
      reason === 'late'
        ? `The old ${terms.master} goes on saying OK, and what it promises from now on is lost.`
        : reason === 'removed'
          ? `${areLost(k ?? list.length)}: only the ${terms.master} that was taken away had ${(k ?? list.length) === 1 ? 'it' : 'them'}.`
          : `${areLost(k ?? list.length)}: epoch ${n(epoch)} begins without ${(k ?? list.length) === 1 ? 'it' : 'them'}.`,
  },
  repointed: {
    log: (f) => `now copies from ${who(f)}`,
    tell: (f) => `${subject(f)} now copies from ${who(f)}.`,
  },
  rerouted: {
    log: (f) => `sends clients to ${who(f)}`,
    tell: (f) => `Clients are sent to ${who(f)}: writes are taken again.`,
  },
  'failover-done': {
    log: (f) => `failover done, it took ${span(n(f.args.us))}`,
    tell: (f) =>
      n(f.args.count) === 0
        ? `The failover is done: it took ${span(n(f.args.us))}, and nothing promised was lost.`
        : `The failover is done: it took ${span(n(f.args.us))}, and ${areLost(n(f.args.count))}.`,
  },
  'failover-failed': {
    log: (f) =>
      f.args.reason === 'candidate-died'
        ? 'failover failed: the candidate died'
        : f.args.reason === 'not-drained'
          ? 'failover failed: the relay log is not empty'
          : 'failover failed: no candidate',
    tell: (f) =>
      f.args.reason === 'candidate-died'
        ? 'The failover fails: the candidate died before it could take over.'
        : f.args.reason === 'not-drained'
          ? 'The failover fails: the chosen one has not applied all that it received.'
          : `The failover fails: no ${terms.slave} within reach could take over.`,
  },
  'down-for-me': {
    log: (f) => `gets no answer from ${who(f)}`,
    tell: (f) => `${subject(f)} gets no answer from ${who(f)} and asks the other monitors.`,
  },
  'down-for-all': {
    log: (f) => `${who(f)} is down for ${count(n(f.args.count), 'monitor')}`,
    tell: (f) => `${subject(f)} knows that ${count(n(f.args.count), 'monitor')} get no answer from ${who(f)}.`,
  },
  'vote-asked': same((f) => `asks for votes in epoch ${n(f.args.epoch)}`),
  'vote-given': same((f) => `votes for ${who(f)} in epoch ${n(f.args.epoch)}`),
  elected: {
    log: (f) => `elected with ${count(n(f.args.count), 'vote')}, epoch ${n(f.args.epoch)}`,
    tell: (f) =>
      `${subject(f)} is elected with ${count(n(f.args.count), 'vote')} in epoch ${n(f.args.epoch)}: it alone acts now.`,
  },
  'election-failed': {
    log: (f) => `not elected in epoch ${n(f.args.epoch)}: ${count(n(f.args.count), 'vote')}`,
    tell: (f) =>
      `${subject(f)} is not elected in epoch ${n(f.args.epoch)}: ${count(n(f.args.count), 'vote')} ${n(f.args.count) === 1 ? 'is' : 'are'} too few. Somebody tries again later.`,
  },
  'failover-blocked': {
    log: (f) => `must not act: ${blockedBecause(f)}${f.args.us === undefined ? '' : `, for ${span(f.args.us)}`}`,
    tell: (f) =>
      `Nobody is promoted: ${blockedBecause(f)}${f.args.us === undefined ? '' : `, and the monitor waits ${span(f.args.us)}`}.`,
  },
  'fence-started': {
    log: (f) => `${FENCE[f.args.reason ?? ''] ?? 'fences'} (${who(f)}), ${span(n(f.args.us))}`,
    tell: (f) =>
      `Before anybody takes over from ${who(f)}, the monitor ${FENCE[f.args.reason ?? ''] ?? 'fences it'}: ${span(n(f.args.us))}.`,
  },
  'fence-done': {
    log: (f) => `${who(f)} can take no writes: ${FENCED[f.args.reason ?? ''] ?? 'it is fenced'}`,
    tell: (f) => `${who(f)} can take no writes any more: ${FENCED[f.args.reason ?? ''] ?? 'it is fenced'}.`,
  },
  'lease-lost': {
    log: (f) => `lost its lease: nobody heard of it for ${span(n(f.args.us))}`,
    tell: (f) =>
      `${subject(f)} loses its lease and stops taking writes: it was not heard of for ${span(n(f.args.us))}.`,
  },
  'made-read-only': {
    log: (f) => `takes no more writes: ${readOnlyBecause(f)}`,
    tell: (f) => `${subject(f)} takes no more writes: ${readOnlyBecause(f)}.`,
  },
  'made-writable': {
    log: (f) => `takes writes again after ${span(n(f.args.us))}`,
    tell: (f) => `${subject(f)} takes writes again, after ${span(n(f.args.us))}.`,
  },
  'relay-log-skipped': {
    log: (f) => `threw away ${count(n(f.args.count), 'entry', 'entries')} of its relay log, from #${n(f.args.from)}`,
    tell: (f) =>
      `${subject(f)} throws away ${count(n(f.args.count), 'entry', 'entries')} that it had received and not applied, from #${n(f.args.from)} on.`,
  },
  'switchover-asked': {
    log: (f) => `is to take over from ${who(f)}, which is well`,
    tell: (f) => `${subject(f)} is to take over from ${who(f)}, which is well.`,
  },
  'switchover-done': {
    log: (f) => `switchover done, ${span(n(f.args.us))} without writes`,
    tell: (f) => `The switchover is done: ${span(n(f.args.us))} without writes, and nothing promised was lost.`,
  },
  'switchover-failed': {
    log: (f) => `no switchover to ${who(f)}: ${noSwitch(f)}`,
    tell: (f) => `The switchover to ${who(f)} comes to nothing: ${noSwitch(f)}.`,
  },
  fenced: {
    log: (f) => `fenced: epoch ${n(f.args.epoch)} is older than ${n(f.args.count)}`,
    tell: (f) =>
      `${subject(f)} is fenced: its epoch ${n(f.args.epoch)} is older than epoch ${n(f.args.count)}, so it takes no writes.`,
  },
  'extra-entries-found': {
    log: (f) => `${count(n(f.args.count), 'entry', 'entries')} nobody else has, from #${n(f.args.from)}`,
    tell: (f) =>
      `${subject(f)} holds ${count(n(f.args.count), 'entry', 'entries')} that the new ${terms.master} never had, from #${n(f.args.from)} on.`,
  },
} satisfies Record<string, Sentences>
