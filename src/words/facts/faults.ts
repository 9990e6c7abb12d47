import type { Fact } from '../../engine/index.ts'
import { inLog, numbersInLog } from '../inLog.ts'
import { messageWord } from '../messages.ts'
import { count, span } from '../numbers.ts'
import { terms } from '../terms.ts'
import { n, place, type Sentences, same, subject } from './sentences.ts'

/** What breaks, what is repaired, and what somebody changed. */
const holds = (list: readonly number[]): string =>
  list.length === 0
    ? 'nothing promised was only there'
    : `${count(list.length, 'promised write')} ${list.length === 1 ? 'was' : 'were'} only there`

/** Positions are those of the sender, which stands at the other end of the link. */
function lostCargo({ at, args: { reason = '', peer, from, to } }: Fact): string {
  if (reason !== 'entries' || from === undefined) return messageWord(reason)
  return inLog(at.split('~').find((end) => end !== peer) ?? at, from, to)
}

const an = ({ args: { reason = 'a message' } }: Fact): string => messageWord(reason)

export const FAULT_FACTS = {
  'data-center-cut': {
    log: (f) => `${terms.dataCenter} ${f.args.reason ?? '?'} is cut off`,
    tell: (f) => `The ${terms.dataCenter} ${f.args.reason ?? '?'} is cut off from everybody else.`,
  },
  'data-center-healed': {
    log: (f) => `${terms.dataCenter} ${f.args.reason ?? '?'} is back`,
    tell: (f) => `The ${terms.dataCenter} ${f.args.reason ?? '?'} is connected again.`,
  },
  killed: {
    log: ({ at, args: { list = [] } }) => (list.length === 0 ? 'killed' : `killed holding ${numbersInLog(at, list)}`),
    tell: (f) => `${subject(f)} dies, and ${holds(f.args.list ?? [])}.`,
  },
  'node-restarted': {
    log: () => 'restarted, reads its log',
    tell: (f) => `${subject(f)} starts again and reads its log.`,
  },
  'node-recovered': same(
    (f) =>
      `is back with everything up to ${inLog(f.at, n(f.args.to))}${n(f.args.count) === 0 ? '' : `, ${n(f.args.count)} rolled back`}`,
  ),
  'link-cut': {
    log: (f) => (n(f.args.count) === 0 ? 'cut' : `cut, ${count(n(f.args.count), 'message')} lost`),
    tell: (f) =>
      n(f.args.count) === 0
        ? `The network between ${place(f.at)} is cut.`
        : `The network between ${place(f.at)} is cut, and ${count(n(f.args.count), 'message')} on it ${n(f.args.count) === 1 ? 'is' : 'are'} lost.`,
  },
  'link-stalled': {
    log: () => 'goes silent',
    tell: (f) => `The network between ${place(f.at)} goes silent, and neither end is told.`,
  },
  'link-healed': {
    log: () => 'works again',
    tell: (f) => `The network between ${place(f.at)} works again.`,
  },
  'rows-locked': {
    log: () => 'has its rows locked by a reader',
    tell: (f) => `A reader locks the rows of ${subject(f)}: its SQL thread cannot change them.`,
  },
  'rows-unlocked': {
    log: (f) => `has its rows back after ${span(n(f.args.us))}`,
    tell: (f) => `The lock on ${subject(f)} is gone after ${span(n(f.args.us))}: its SQL thread goes on.`,
  },
  dropped: same((f) => `lost ${lostCargo(f)}${f.args.peer === undefined ? '' : ` on the way to ${f.args.peer}`}`),
  resent: same(
    (f) =>
      `sends ${an(f)}${f.args.peer === undefined ? '' : ` to ${f.args.peer}`} again${f.args.us === undefined ? '' : `, ${span(f.args.us)} late`}`,
  ),
} satisfies Record<string, Sentences>
