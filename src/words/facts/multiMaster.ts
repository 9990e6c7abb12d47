import type { Fact } from '../../engine/index.ts'
import { entryNamed } from '../entryNames.ts'
import { span } from '../numbers.ts'
import { terms } from '../terms.ts'
import { n, type Sentences, same, subject, who } from './sentences.ts'

/** What happens among several masters. */
const came = (f: Fact): string => entryNamed(f.args.entry)
const other = (f: Fact): string => entryNamed(f.args.other)
const key = (f: Fact): string => f.args.key ?? '?'

const OUTCOMES: Record<string, (f: Fact) => string> = {
  'kept-here': (f) => `${other(f)} stays`,
  'kept-there': (f) => `${came(f)} stays`,
  siblings: () => 'both stay, as siblings',
  merged: () => 'both are merged into one',
  stopped: () => 'the applier stops',
  skipped: () => 'the entry is skipped',
}
const outcome = (f: Fact): string => OUTCOMES[f.args.path ?? '']?.(f) ?? 'both were written'

export const MULTI_MASTER_FACTS = {
  'conflict-found': {
    log: (f) => `conflict on ${key(f)}: ${outcome(f)}`,
    tell: (f) => `${subject(f)} finds a conflict on ${key(f)} between ${came(f)} and ${other(f)}: ${outcome(f)}.`,
  },
  'write-discarded': {
    log: (f) => `discarded ${came(f)}, ${key(f)} is ${other(f)}`,
    tell: (f) => `${subject(f)} discards ${came(f)} on ${key(f)}${though(f)}.`,
  },
  'rows-swapped': {
    log: (f) => `keeps ${came(f)} on ${key(f)}, and ${who(f)} keeps ${other(f)}`,
    tell: (f) =>
      `${subject(f)} now has ${came(f)} on ${key(f)} and ${who(f)} has ${other(f)}: they are swapped, and no error says so.`,
  },
  'siblings-joined': {
    log: (f) => `${came(f)} replaces ${n(f.args.count)} siblings of ${key(f)}`,
    tell: (f) =>
      `${subject(f)} has one version of ${key(f)} again: ${came(f)} was written by somebody who had seen ${all(n(f.args.count))}.`,
  },
  'statement-redone': {
    log: (f) => `did ${came(f)} again: ${key(f)} is ${n(f.args.value)}`,
    tell: (f) =>
      `${subject(f)} does ${came(f)} again on its own row: ${key(f)} comes to ${n(f.args.value)}, and not to ${n(f.args.place)} as on ${who(f)}.`,
  },
  'below-zero': {
    log: (f) => `${key(f)} is ${n(f.args.value)} after ${came(f)}`,
    tell: (f) =>
      `${key(f)} is ${n(f.args.value)} on ${subject(f)}: each write by itself left enough, and no rule sees what both come to.`,
  },
  'siblings-kept': same((f) => `keeps ${n(f.args.count)} versions of ${key(f)}`),
  'applier-failed': {
    log: (f) => `error ${n(f.args.count)} at ${came(f)}: its applier of ${who(f)} stops`,
    tell: (f) =>
      f.args.count === 1950
        ? `The number of ${came(f)} is not higher than the last one in the log of ${subject(f)} (error 1950): it applies nothing more from ${who(f)}.`
        : f.args.count === 1062
          ? `${subject(f)} already has the row that ${came(f)} inserts (error 1062): it applies nothing more from ${who(f)}.`
          : `${subject(f)} has no row that ${came(f)} could change (error 1032): it applies nothing more from ${who(f)}.`,
  },
  'entry-skipped': same((f) => `skipped ${came(f)}`),
  'entry-dropped': {
    log: (f) => `dropped ${came(f)}: ${f.args.reason === 'own' ? 'its own' : 'applied before'}`,
    tell: (f) =>
      f.args.reason === 'own'
        ? `${subject(f)} drops ${came(f)}: it wrote that itself.`
        : `${subject(f)} drops ${came(f)}, because it has applied that before${n(f.args.count) > 1 ? `, ${n(f.args.count)} times` : ''}.`,
  },
  'applied-again': {
    log: (f) => `applied ${came(f)} again, time ${n(f.args.count)}`,
    tell: (f) => `${subject(f)} applies ${came(f)} again, for the ${nth(n(f.args.count))} time: nobody drops it.`,
  },
  'tombstone-collected': {
    log: (f) => `threw away the tombstone of ${key(f)}`,
    tell: (f) => `${subject(f)} throws away its tombstone: nothing there says any more that ${key(f)} was deleted.`,
  },
  'row-resurrected': {
    log: (f) => `${key(f)} is back, from ${who(f)}`,
    tell: (f) => `${key(f)} is back on ${subject(f)}: ${who(f)} never heard that it was deleted.`,
  },
  'masters-differ': {
    log: (f) => `${rows(f)} ${f.args.count === 1 ? 'differs' : 'differ'}`,
    tell: (f) => `The ${terms.masters} differ on ${rows(f)}.`,
  },
  'masters-agree': {
    log: (f) => `all ${terms.masters} agree, after ${span(n(f.args.us))}`,
    tell: (f) => `All ${terms.masters} agree again, after ${span(n(f.args.us))}.`,
  },
  'master-removed': same(() => 'was taken out of service'),
  'repair-started': same((f) => `compares all rows with ${who(f)}`),
  'repair-done': same((f) => `settled ${rows(f)} with ${who(f)}`),
  'client-moved': same((f) => `writes to ${who(f)} from now on`),
} satisfies Record<string, Sentences>

/** A conflict and what is thrown away by it at once, in one sentence. */
export const conflictWith = (f: Fact): string => {
  const { key, entry, other } = f.args
  return `${subject(f)} finds a conflict on ${key ?? '?'}: ${entryNamed(other)} stays, and ${entryNamed(entry)} is discarded${though(f)}.`
}

const all = (count: number): string => (count === 2 ? 'both' : `all ${count}`)

/** What speaks against throwing a write away. */
function though({ args: { us, reason } }: Fact): string {
  if (us === undefined) return reason === 'told-ok' ? ', though its client was told OK' : ''
  return `, though ${reason === 'told-ok' ? 'told OK and ' : ''}written ${span(us)} later`
}

const rows = (f: Fact): string => `${n(f.args.count)} ${f.args.count === 1 ? 'row' : 'rows'}`

/** 2nd, 3rd, 4th, 11th, 21st. */
function nth(count: number): string {
  const ending = count % 100 > 10 && count % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${count}${ending}`
}
