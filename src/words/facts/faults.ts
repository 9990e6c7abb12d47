import type { Fact } from '../../engine/index.ts'
import { messageWord } from '../messages.ts'
import { count, entries, numbers, span } from '../numbers.ts'
import { settingText } from '../settings.ts'
import { n, type Sentences, same, subject } from './sentences.ts'

/** What breaks, what is repaired, and what somebody changed. */
const place = (at: string): string => at.replace('~', ' and ')
const holds = (list: readonly number[]): string =>
  list.length === 0
    ? 'nothing promised was only there'
    : `${count(list.length, 'promised write')} ${list.length === 1 ? 'was' : 'were'} only there`

const lostCargo = ({ args: { reason = '', from, to } }: Fact): string =>
  reason === 'entries' && from !== undefined ? entries(from, to) : messageWord(reason)

const an = ({ args: { reason = 'a message' } }: Fact): string => messageWord(reason)

export const FAULT_FACTS = {
  killed: {
    log: ({ args: { list = [] } }) => (list.length === 0 ? 'killed' : `killed holding ${numbers(list)}`),
    tell: (f) => `${subject(f)} dies, and ${holds(f.args.list ?? [])}.`,
    why: 'A crash of the host breaks its connections at once. Its log survives on disk; what was on the wire does not.',
  },
  'node-restarted': {
    log: () => 'restarted, reads its log',
    tell: (f) => `${subject(f)} starts again and reads its log.`,
    why: 'A node that starts again first brings its data in line with its log.',
  },
  'node-recovered': same(
    (f) =>
      `is back with everything up to #${n(f.args.to)}${n(f.args.count) === 0 ? '' : `, ${n(f.args.count)} rolled back`}`,
    'What had reached the binlog is committed, what had not is rolled back, whatever clients were told.',
  ),
  'link-cut': {
    log: (f) => (n(f.args.count) === 0 ? 'cut' : `cut, ${count(n(f.args.count), 'message')} lost`),
    tell: (f) =>
      n(f.args.count) === 0
        ? `The network between ${place(f.at)} is cut.`
        : `The network between ${place(f.at)} is cut, and ${count(n(f.args.count), 'message')} on it ${n(f.args.count) === 1 ? 'is' : 'are'} lost.`,
    why: 'A cut resets the connections: both ends notice at once, and what was on its way is gone.',
  },
  'link-stalled': {
    log: () => 'goes silent',
    tell: (f) => `The network between ${place(f.at)} goes silent, and neither end is told.`,
    why: 'The bytes are held with the connection up. Silence looks like having nothing to say until a timeout passes.',
  },
  'link-healed': {
    log: () => 'works again',
    tell: (f) => `The network between ${place(f.at)} works again.`,
    why: 'What was held goes on; what was cut has to be asked for again.',
  },
  dropped: same(
    (f) => `lost ${lostCargo(f)}${f.args.peer === undefined ? '' : ` on the way to ${f.args.peer}`}`,
    'A message dies with the connection that carried it.',
  ),
  resent: same(
    (f) =>
      `sends ${an(f)}${f.args.peer === undefined ? '' : ` to ${f.args.peer}`} again${f.args.us === undefined ? '' : `, ${span(f.args.us)} late`}`,
    'A connection sends again what was lost on the way. Nothing is missing in the end, but all that follows waits for it.',
  ),
  'setting-changed': {
    log: (f) => settingText(f.args, f.at),
    tell: (f) => `Somebody changes a setting: ${settingText(f.args)}.`,
    why: 'You, or the script of the scenario, changed it.',
  },
} satisfies Record<string, Sentences>
