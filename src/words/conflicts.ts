import type { ConflictFrame, EntryName, Frame, SiteFrame, VersionFrame } from '../engine/index.ts'
import { conflictSentence, entryTag, pairOf, versionFate, versionValue } from './masters.ts'
import { list, moment, span, whole } from './numbers.ts'
import { originsOf, siteOf } from './sites.ts'
import { capital, terms } from './terms.ts'

/** The card of a conflict, and what a master's own panel says about its data, its channels and its clocks. */
export const conflictWords = {
  tab: 'Conflict',
  none: 'No conflict so far.',
  get noneHint() {
    return `Two ${terms.masters} that change one row without knowing of each other make one.`
  },
  compared: 'The two versions',
  value: 'value',
  by: 'by',
  clockSays: 'clock says',
  reallyAt: 'really at',
  hybrid: 'hybrid time',
  vector: 'vector',
  whoIsTold: 'Who is told?',
  // all writes of late
  writes: 'The writes and their vectors',
  write: 'write',
  seenOf: (node: string) => `writes of ${node} that its writer had seen`,
  about: (id: number) => `conflict ${id}`,
  all: 'The last conflicts',
  operator: 'What an operator would do',
  base: (version: VersionFrame, frame: Frame) =>
    `Both had seen ${entryTag(version, frame)} (${versionValue(version)}).`,
  // a master
  clocks: 'Clocks',
  offset: 'offset',
  drift: 'drift',
  noDrift: 'none',
  wall: 'wall clock',
  seen: 'has applied',
  priority: 'priority',
  channels: 'Channels',
  noChannels: 'It copies from nobody.',
  channelColumns: ['from', 'received', 'applied', 'waiting'],
  stoppedHere: (code: number, key: string, entry: string) =>
    `Error ${code} at ${entry} on ${key}: nothing more is applied from here.`,
  rows: 'Rows',
  noRows: 'No rows yet.',
  rowColumns: ['row', 'value', 'written by', 'seen'],
  since: (at: number) => `since ${moment(at)}`,
} as const

/** 10:00:04.1, as a clock on the wall would say: every run begins at ten. */
export function clockFace(us: number, places: number): string {
  const day = 86_400_000_000
  const at = (((36_000_000_000 + us) % day) + day) % day
  const two = (n: number) => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(at / 3_600_000_000), Math.floor(at / 60_000_000) % 60, Math.floor(at / 1_000_000) % 60]
  const rest = String(at % 1_000_000).padStart(6, '0')
  return `${two(h)}:${two(m)}:${two(s)}.${rest.slice(0, places)}`
}

/** So many decimals that times which differ look different. */
export function placesFor(...pairs: readonly (readonly [number, number])[]): number {
  const gaps = pairs.map(([a, b]) => Math.abs(a - b)).filter((gap) => gap > 0)
  const least = Math.min(...gaps, 1_000_000)
  return least >= 100_000 ? 1 : least >= 1000 ? 3 : 6
}

const DONE: Record<ConflictFrame['kind'], string> = {
  'update-update': 'written twice',
  'insert-insert': 'inserted twice',
  unique: 'one unique value twice',
  'update-delete': 'changed and deleted',
  'delete-delete': 'deleted twice',
}

/** "written twice in 0.3 s". */
export function twiceWords({ kind, here, there }: ConflictFrame): string {
  const gap = Math.abs(here.bornAt - there.bornAt)
  return gap === 0 ? `${DONE[kind]} at once` : `${DONE[kind]} in ${span(gap).replaceAll(' ', '\u00a0')}`
}

/** Over a version's column: what became of it. */
export function fateWord(conflict: ConflictFrame, version: VersionFrame): string {
  const { outcome, here } = conflict
  if (outcome === 'siblings') return 'sibling'
  if (outcome === 'merged') return 'merged'
  const fate = versionFate(conflict, version)
  if (fate !== 'open') return fate
  if (version === here) return 'was here'
  return outcome === 'stopped' ? 'not applied' : 'skipped'
}

/** "c1 at db1". */
export const writerWords = ({ client, origin }: VersionFrame): string =>
  client === '' ? `made at ${origin}` : `${client} at ${origin}`

/** A sentence with swatches of origins in it. */
export type Told = readonly (string | { readonly origin: string })[]

/** A counter of two vectors that is not the same in both. */
interface Higher {
  origin: string
  more: number
  less: number
}

