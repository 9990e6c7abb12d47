import { span } from './numbers.ts'
import { terms } from './terms.ts'

/** Short texts that stand on the pictures themselves. */

/** Legend and tooltips of a cell, in the order of the legend. */
export const cellWords = {
  promised: 'told OK',
  acked: 'acked',
  received: 'received',
  applied: 'applied',
  lost: 'lost',
  extra: 'only here',
} as const

/** What the legend says about each, in full. */
export const cellHints: Record<keyof typeof cellWords, string> = {
  promised: 'Bar above: the client was told OK.',
  acked: 'Bar below: one for each acknowledgement.',
  received: 'Hatched: in the relay log, not yet readable.',
  applied: 'Solid: part of the data.',
  lost: 'Dashed, with a cross for the missing proof: told OK and gone.',
  extra: 'Torn: held by a node that the others have left behind.',
}

export const captions = {
  /** Under the bracket at the end of the binlog. */
  onlyHere: 'promised, and only here',
  client: 'client',
  reader: 'reader',
  /** In the legend, beside a double line, one with a bar, and one whose second line is dotted. */
  waitedFor: 'waited for',
  gate: 'gate',
  gaveUp: 'stopped waiting',
  sentAgain: 'to be sent again',
  heartbeatRow: 'heartbeat row',
  heldBack: 'held on purpose',
  lockedRows: 'locked',
  copyOfData: 'copy of data',
  purged: 'purged',
  lease: 'lease',
  readOnlySign: 'takes no writes',
  switchedOff: 'switched off',
  behindProxy: 'fenced',
  cutOff: 'cut off',
  /** Under a client that has read what no newer epoch holds. */
  noLongerExists: 'no longer exists',
  /** On a card that is not the same on the branch beside. */
  differs: 'differs',
  epoch: 'epoch',
  notRunYet: 'not run yet',
  hurried: (factor: number) => `Nothing was under way here: auto pace went ${Math.round(factor)} times faster.`,
  noAnswer: 'no answer',
  down: 'down',
  fenced: 'fenced',
  readOnly: 'read-only',
  rewinding: 'rewinding',
  stalled: 'silent',
  cut: 'cut',
  clients: 'clients',
  threads: { receiver: 'I/O', applier: 'SQL' },
} as const

/** Behind a link's line, for the legend: what its style means. */
export const linkHints = {
  async: 'Single line: the other side is not waited for.',
  get semiSync() {
    return `Double line: the ${terms.master} waits for an acknowledgement.`
  },
  get fallenBack() {
    return `Second line dotted: the ${terms.master} has stopped waiting.`
  },
  stalled: 'Dotted: silent, what is sent is held.',
  cut: 'Two strokes: cut.',
}

/** At the gate of a master that waits. */
export const gateWords = {
  semiSync: 'semi-sync',
  quorum: 'quorum',
  all: 'all',
  blocked: 'blocked',
} as const

/** How many acknowledgements have come, of how many: "1 of 2". */
export const gateCount = (have: number, needed: number): string => `${have} of ${needed}`

/** On a card whose clock is off: "+2 s". */
export const clockOffset = (us: number): string => `${us < 0 ? '\u2212' : '+'}${span(Math.abs(us))}`
