import type { Fact } from '../../engine/index.ts'
import { count, span } from '../numbers.ts'
import { isWitness } from '../sites.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** What happens inside a region and between regions. What nobody has decided yet has no entry: it is known by its write. */
const zone = (f: Fact): string => `zone ${f.args.reason ?? 'a'}`
const key = (f: Fact): string => f.args.key ?? 'the row'
const write = (f: Fact): string => `write ${n(f.args.write)}`
const peer = (f: Fact): string => (f.args.peer === undefined ? 'another region' : who(f))
const changes = (f: Fact): string =>
  n(f.args.to) > n(f.args.from) ? `changes ${n(f.args.from)} to ${n(f.args.to)}` : `change ${n(f.args.to)}`
const left = (f: Fact): string => `${count(n(f.args.count), 'replica', 'replicas')} left`

export const REGION_FACTS = {
  'replica-flushed': same((f) => `flushed ${changes(f)} in ${zone(f)}`),
  'replica-killed': {
    log: (f) => `replica in ${zone(f)} killed, ${left(f)}`,
    tell: (f) => `The replica of ${subject(f)} in ${zone(f)} is killed: ${left(f)}.`,
  },
  'replica-restarted': {
    log: (f) => `replica in ${zone(f)} restarts`,
    tell: (f) => `The replica of ${subject(f)} in ${zone(f)} restarts.`,
  },
  'replica-returned': {
    log: (f) => `replica in ${zone(f)} is back, and asks for change ${n(f.args.from)}`,
    tell: (f) => `The replica of ${subject(f)} in ${zone(f)} is back, and asks for change ${n(f.args.from)}.`,
  },
  'leader-gone': {
    log: (f) => `no leader: it was in ${zone(f)}, its lease has ${span(n(f.args.us))} to run, ${left(f)}`,
    tell: (f) =>
      n(f.args.count) < 2
        ? `${subject(f)} has no leader, and nobody can be elected with ${left(f)}.`
        : `${subject(f)} has no leader: the lease of ${zone(f)} has ${span(n(f.args.us))} to run.`,
  },
  'leader-elected': {
    log: (f) => `${zone(f)} leads, after ${span(n(f.args.us))}${dropped(f)}`,
    tell: (f) =>
      `${subject(f)} has a leader again after ${span(n(f.args.us))}: the replica in ${zone(f)}${dropped(f)}.`,
  },
  'promise-asked': same((f) => `asks ${peer(f)} to promise ${key(f)} to ${write(f)}`),
  'promise-given': same((f) => `promises ${key(f)} to ${write(f)} of ${peer(f)}`),
  'promise-refused': same(
    (f) =>
      `refuses ${key(f)} to ${write(f)} of ${peer(f)}: ${f.args.reason === 'newer' ? 'it has a version that write has not seen' : 'it is promised to another write'}`,
  ),
  'write-agreed': {
    log: (f) => `agrees on ${key(f)} with ${peer(f)} for ${write(f)}, after ${span(n(f.args.us))}`,
    tell: (f) =>
      `${subject(f)} and ${peer(f)} agree on ${key(f)} after ${span(n(f.args.us))}: two of three regions have ${write(f)}.`,
  },
  'write-conflicted': {
    log: (f) => `refuses ${write(f)}: another region writes ${key(f)} at the same time`,
    tell: (f) => `${subject(f)} refuses ${write(f)} of ${key(f)}: another region writes that row, too.`,
  },
  'write-in-doubt': {
    log: (f) => `heard of nobody for ${span(n(f.args.us))}: ${write(f)} is in doubt`,
    tell: (f) =>
      `${subject(f)} has heard of no other region for ${span(n(f.args.us))}: whether ${write(f)} of ${key(f)} happens is open until the line is back.`,
  },
  'write-withdrawn': {
    log: (f) => `withdraws ${write(f)}: nobody had promised ${key(f)}`,
    tell: (f) => `${subject(f)} withdraws ${write(f)}: nobody had promised ${key(f)}, so it has not happened.`,
  },
  'write-taken-over': {
    log: (f) => `completes ${write(f)} in place of ${peer(f)}, which it no longer hears`,
    tell: (f) =>
      `${subject(f)} completes ${write(f)} of ${key(f)} with the third region, in place of ${peer(f)}, which it no longer hears.`,
  },
  'region-isolated': {
    log: () => 'reaches no other region',
    tell: (f) =>
      isWitness(f.at)
        ? `${subject(f)} is isolated: nobody has the vote of the witness.`
        : `${subject(f)} is isolated: it refuses writes and strong reads.`,
  },
  'region-joined': {
    log: (f) => `reaches another region again, after ${span(n(f.args.us))}`,
    tell: (f) =>
      `${subject(f)} reaches another region again, after ${span(n(f.args.us))}, and ${isWitness(f.at) ? 'votes' : 'takes writes'} from now on.`,
  },
} satisfies Record<string, Sentences>

/** What the new leader does not have is gone: nobody was told OK for it. */
const dropped = (f: Fact): string =>
  n(f.args.count) === 0 ? '' : `, without ${count(n(f.args.count), 'change', 'changes')} that only one replica had`
