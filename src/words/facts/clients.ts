import type { Fact } from '../../engine/index.ts'
import { inLog } from '../inLog.ts'
import { count, entries, span } from '../numbers.ts'
import { terms } from '../terms.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** What clients do and hear. */
const content = ({ args }: Fact): string =>
  n(args.count) > 1 ? count(n(args.count), 'entry', 'entries') : `${args.key ?? 'k'}=${n(args.value)}`

/** What was read; `count` is how often something was read that is gone. */
const row = ({ args }: Fact): string => `${args.key ?? 'k'}=${n(args.value)}`

/** What a read showed: "k3=41 (#7)", "no k3". */
const seen = (f: Fact): string =>
  f.args.value === undefined ? `no ${f.args.key ?? 'such row'}` : `${row(f)} (${entries(n(f.args.from))})`

/** Which replica of a region answered. */
const replica = ({ args }: Fact): string => (args.reason === undefined ? '' : `, zone ${args.reason}`)

/** How far a node had applied. */
const state = ({ args }: Fact): string => (n(args.from) === 0 ? 'the beginning' : entries(n(args.from)))

/** Why a read came to nothing: nobody answered ... */
const NO_ANSWER: Record<string, string> = {
  refused: 'nobody listens there',
  'connection-lost': 'the connection broke',
  timeout: 'it took too long',
}
/** ... or the node answered that it would not. */
const READ_REFUSED: Record<string, () => string> = {
  'not-master': () => `it is not the ${terms.master}`,
  fenced: () => 'it is fenced',
  rewinding: () => 'it takes entries back',
  'read-only': () => 'it is read-only',
  behind: () => 'it was not that far in time',
  copying: () => 'its data are still being copied',
  'no-leader': () => 'no replica leads there',
  isolated: () => 'it reaches no other region',
}

function withoutRead({ args: { reason = '', key = 'a row', peer = '?' } }: Fact): string {
  const refused = READ_REFUSED[reason]?.()
  return refused === undefined
    ? `got no answer from ${peer} for ${key}: ${NO_ANSWER[reason] ?? 'it refused'}`
    : `was refused ${key} by ${peer}: ${refused}`
}

const LOST_TRACK: Record<string, string> = {
  'connection-lost': 'the connection broke',
  timeout: 'no answer came',
  isolated: 'its region hears no other',
}

/** Why a region refuses a write. */
const REGION_SAYS: Record<string, (f: Fact) => string> = {
  'no-leader': (f) => `no replica leads in ${who(f)}`,
  conflict: (f) => `another region writes the same row, says ${who(f)}`,
  isolated: (f) => `${who(f)} reaches no other region`,
}

/** What a write does where there are several masters; a plain one puts a value. */
const DONE: Record<string, (f: Fact) => string> = {
  increment: (f) => `added ${n(f.args.value)} to ${f.args.key ?? 'k'} on ${who(f)}`,
  add: (f) => `put ${n(f.args.value)} into the list ${f.args.key ?? 'k'} on ${who(f)}`,
  insert: (f) => `inserted a row with ${n(f.args.value)} on ${who(f)}`,
  delete: (f) => `deleted ${f.args.key ?? 'k'} on ${who(f)}`,
}
const written = (f: Fact): string => DONE[f.args.path ?? '']?.(f) ?? `wrote ${content(f)} to ${who(f)}`

export const CLIENT_FACTS = {
  'write-sent': {
    log: written,
    tell: (f) =>
      n(f.args.count) > 1
        ? `${subject(f)} changes ${count(n(f.args.count), 'row')} on ${who(f)} with one statement.`
        : `${subject(f)} ${written(f)}.`,
  },
  'write-ok': same((f) => `heard OK for ${inLog(who(f), n(f.args.from), f.args.to)} after ${span(n(f.args.us))}`),
  'write-error': same((f) =>
    f.args.reason === 'fenced'
      ? `heard ERROR from ${who(f)}: it is fenced`
      : f.args.reason === 'read-only'
        ? `heard ERROR from ${who(f)}: it is read-only`
        : f.args.reason === 'duplicate'
          ? `heard ERROR from ${who(f)}: another row has that value`
          : `heard ERROR: ${REGION_SAYS[f.args.reason ?? '']?.(f) ?? `${who(f)} refused it`}`,
  ),
  'write-unknown': same(
    (f) => `does not know about write ${n(f.args.write)}: ${LOST_TRACK[f.args.reason ?? ''] ?? 'no answer came'}`,
  ),
  'read-sent': same(
    (f) =>
      `asked ${who(f)} for ${f.args.key ?? 'a row'}${f.args.to === undefined ? '' : `, as of ${entries(f.args.to)} or later`}`,
  ),
  'read-answered': same((f) =>
    f.args.value === undefined
      ? `found no ${f.args.key ?? 'such row'} on ${who(f)}${replica(f)}`
      : `read ${f.args.key ?? 'a row'}=${f.args.value} from ${who(f)}${replica(f)}`,
  ),
  'read-failed': same(withoutRead),
  'read-held': same((f) => `holds the read of ${who(f)} until ${entries(n(f.args.to))} is applied`),
  'stale-read': {
    log: (f) => `was shown old ${seen(f)} by ${who(f)}; newest is ${entries(n(f.args.to))}`,
    tell: (f) =>
      `${subject(f)} was shown ${seen(f)} by ${who(f)}. The newest, ${entries(n(f.args.to))}, had been told OK ${span(n(f.args.us))} before the read began.`,
  },
  'own-write-missing': {
    log: (f) => `does not see its own ${entries(n(f.args.to))} on ${who(f)}, but ${seen(f)}`,
    tell: (f) =>
      `${subject(f)} does not see its own write ${entries(n(f.args.to))} on ${who(f)}: it was shown ${seen(f)}.`,
  },
  'read-went-back': {
    log: (f) => `went back: ${who(f)} is at ${state(f)}, it had seen ${entries(n(f.args.to))}`,
    tell: (f) =>
      `${subject(f)} went back in time: ${who(f)} is at ${state(f)}, and ${subject(f)} had read from ${entries(n(f.args.to))} before.`,
  },
  'phantom-read': {
    log: (f) => `had read ${row(f)}, which is gone`,
    tell: (f) =>
      `${subject(f)} has read ${row(f)}, and the newest epoch began without it${f.args.us === undefined ? '' : `, ${span(f.args.us)} later`}.`,
  },
  'client-rerouted': {
    log: (f) => (f.args.reason === 'kept' ? `knows ${who(f)}, keeps its open connections` : `now turns to ${who(f)}`),
    tell: (f) =>
      f.args.reason === 'kept'
        ? `${f.at} knows ${who(f)} now, and goes on over the connections that it has open.`
        : `${f.at} now turns to ${who(f)}.`,
  },
} satisfies Record<string, Sentences>
