/**
 * Choosing how to replicate: controls, names, and sentences around figures. No sentence says how a way of replicating fares:
 * that stands in the figures that are put into it. What one *is* may be said.
 */

import { spelled } from './home.ts'
import { count, list, span, whole } from './numbers.ts'
import { capital, terms } from './terms.ts'

type Candidate = 'async' | 'semi-sync' | 'quorum' | 'later-wins' | 'merging' | 'mrec' | 'mrsc'
type Measure = 'lost' | 'discarded' | 'handed' | 'without' | 'stale' | 'latency'
const TRIALS = ['calm', 'death', 'cut', 'same-row'] as const
type Trial = (typeof TRIALS)[number]

interface Finding {
  measure: Measure
  value: number
  limit: number | null
  holds: boolean
  trial: Trial
}

export const choosing = {
  title: 'Choose how to replicate',
  asked: 'What you ask of it',
  limits: 'What must not happen',
  begin: 'Begin with',
  readers: { shop: 'a shop', editor: 'a shared document', bank: 'a bank' },
  recommended: 'By your numbers',
  trying: (done: number, of: number) => `Trying: ${done} of ${of} runs`,
  first: (ways: number, places: number) =>
    `${capital(spelled(ways))} ways of replicating are tried, each in ${spelled(TRIALS.length)} trials: ${list(TRIALS.map((trial) => lower(trialName(trial, places))))}.`,
  tried: (runs: number) => `${whole(runs)} runs tried.`,
  /** For screen readers. */
  answered: (best: Candidate, runs: number) =>
    `By your numbers: ${candidateWords(best).name}. ${whole(runs)} runs tried.`,
  because: 'Because',
  accepts: 'What you accept with it',
  show: 'Show me',
  beside: 'The best two, side by side',
  besideNames: (one: string, other: string) => `${one}, and ${lower(other)}:`,
  table: 'All that were tried, best first; worst figure of all trials',
  candidate: 'Way of replicating',
  machines: 'Machines',
  holds: 'within your limit',
  breaks: 'over your limit',
  free: 'you set no limit',
  copy: 'Copy link',
  copied: 'The link to these numbers is copied.',
  problem: 'The trials stopped.',
  reality: 'What these figures are',
  get notes(): string[] {
    return [
      'Every figure is measured in runs of this lab’s model with your numbers, one seed, and the same requests for all. Your database has other hardware, other software and other luck: compare, do not copy.',
      'Trials: calm; the machine that leads dies and is back after 4 s; a place (of one place, that machine) is cut off for 4 s; everybody writes one row at the same moment, six times. Real cuts last longer, and who waits for their end waits as long.',
      `One ${terms.master} has two ${terms.slaves}, in other places where there are several, and a monitor that asks every 0.5 s and misses three answers before it acts. Semi-sync waits 1 s before it goes on alone (MySQL: 10 s). Nobody fences a ${terms.master} that is cut off.`,
      `Articles name two ways, and one ${terms.master} for whoever needs consistency. That holds only for reads that go to the ${terms.master}, and one that is cut off goes on answering them: see the old reads.`,
      'A region is three copies in three zones; the strong kind has a third region as a witness where you have two places. An addition to a counter is drawn as a value that is put: what is thrown away is the same.',
      'A link leads to where the first of what is counted is seen; play on, and the others follow. Time without service counts while at least one client has none. Failed requests are not repeated.',
    ]
  },
}

const lower = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)

/** Of a control, by the name of the need. */
export const needNames = {
  places: 'Places with users',
  apart: 'Between places, one way',
  writers: 'Who writes',
  writes: 'Writes',
  reads: 'Reads',
  hot: 'Requests for one row',
  rows: 'A write',
  lose: 'Promised writes lost',
  decides: 'Two change one row: who decides',
  old: 'Readers are shown old data',
  without: 'Time without service',
  latency: 'A write, 95th percentile',
}

/** What a need is about, where its name does not say it. */
export const needHints: Partial<Record<keyof typeof needNames, string>> = {
  writers: 'Everywhere: somebody in each place. One place: two in the first one, the others only read.',
  hot: 'Share of all requests that go to the same row.',
  rows: 'A value that is thrown away may be followed by a later one; an addition that is thrown away is missing in the sum.',
  lose: 'Writes that were told OK and are gone, in one trial.',
  decides: 'Nobody: it must not happen. The clock: the later write stays. The application: it is handed both.',
  old: 'May: they read where they stand. Never: they ask for the newest.',
  without: 'Time in one trial in which some client has no service.',
  latency: 'Of 100 writes in the calm trial 95 take no longer.',
}

