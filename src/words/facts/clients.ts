import type { Fact } from '../../engine/index.ts'
import { count, entries, span } from '../numbers.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** What clients do and hear. */
const content = ({ args }: Fact): string =>
  n(args.count) > 1 ? count(n(args.count), 'entry', 'entries') : `${args.key ?? 'k'}=${n(args.value)}`

/** What was read; `count` is how often something was read that is gone. */
const row = ({ args }: Fact): string => `${args.key ?? 'k'}=${n(args.value)}`

const LOST_TRACK: Record<string, string> = { 'connection-lost': 'the connection broke', timeout: 'no answer came' }

export const CLIENT_FACTS = {
  'write-sent': same((f) => `wrote ${content(f)} to ${who(f)}`),
  'write-ok': same((f) => `heard OK for ${entries(n(f.args.from), n(f.args.to))} after ${span(n(f.args.us))}`),
  'write-error': same((f) =>
    f.args.reason === 'fenced' ? `heard ERROR from ${who(f)}: it is fenced` : `heard ERROR: ${who(f)} refused it`,
  ),
  'write-unknown': same(
    (f) => `does not know about write ${n(f.args.write)}: ${LOST_TRACK[f.args.reason ?? ''] ?? 'no answer came'}`,
  ),
  'read-sent': same((f) => `asked ${who(f)} for ${f.args.key ?? 'a row'}`),
  'read-answered': same((f) =>
    f.args.value === undefined
      ? `found no ${f.args.key ?? 'such row'} on ${who(f)}`
      : `read ${f.args.key ?? 'a row'}=${f.args.value} from ${who(f)}`,
  ),
  'phantom-read': {
    log: (f) => `had read ${row(f)}, which is gone`,
    tell: (f) =>
      `${subject(f)} has read ${row(f)}, and the newest epoch began without it${f.args.us === undefined ? '' : `, ${span(f.args.us)} later`}.`,
  },
  'client-rerouted': {
    log: (f) => `now turns to ${who(f)}`,
    tell: (f) => `${f.at} now turns to ${who(f)}.`,
  },
} satisfies Record<string, Sentences>
