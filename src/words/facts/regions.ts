import type { Fact } from '../../engine/index.ts'
import { count, span } from '../numbers.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** What happens inside a region and between regions. `#4 of eu`: an entry by its number and where it was born. */
const zone = (f: Fact): string => `zone ${f.args.reason ?? 'a'}`
const key = (f: Fact): string => f.args.key ?? 'the row'
function entry({ args }: Fact): string {
  const [origin = 'a region', sequence = '0'] = (args.entry ?? 'a region:0').split(':')
  return `#${sequence} of ${origin}`
}
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
  'promise-asked': same((f) => `asks ${peer(f)} for ${key(f)}, for ${entry(f)}`),
  'promise-given': same((f) => `promises ${key(f)} to ${entry(f)}`),
  'promise-refused': same(
    (f) =>
      `refuses ${key(f)} to ${entry(f)}: ${f.args.reason === 'newer' ? 'it has a version that write has not seen' : 'it is promised to another write'}`,
  ),
  'write-agreed': same((f) => `has ${peer(f)} for ${entry(f)} after ${span(n(f.args.us))}`),
  'write-conflicted': same((f) => `refuses ${entry(f)}: another region writes ${key(f)} at the same time`),
  'write-in-doubt': same((f) => `heard of nobody for ${span(n(f.args.us))}: ${entry(f)} is in doubt`),
  'write-withdrawn': same((f) => `withdraws ${entry(f)}: nobody had promised ${key(f)}`),
  'write-taken-over': same((f) => `completes ${entry(f)} in place of ${peer(f)}, which it no longer hears`),
  'region-isolated': same(() => 'reaches no other region'),
  'region-joined': same((f) => `reaches another region again, after ${span(n(f.args.us))}`),
} satisfies Record<string, Sentences>

/** What the new leader does not have is gone: nobody was told OK for it. */
const dropped = (f: Fact): string =>
  n(f.args.count) === 0 ? '' : `, without ${count(n(f.args.count), 'change', 'changes')} that only one replica had`
