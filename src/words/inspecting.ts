import { count } from './numbers.ts'
import { terms } from './terms.ts'

/** What the parts of the inspector are called. */
export const inspecting = {
  data: 'Data',
  dataColumns: ['key', 'value', 'entry', 'written on'],
  noData: 'No rows yet.',
  newerOn: (id: string, value: number) => `${id} has ${value}`,
  log: 'Log',
  pickCell: 'Point at an entry, or walk with the arrows, to read its story.',
  lag: 'Lag',
  arrived: 'It has left the stage: it arrived, or it was lost.',
  sentBy: 'What sent it',
  sentByItself: 'Nothing in the run made it go: it is its sender’s own rhythm.',
  backToSent: 'Go to when it was sent',
  itsLink: 'Its link',
  underWayHere: 'On the way here',
  notYet: 'What it causes is not foretold.',
  gateNow: (gate: string) =>
    gate === 'fallen-back'
      ? 'It has stopped waiting for acknowledgements.'
      : gate === 'blocked'
        ? 'It waits for more acknowledgements than can come.'
        : 'It holds back an answer until the acknowledgements are there.',
  extra: (from: number) => `From #${from} on its log holds what the newest epoch began without.`,
  /** What a node has and the newest master lacks. */
  errant: ({ set, count: size }: { set: string; count: number }) =>
    `Errant: ${set}, ${count(size, 'entry', 'entries')}.`,
  get errantHint() {
    return `It has executed them and the newest ${terms.master} has not: its GTID set minus that one’s. Only without them can it follow.`
  },
  get errantNone() {
    return `Its errant set is empty: it has nothing that the newest ${terms.master} lacks, and can simply follow.`
  },
  clockHint: 'Its time stamps are wrong by that, and so is the lag that is reckoned from them.',
} as const