/** Where the first of two vectors is higher; what a vector leaves out counts as 0. */
function higher(a: readonly EntryName[], b: readonly EntryName[]): Higher[] {
  const other = new Map(b.map(({ origin, sequence }) => [origin, sequence]))
  return a.flatMap(({ origin, sequence }) => {
    const less = other.get(origin) ?? 0
    return sequence > less ? [{ origin, more: sequence, less }] : []
  })
}

const inWhich = (places: readonly Higher[]): Told =>
  places.flatMap(({ origin, more, less }, i) => [
    i === 0 ? ' in ' : i === places.length - 1 ? ' and in ' : ', in ',
    { origin },
    ` (${more} > ${less})`,
  ])

/** What the two vectors of a conflict say. */
export function vectorVerdict(conflict: ConflictFrame, frame: Frame): Verdict {
  const [a, b] = pairOf(conflict, frame)
  const { relation } = conflict
  if (relation === 'concurrent' || a === conflict.here) return pairVerdict(a, b, relation, frame)
  return pairVerdict(a, b, relation === 'before' ? 'after' : 'before', frame)
}

export interface Verdict {
  title: string
  why: Told
}

/** The same of any two writes: did either writer know the other? */
export function writesVerdict(a: VersionFrame, b: VersionFrame, frame: Frame): Verdict {
  const knows = (one: VersionFrame, other: VersionFrame) => counterIn(one.vector, other.origin) >= other.sequence
  return pairVerdict(a, b, knows(b, a) ? 'before' : knows(a, b) ? 'after' : 'concurrent', frame)
}

/**
 * What two vectors say, and why: "A6 is higher in A (6 > 5), B3 in B (3 > 2). Neither saw the other." `relation`: of the first
 * to the second.
 */
function pairVerdict(a: VersionFrame, b: VersionFrame, relation: ConflictFrame['relation'], frame: Frame): Verdict {
  const [first, second] = [entryTag(a, frame), entryTag(b, frame)]
  const [inA, inB] = [higher(a.vector, b.vector), higher(b.vector, a.vector)]
  if (relation === 'concurrent') {
    const title = 'Vectors say: concurrent'
    if (inA.length > 0 && inB.length > 0)
      return {
        title,
        why: [`${first} is higher`, ...inWhich(inA), `, ${second}`, ...inWhich(inB), '. Neither saw the other.'],
      }
    // Two writes of one master: its counter cannot tell them apart, their dots can.
    const [tall, low, places] = inA.length > 0 ? [first, second, inA] : [second, first, inB]
    if (places.length === 0) return { title, why: ['Both vectors are equal, and neither writer had read the other.'] }
    const end = `, and ${low} nowhere: yet the writer of ${tall} had not read ${low}. Only dots tell that.`
    return { title, why: [`${tall} is higher`, ...inWhich(places), end] }
  }
  const isFirstOld = relation === 'before'
  const [older, newer, places] = isFirstOld ? [first, second, inB] : [second, first, inA]
  const why: Told =
    places.length > 0
      ? [`${newer} is higher`, ...inWhich(places), `, ${older} nowhere: the writer of ${newer} had seen ${older}.`]
      : [`The writer of ${newer} had seen ${older}.`]
  return { title: `Vectors say: ${older} before ${newer}`, why }
}

const RULES: Record<ConflictFrame['rule'], string> = {
  'wall-clock': 'latest wall clock wins',
  'hybrid-clock': 'latest hybrid clock wins',
  'version-vectors': 'siblings, by version vectors',
  'dotted-version-vectors': 'siblings, by dotted version vectors',
  'site-priority': 'highest priority wins',
  function: 'your function',
  arrival: 'what arrives last stands',
}

/** "Rule: latest wall clock wins". */
export const ruleTitle = ({ rule }: Pick<ConflictFrame, 'rule'>): string => `Rule: ${RULES[rule]}`

/** Under the segments, once another rule is set than the one that decided here. */
export const ruleSince = ({ rule }: ConflictFrame, now: ConflictFrame['rule']): string =>
  rule === now ? '' : `From now on: ${RULES[now]}. Here it was: ${RULES[rule]}.`

