/**
 * Two strategies side by side: what each side is called, the figures by which they are compared, what each figure counts, and
 * which side is better. Lower is better in every row.
 */
import type { Service } from '../engine/index.ts'
import { type Opened, type Scenario, strategyOf } from '../run/index.ts'
import { count, list, moment, span, whole } from './numbers.ts'
import { terms } from './terms.ts'

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

export const strategyWords = {
  cannot: (problem: string) => `There is nothing to compare with: ${problem}`,
  beside: (here: string, there: string) => `${here} beside ${there.slice(0, 1).toLowerCase()}${there.slice(1)}`,
  /** Beside the heading. */
  sameRequests: 'The same requests on both sides.',
  sameActions: 'What you do to one side is done to the other, too.',
  service: 'What each side has been worth to its clients so far',
  side: 'Side',
  better: 'better',
  alike: 'alike',
}

/** What two runs are called beside each other: by what sets them apart. */
export function sideNames(here: Scenario, there: Scenario): [string, string] {
  const [one, other] = [nameOf(here), nameOf(there)]
  if (one !== other) return [one, other]
  const [mine, theirs] = [here, there].map(({ replication, multiMaster }) =>
    strategyOf(here) === 'one-master' ? replication.mode : multiMaster.rule,
  ) as [string, string]
  if (mine !== theirs) return [`${one}, ${mine}`, `${other}, ${theirs}`]
  return ['This run', 'The other run']
}

function nameOf({ nodes, multiMaster, regions }: Scenario): string {
  const number = NUMBERS[nodes.length] ?? String(nodes.length)
  if (regions.kind !== 'none') return `${number} regions, ${regions.kind.toUpperCase()}`
  return multiMaster.topology === 'none' ? `One ${terms.master}` : `${number} ${terms.masters}`
}

const CHANGED: Record<Opened['what'], (who: string, many: boolean) => string> = {
  rate: (who, many) => `${who} ${many ? 'send at their rates' : 'sends at its rate'} whatever the answers`,
  reads: (who, many) => `${who} ${many ? 'write at their rates and read' : 'writes at its rate and reads'} no more`,
  operation: (who, many) => `${who} ${many ? 'put' : 'puts'} numbers`,
  entries: (who, many) => `${who} ${many ? 'write' : 'writes'} one entry at a time`,
}

/** What was changed so that both sides are asked the same, and what could not be done to the other side. '' = nothing. */
export function changedSentence(opened: readonly Opened[], left: number): string {
  const kinds = (Object.keys(CHANGED) as Opened['what'][]).flatMap((what) => {
    const who = opened.filter((one) => one.what === what).map(({ client }) => client)
    return who.length === 0 ? [] : [CHANGED[what](list(who), who.length > 1)]
  })
  const same = kinds.length === 0 ? '' : `So that both sides are asked the same, ${kinds.join('; ')}.`
  const not = left === 0 ? '' : `${count(left, 'action')} of this run cannot be done to the other side.`
  return [same, not].filter((text) => text !== '').join(' ')
}

/** One figure of both sides. */
export interface ServiceRow {
  id: string
  name: string
  hint: string
  here: ServiceCell
  there: ServiceCell
}

export interface ServiceCell {
  text: string
  /** Of the two the smaller one. */
  better: boolean
  /** Where it can be seen, in microseconds; null = nowhere. */
  at: number | null
  /** Where that leads, for whoever cannot see the table. */
  said: string
}

interface Figure {
  id: string
  name: string
  hint: string
  /** What is compared; null = there is none. */
  value: (of: Service) => number | null
  text: (of: Service) => string
  at: (of: Service) => number | null
  /** What stands at that moment. */
  shows: string
}

const time = (us: number | null): string => (us === null ? 'none' : span(us))