export const needChoices: Record<string, string> = {
  everywhere: 'everywhere',
  'one-place': 'one place',
  plain: 'puts a value',
  counters: 'adds to it',
  nobody: 'nobody',
  clock: 'the clock',
  application: 'application',
  may: 'may be',
  never: 'never',
}

/** A number with its unit. `atMost`: it is a limit. */
export function needValue(unit: string, value: number, atMost: boolean): string {
  if (unit === 'places') return String(value)
  const text =
    unit === 'ms'
      ? span(value * 1000)
      : unit === '%'
        ? `${value} %`
        : unit === 'writes'
          ? value === 0
            ? 'none'
            : whole(value)
          : `${whole(value)} ${unit}`
  if (!atMost || (unit === 'writes' && value === 0)) return text
  return value === 0 ? 'none' : `at most ${text}`
}

/** What a way of replicating is called, and what it is. */
export function candidateWords(candidate: Candidate): { name: string; is: string } {
  const { master, masters, slave, slaves } = terms
  const one = `One ${master}`
  const several = `Several ${masters}`
  return {
    async: {
      name: `${one}, asynchronous`,
      is: `A write is OK once the ${master} has it; ${slaves} copy it afterwards.`,
    },
    'semi-sync': {
      name: `${one}, semi-synchronous`,
      is: `A write is OK once a ${slave} has received it; where none answers, the ${master} goes on alone after a while.`,
    },
    quorum: {
      name: `${one}, quorum`,
      is: `A write is OK once a ${slave} has received it, so that two of three have it; where none answers, it waits.`,
    },
    'later-wins': {
      name: `${several}, later write wins`,
      is: `Every ${master} says OK at once, and clients use the one near them; of two writes to one row the later one by the clocks stays.`,
    },
    merging: {
      name: `${several}, both versions kept`,
      is: `Every ${master} says OK at once, and clients use the one near them; of two writes to one row both are kept, and the application merges them.`,
    },
    mrec: {
      name: 'A global table, MREC',
      is: 'Every place has a region, three copies of the data, which says OK alone; of two writes to one row the later one stays.',
    },
    mrsc: {
      name: 'A global table, MRSC',
      is: 'Every place has a region, three copies of the data; a write is OK once a second region has agreed to it.',
    },
  }[candidate]
}

/** Heads of the columns, and what is counted. */
export const measureWords: Record<Measure, { name: string; hint: string }> = {
  lost: { name: 'Lost', hint: 'Writes told OK that are gone.' },
  discarded: { name: 'Thrown away', hint: 'Writes told OK that lost a conflict.' },
  handed: { name: 'Left to you', hint: 'Conflicts that the application has to settle.' },
  without: {
    name: 'No service',
    hint: 'Time in which at least one client’s writes failed or waited for over a second.',
  },
  stale: { name: 'Old reads', hint: 'Reads that showed less than had been told OK when they were asked.' },
  latency: { name: 'A write', hint: 'Of 100 writes in the calm trial 95 took no longer.' },
}

/** `of`: places with users. */
export const trialName = (trial: Trial, of: number): string =>
  ({
    calm: 'Calm',
    death: 'A machine dies',
    cut: of === 1 ? 'A machine is cut off' : 'A place is cut off',
    'same-row': 'One row at once',
  })[trial]

/** How fast writes are is asked of the calm trial only. */
const when = ({ measure, trial }: Finding, of: number): string =>
  measure === 'latency'
    ? ''
    : {
        calm: ' though nothing happens',
        death: ' when the machine that leads dies',
        cut: of === 1 ? ' when the first machine is cut off from the others' : ' when the first place is cut off',
        'same-row': ' when all write one row at the same moment',
      }[trial]

/** A figure by itself, as in a cell. */
export const measured = (measure: Measure, value: number): string => {
  if (!Number.isFinite(value)) return 'no OK'
  if (measure === 'without') return value === 0 ? '0 s' : span(value * 1000)
  return measure === 'latency' ? span(value * 1000) : whole(value)
}

/** "7 reads show old data": what happens with a way of replicating. */
function happens({ measure, value }: Finding): string {
  const writes = count(value, 'promised write is', 'promised writes are')
  switch (measure) {
    case 'lost':
      return `${writes} lost`
    case 'discarded':
      return `${writes} thrown away`
    case 'handed':
      return `${count(value, 'conflict is', 'conflicts are')} left to the application`
    case 'without':
      return value === 0 ? 'nobody is without service' : `somebody is without service for ${span(value * 1000)}`
    case 'stale':
      return `${count(value, 'read shows', 'reads show')} old data`
    case 'latency':
      return Number.isFinite(value) ? `a write takes ${span(value * 1000)}` : 'no write is told OK'
  }
}