/** What the rule decided and why; `catch` = what it costs, in bold. */
export function ruleVerdict(conflict: ConflictFrame, frame: Frame): { why: string; catch: string } {
  const { outcome, error, rule } = conflict
  const [a, b] = pairOf(conflict, frame)
  const tags = `${entryTag(a, frame)} and ${entryTag(b, frame)}`
  if (error !== null)
    return {
      why: `The function failed (${error.replace(/\.$/, '')}), so the later one stays.`,
      catch: caught(conflict, frame),
    }
  switch (outcome) {
    case 'siblings':
      return { why: `${tags} both stay, until somebody writes who has seen both.`, catch: '' }
    case 'merged':
      return { why: `The function made one version of ${tags}, and every ${terms.master} makes the same.`, catch: '' }
    case 'stopped':
      return { why: stoppedWhy(conflict, frame), catch: '' }
    case 'skipped':
      return {
        why: `${conflict.node} could not apply ${entryTag(conflict.there, frame)} and went on without it.`,
        catch: '',
      }
    default:
      return rule === 'arrival'
        ? arrived(conflict, frame)
        : { why: won(conflict, frame), catch: caught(conflict, frame) }
  }
}

function stoppedWhy({ node, key, there, kind }: ConflictFrame, frame: Frame): string {
  const isThere = kind === 'insert-insert' || kind === 'unique'
  return isThere
    ? `${key} is already on ${node}, so ${entryTag(there, frame)} cannot insert it: error 1062.`
    : `${key} is not on ${node}, so ${entryTag(there, frame)} cannot ${there.value === null ? 'delete' : 'change'} it: error 1032.`
}

function arrived(conflict: ConflictFrame, frame: Frame): { why: string; catch: string } {
  const { node, there, here, swappedAt } = conflict
  return {
    why: `${entryTag(there, frame)} came later to ${node}, and overwrote ${entryTag(here, frame)} without asking.`,
    catch: swappedAt === null ? '' : `At ${swappedAt} it is the other way round: they differ, and no error says so.`,
  }
}

/** Winner and loser, where one of the two was thrown away. */
function sides(conflict: ConflictFrame): [VersionFrame, VersionFrame] {
  const { outcome, here, there } = conflict
  return outcome === 'kept-there' ? [there, here] : [here, there]
}

/** By how much, on whatever scale the rule has. */
function won(conflict: ConflictFrame, frame: Frame): string {
  const [winner, loser] = sides(conflict)
  const name = entryTag(winner, frame)
  const tie = `the ${frame.multiMaster?.ties === 'lowest-id' ? 'lowest' : 'highest'} id decides, and ${name} wins.`
  switch (conflict.rule) {
    case 'site-priority': {
      const [high, low] = [winner, loser].map(({ origin }) => siteOf(frame, origin)?.priority ?? 0) as [number, number]
      if (high === low) return `${winner.origin} and ${loser.origin} have the same priority: ${tie}`
      return `${name} wins: ${winner.origin} has priority ${high}, ${loser.origin} ${low}.`
    }
    case 'hybrid-clock': {
      const ahead = winner.hybrid.us - loser.hybrid.us
      const counts = winner.hybrid.count - loser.hybrid.count
      if (ahead > 0) return `${name} wins by ${span(ahead)} of hybrid time.`
      if (counts > 0)
        return `${name} wins: the hybrid times are equal but for the count, ${winner.hybrid.count} > ${loser.hybrid.count}.`
      return `The hybrid times are equal: ${tie}`
    }
    case 'wall-clock': {
      const ahead = winner.wallUs - loser.wallUs
      return ahead > 0 ? `${name} wins by ${span(ahead)}${wrongClock(winner, loser)}.` : `The clocks are equal: ${tie}`
    }
    default:
      return `${name} stays.`
  }
}

/** Whose clock is to blame, if the one that lost was written later: ", but the clock of db1 runs 2 s fast". */
function wrongClock(winner: VersionFrame, loser: VersionFrame): string {
  if (winner.bornAt >= loser.bornAt) return ''
  const fast = winner.wallUs - winner.bornAt
  const slow = loser.bornAt - loser.wallUs
  const one = fast > 0 ? [`the clock of ${winner.origin} runs ${span(fast)} fast`] : []
  const other = slow > 0 ? [`that of ${loser.origin} ${span(slow)} slow`] : []
  if (one.length === 0 && other.length > 0) return `, but the clock of ${loser.origin} runs ${span(slow)} slow`
  return one.length === 0 ? '' : `, but ${list([...one, ...other])}`
}

/** The write that was thrown away came later. */
function caught(conflict: ConflictFrame, frame: Frame): string {
  const [winner, loser] = sides(conflict)
  return winner.bornAt < loser.bornAt ? `${entryTag(loser, frame)} was really the later write.` : ''
}