const FIGURES: readonly Figure[] = [
  {
    id: 'writes-median',
    name: 'Write, median',
    hint: 'Half of all writes that were told OK took no longer, from when the client wanted them.',
    value: ({ writes }) => writes.medianUs,
    text: ({ writes }) => time(writes.medianUs),
    at: () => null,
    shows: '',
  },
  {
    id: 'writes-p95',
    name: 'Write, 95th percentile',
    hint: 'Of 100 writes that were told OK 95 took no longer.',
    value: ({ writes }) => writes.p95Us,
    text: ({ writes }) => time(writes.p95Us),
    at: ({ writes }) => writes.p95At,
    shows: 'the answer to that write',
  },
  {
    id: 'reads-median',
    name: 'Read, median',
    hint: 'Half of all reads that were answered took no longer, from when the client wanted them.',
    value: ({ reads }) => reads.medianUs,
    text: ({ reads }) => time(reads.medianUs),
    at: () => null,
    shows: '',
  },
  {
    id: 'reads-p95',
    name: 'Read, 95th percentile',
    hint: 'Of 100 reads that were answered 95 took no longer.',
    value: ({ reads }) => reads.p95Us,
    text: ({ reads }) => time(reads.p95Us),
    at: ({ reads }) => reads.p95At,
    shows: 'the answer to that read',
  },
  {
    id: 'without',
    name: 'Without service',
    hint: 'Time in which the writes of at least one client failed, or waited for over a second.',
    value: ({ without }) => without.us,
    text: ({ without: { us, clients } }) => (us === 0 ? '0 s' : `${span(us)}, ${count(clients, 'client')}`),
    at: ({ without }) => without.from,
    shows: 'where the longest began',
  },
  {
    id: 'failed',
    name: 'Failed',
    hint: 'Requests that were refused, or whose client gave up waiting; they are not repeated.',
    value: ({ failed }) => failed.count,
    text: ({ failed: { refused, unknown, reads } }) =>
      refused + unknown + reads === 0 ? '0 requests' : `${count(refused + unknown, 'write')}, ${count(reads, 'read')}`,
    at: ({ failed }) => failed.at,
    shows: 'the first of them',
  },
  {
    id: 'lost',
    name: 'Lost',
    hint: 'Writes told OK that a newer epoch began without.',
    value: ({ lost }) => lost.count,
    text: ({ lost }) => count(lost.count, 'write'),
    at: ({ lost }) => lost.at,
    shows: 'where the first of them was lost',
  },
  {
    id: 'discarded',
    name: 'Discarded',
    hint: 'Writes told OK that were thrown away when a conflict was resolved.',
    value: ({ discarded }) => discarded.count,
    text: ({ discarded }) => count(discarded.count, 'write'),
    at: ({ discarded }) => discarded.at,
    shows: 'where the first of them was thrown away',
  },
  {
    id: 'stale',
    name: 'Stale reads',
    hint: 'Reads that had not heard of a write of their row that was told OK before they were sent.',
    value: ({ stale, reads }) => (reads.count === 0 ? null : stale.count),
    text: ({ stale, reads }) => (reads.count === 0 ? 'none' : `${whole(stale.count)} of ${whole(reads.count)}`),
    at: ({ stale }) => stale.at,
    shows: 'the first of them',
  },
]

/** What one run has been worth, as far as it has come: without figures that no request has touched. */
export const serviceLines = (of: Service): { id: string; name: string; hint: string; text: string }[] =>
  FIGURES.filter(({ value }) => value(of) !== null).map(({ id, name, hint, text }) => ({
    id,
    name,
    hint,
    text: text(of),
  }))

/** Figures that no request has touched on either side are left out. `names`: of the sides. */
export function serviceRows(here: Service, there: Service, names: Record<'here' | 'there', string>): ServiceRow[] {
  return FIGURES.filter(({ value }) => value(here) !== null || value(there) !== null).map((figure) => {
    const { id, name, hint, value } = figure
    const [mine, theirs] = [value(here), value(there)]
    const isBetter = (one: number | null, other: number | null) => one !== null && other !== null && one < other
    return {
      id,
      name,
      hint,
      here: cellOf(figure, here, names.here, isBetter(mine, theirs)),
      there: cellOf(figure, there, names.there, isBetter(theirs, mine)),
    }
  })
}

function cellOf({ name, text, at, shows }: Figure, of: Service, side: string, better: boolean): ServiceCell {
  const [words, where] = [text(of), at(of)]
  const said = where === null ? '' : `${name}, ${side}: ${words}. Go to ${shows}, ${moment(where)}`
  return { text: words, better, at: where, said }
}