/** How many of the reader's limits the best one holds. */
export function headline(broken: number, limits: number, trials: number): string {
  const all = `in all ${spelled(trials)} trials`
  if (broken === 0) return `It stays within ${limits === 1 ? 'your limit' : `all ${spelled(limits)} limits`} ${all}.`
  return `Nothing that was tried stays within all ${spelled(limits)} limits. This breaks ${spelled(broken)}, and breaks what weighs least.`
}

/** A limit that the best one holds, and what another does. `of`: places with users. */
export function reasonWords(
  mine: Finding,
  rival: { candidate: Candidate; finding: Finding } | null,
  breaking: number,
  others: number,
  of: number,
): { says: string; other: string } {
  const says = mine.value === 0 ? NOTHING[mine.measure] : `${capital(happens(mine))}${limitOf(mine)}.`
  if (rival === null) return { says, other: 'All others stay within that limit, too.' }
  const { candidate, finding } = rival
  const alone =
    breaking === 1
      ? ''
      : `; ${breaking === others ? `all ${spelled(others)}` : `${spelled(breaking)} of ${spelled(others)}`} others break this limit`
  return {
    says,
    other: `With ${lower(candidateWords(candidate).name)}: ${happens(finding)}${when(finding, of)}${alone}.`,
  }
}

/** What decided between the best two, where no limit did. `broken`: limits that both break. */
export function decidedWords(
  { by, mine, theirs }: { by: 'machines' | 'writeMs' | 'readMs'; mine: number; theirs: number },
  second: Candidate,
  broken: number,
): string {
  const alike = `${candidateWords(second).name}: ${broken === 0 ? 'within the same limits' : 'over the same limits'}`
  if (by === 'machines') return `${alike}, with ${count(theirs, 'machine')} instead of ${whole(mine)}.`
  const what = by === 'writeMs' ? 'writes' : 'reads'
  return `${alike}; half of its ${what} take ${span(theirs * 1000)} instead of ${span(mine * 1000)}.`
}

const NOTHING: Record<Measure, string> = {
  lost: 'No promised write is lost.',
  discarded: 'No promised write is thrown away.',
  handed: 'No conflict is left to the application.',
  without: 'Nobody is ever without service.',
  stale: 'No read is answered with old data.',
  latency: 'Writes take no time.',
}

const limitOf = ({ measure, limit, holds }: Finding): string => {
  if (limit === null) return ''
  const text = measure === 'without' || measure === 'latency' ? span(limit * 1000) : whole(limit)
  return holds ? `, of ${text} that you allow` : `, and you allow ${limit === 0 ? 'none' : text}`
}

/** The worst that the best one does. */
export const acceptWords = (finding: Finding, of: number): string =>
  `${capital(happens(finding))}${when(finding, of)}${limitOf(finding)}.`

/** A cell of the table for whoever cannot see it. */
export const findingSaid = (finding: Finding, of: number): string => {
  const { measure, value, limit, holds, trial } = finding
  const worst = value === 0 ? '' : `, worst in the trial “${trialName(trial, of)}”`
  const judged = limit === null ? choosing.free : holds ? choosing.holds : choosing.breaks
  return `${measureWords[measure].name}: ${measured(measure, value)}${worst}; ${judged}`
}

/** Name and text of a run that was made for a trial. */
export function trialWords(
  candidate: Candidate,
  trial: Trial,
  { places, apart, writes, reads }: { places: number; apart: number; writes: number; reads: number },
): { title: string; about: string } {
  const { name, is } = candidateWords(candidate)
  const far = places === 1 ? 'one place' : `${spelled(places)} places ${apart} ms apart`
  return {
    title: `${capital(name)}: ${lower(trialName(trial, places))}`,
    about: `${is} Made from a reader’s numbers: ${list([`${writes} writes a second`, `${reads} reads a second`])}, ${far}. ${TOLD[trial](places)} The fault is scaled: a real one lasts longer.`,
  }
}

const TOLD: Record<Trial, (of: number) => string> = {
  calm: () => 'Nothing happens.',
  death: () => 'At 1 s the machine that leads dies, just after a write; at 5 s it is back.',
  cut: (of) => `From 1 s to 5 s ${of === 1 ? 'db1 is cut off from the others' : 'the east is cut off'}.`,
  'same-row': () => 'From 1 s on all writers write k1 at the same moment, six times.',
}
