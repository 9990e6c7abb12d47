import type { Fact } from '../../engine/index.ts'
import { count, span } from '../numbers.ts'
import { terms } from '../terms.ts'
import { n, type Sentences, subject } from './sentences.ts'

/** What the lag monitor says. */
const LEVEL: Record<string, string> = { warn: 'warning', critical: 'critical' }
const level = ({ args }: Fact): string => LEVEL[args.path ?? ''] ?? 'alert'

/** "14 entries behind", "oldest missing entry 6.2 s old", "no data for 5 s", "1 copy of 2". */
function found({ args: { reason, count: entries, us, value } }: Fact): string {
  if (reason === 'entries') return `${count(n(entries), 'entry', 'entries')} behind`
  if (reason === 'no-data') return `no data for ${span(n(us))}`
  if (reason === 'copies') return `${count(n(entries), 'copy', 'copies')} of the newest entry, ${n(value)} wanted`
  return `oldest missing entry ${span(n(us))} old`
}

function told(f: Fact): string {
  const { reason, count: entries, us, value } = f.args
  const us_ = span(n(us))
  if (reason === 'entries') return `${subject(f)} is ${count(n(entries), 'entry', 'entries')} behind.`
  if (reason === 'no-data') return `Nothing has been heard of ${subject(f)} for ${us_}: no data is not a lag of 0.`
  if (reason === 'copies')
    return `Of what ${subject(f)} wrote ${us_} ago there ${n(entries) === 1 ? 'is' : 'are'} ${count(n(entries), 'whole copy', 'whole copies')}, and ${n(value)} are wanted.`
  return `What is read on ${subject(f)} is ${us_} old.`
}

/** What it was about, for the end of it. */
const ABOUT: Record<string, () => string> = {
  entries: () => 'its distance in entries',
  seconds: () => 'the age of its data',
  'no-data': () => 'its silence',
  copies: () => `copies on the ${terms.slaves}`,
}
const about = ({ args }: Fact): string => (ABOUT[args.reason ?? ''] ?? ABOUT['seconds']!)()

export const ALERT_FACTS = {
  'alert-raised': {
    log: (f) => `${level(f)}: ${found(f)}`,
    tell: (f) => `Lag alert, ${level(f)}: ${told(f)}`,
  },
  'alert-cleared': {
    log: (f) => `alert over after ${span(n(f.args.us))}: ${about(f)}`,
    tell: (f) => `The alert about ${subject(f)} and ${about(f)} is over after ${span(n(f.args.us))}.`,
  },
} satisfies Record<string, Sentences>
