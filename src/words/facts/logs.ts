import type { Fact } from '../../engine/index.ts'
import { count, entries, span, whole } from '../numbers.ts'
import { terms } from '../terms.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** Logs that are cut short, nodes that are built anew, and what is held or written on purpose. */
const FAILED: Record<string, string> = {
  'donor-down': 'the donor is gone',
  'link-cut': 'the network is cut',
  reset: 'the node itself went down',
}
const megabytes = (count: number): string => `${whole(count)} MB`
const failure = ({ args }: Fact): string => FAILED[args.reason ?? ''] ?? 'it broke off'

export const LOG_FACTS = {
  'heartbeat-written': same((f) => `wrote its heartbeat row, #${n(f.args.from)}`),
  'apply-held': {
    log: (f) => `holds ${entries(n(f.args.from), n(f.args.to))} for ${span(n(f.args.us))}`,
    tell: (f) =>
      `${subject(f)} holds ${entries(n(f.args.from), n(f.args.to))} for another ${span(n(f.args.us))}, as its delay asks.`,
  },
  'log-purged': {
    log: (f) => `purged its log up to #${n(f.args.to)}`,
    tell: (f) => `The log of ${subject(f)} is purged: up to #${n(f.args.to)} it can send nothing to anybody any more.`,
  },
  'left-behind': {
    log: (f) => `needs #${n(f.args.from)}, and the log of ${who(f)} has lost it`,
    tell: (f) =>
      `${who(f)} no longer has #${n(f.args.from)} in its log, which ${subject(f)} needs next: ${subject(f)} cannot catch up any more.`,
  },
  'log-expired': same((f) => `let its log up to #${n(f.args.to)} expire`),
  'rebuild-asked': {
    log: (f) => `thrown away, to be built anew from ${who(f)}`,
    tell: (f) => `${subject(f)} throws away its data and its log, and is built anew from ${who(f)}.`,
  },
  'copy-started': {
    log: (f) => `copies ${megabytes(n(f.args.count))} from ${who(f)}`,
    tell: (f) =>
      `${subject(f)} begins to copy ${megabytes(n(f.args.count))} from ${who(f)}${f.args.us === undefined ? '' : `, which takes ${span(f.args.us)}`}.`,
  },
  'copy-done': {
    log: (f) => `has the data of ${who(f)} up to #${n(f.args.to)}`,
    tell: (f) =>
      `${subject(f)} has the data of ${who(f)} up to #${n(f.args.to)}, after ${span(n(f.args.us))}, and asks for the rest.`,
  },
  'copy-failed': {
    log: (f) => `copy from ${who(f)} failed: ${failure(f)}`,
    tell: (f) => `The copy from ${who(f)} to ${subject(f)} fails: ${failure(f)}. What was copied is worth nothing.`,
  },
} satisfies Record<string, Sentences>

/** Why the I/O thread stopped, where nobody asked it to. */
export const stopped = ({ args }: Fact): string => {
  if (args.reason === 'source-down') return ': nobody is there to copy from'
  if (args.reason === 'gave-up')
    return `: it gave up after connecting in vain${args.count === undefined ? '' : ` ${count(args.count + 1, 'time')}`}`
  return ''
}

/** What an added slave begins with. */
export const beginsWith = (f: Fact): string =>
  f.args.reason === 'snapshot'
    ? `joins as a ${terms.slave} of ${who(f)}, and begins with a copy of data`
    : `joins with an empty log and copies everything from ${who(f)}`
