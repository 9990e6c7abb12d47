import { count, entries, span } from '../numbers.ts'
import { terms } from '../terms.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** How a former master, or a slave that has diverged, comes back: as it is, or after taking back what only it has. */
const many = (k: number | undefined): string => count(n(k), 'entry', 'entries')

export const REJOIN_FACTS = {
  'rejoin-asked': {
    log: (f) => `told to follow ${who(f)} as it is`,
    tell: (f) => `${subject(f)} is to be a ${terms.slave} of ${who(f)}, with the log that it has.`,
  },
  'rewind-started': {
    log: (f) =>
      n(f.args.count) === 0 ? 'has nothing to take back' : `takes back ${entries(n(f.args.from), n(f.args.to))}`,
    tell: (f) =>
      n(f.args.count) === 0
        ? `${subject(f)} has nothing that ${who(f)} lacks, so there is nothing to take back.`
        : `${subject(f)} begins to take back ${entries(n(f.args.from), n(f.args.to))}, which ${who(f)} never had; that takes ${span(n(f.args.us))}.`,
  },
  'rewind-failed': {
    log: (f) => `cannot take back ${many(f.args.count)}: its log is purged`,
    tell: (f) =>
      `${subject(f)} cannot take back ${many(f.args.count)}: its log no longer holds all of them. It can only be built anew.`,
  },
  rewound: {
    log: (f) => (n(f.args.count) === 0 ? 'is as it was' : `took back ${entries(n(f.args.from), n(f.args.to))}`),
    tell: (f) =>
      n(f.args.count) === 0
        ? `${subject(f)} took nothing back.`
        : `${subject(f)} took back ${many(f.args.count)}: log and data end at #${n(f.args.from) - 1}, the last entry in common.`,
  },
  rejoined: same((f) => `is back, as a ${terms.slave} of ${who(f)}`),
} satisfies Record<string, Sentences>