/** Who hears of it: "Nobody. c2 was told OK and its 5 is gone." A lost promise comes first. */
export function toldSentence(conflict: ConflictFrame, frame: Frame): { told: string; broken: boolean } {
  const { outcome, key, node, here, there, swappedAt } = conflict
  if (outcome === 'siblings')
    return {
      told: `Whoever reads ${key} gets both, ${versionValue(here)} and ${versionValue(there)}, and must decide.`,
      broken: false,
    }
  if (outcome === 'merged') return { told: `Nobody. Whoever reads ${key} gets what the function made.`, broken: false }
  if (outcome === 'stopped') {
    if (stoppedChannel(conflict, frame) === null)
      return { told: `Whoever watched ${node}: its applier stood still until somebody came.`, broken: false }
    const promise = there.toldOk ? ` ${there.client} was told OK, and ${node} does not have it.` : ''
    return {
      told: `Whoever watches ${node}: its applier stands still, and the rows grow apart.${promise}`,
      broken: there.toldOk,
    }
  }
  const gone = outcome === 'kept-there' ? here : there
  const isSkipped = outcome === 'skipped'
  const what = gone.value === null ? 'deletion' : gone.value
  const where = isSkipped || swappedAt !== null ? `gone from ${node}` : 'gone'
  if (gone.client === '') return { told: 'Nobody.', broken: false }
  return gone.toldOk
    ? { told: `Nobody. ${gone.client} was told OK and its ${what} is ${where}.`, broken: true }
    : { told: `Nobody. ${gone.client} has not been told OK yet, and its ${what} is ${where}.`, broken: false }
}

/** What an operator does about an applier that stopped; '' while none has, or it goes on again. */
export function operatorSentence(conflict: ConflictFrame, frame: Frame): string {
  const channel = stoppedChannel(conflict, frame)
  if (channel === null) return ''
  const { code } = channel.error!
  const look = `Compare ${conflict.key} on ${conflict.node} and ${channel.from}`
  return code === 1062
    ? `${look}, decide which one is right, then skip the entry. Starting the applier again only meets the same error.`
    : `${look}, put the row back if it should be there, then start the applier; or skip the entry.`
}

/** The channel that stands still because of this conflict. */
export function stoppedChannel({ node, there }: ConflictFrame, frame: Frame): SiteFrame['channels'][number] | null {
  const isIt = (entry: EntryName) => entry.origin === there.origin && entry.sequence === there.sequence
  return siteOf(frame, node)?.channels.find(({ error }) => error !== null && isIt(error.entry)) ?? null
}

/** A line of the list: "2.960 s", then "db1: cart, A6 kept, B3 discarded". */
export function conflictRow(conflict: ConflictFrame, frame: Frame): [string, string] {
  const pair = pairOf(conflict, frame)
  const fates = pair.map((one) => fateWord(conflict, one))
  const tags = pair.map((one) => entryTag(one, frame))
  const words =
    fates[0] === fates[1]
      ? `${list(tags)} ${fates[0] === 'sibling' ? 'siblings' : fates[0]}`
      : tags.map((tag, i) => `${tag} ${fates[i]}`).join(', ')
  return [moment(conflict.at), `${conflict.node}: ${conflict.key}, ${words}`]
}

/** For the text view: each conflict of late as a sentence, the newest first. */
export const conflictLines = (frame: Frame): string[] =>
  [...(frame.multiMaster?.conflicts ?? [])].reverse().map((one) => capital(conflictSentence(one, frame)))

/** Every counter of the vectors, in the order of the masters; 0 where one of them leaves it out. */
export function vectorsOf(versions: readonly Pick<VersionFrame, 'vector'>[], frame: Frame): string[] {
  const seen = new Set(versions.flatMap(({ vector }) => vector.map(({ origin }) => origin)))
  return originsOf(frame).filter((origin) => seen.has(origin))
}

export const counterIn = (vector: readonly EntryName[], origin: string): number =>
  vector.find((one) => one.origin === origin)?.sequence ?? 0

/** "10:00:04.1 +2": a hybrid time with its count. */
export const hybridFace = ({ us, count }: { us: number; count: number }, places: number): string =>
  count === 0 ? clockFace(us, places) : `${clockFace(us, places)} +${whole(count)}`

/** A clock's offset with its sign; "0 s" when it is right. */
export const offsetWords = (us: number): string =>
  us === 0 ? '0 s' : `${us < 0 ? '\u2212' : '+'}${span(Math.abs(us))}`
