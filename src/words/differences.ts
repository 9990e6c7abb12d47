import { counterRows } from './counters.ts'
import { count, list, whole } from './numbers.ts'
import { terms } from './terms.ts'

/** How two branches differ at one instant, in sentences; the most important first, as they come. */
interface Difference {
  what: string
  at: string
  here: number | string
  there: number | string
}
/** The names of the two branches. */
export interface Pair {
  here: string
  there: string
}

const LINK: Record<string, string> = { up: 'works', cut: 'is cut', stalled: 'is silent' }
const ROLE: Record<string, () => string> = {
  master: () => `is the ${terms.master}`,
  slave: () => `is a ${terms.slave}`,
  candidate: () => 'is chosen',
  draining: () => 'is being promoted',
  promoting: () => 'is being promoted',
  fenced: () => 'is fenced',
}
const PROCESS: Record<string, string> = {
  up: 'is up',
  down: 'is down',
  recovering: 'is starting',
  absent: 'is not there',
}
const GATE: Record<string, string> = {
  async: 'waits for nobody',
  on: 'waits for acknowledgements',
  'fallen-back': 'has stopped waiting',
  blocked: 'is blocked',
}
const CLIENT: Record<string, string> = {
  answered: 'gets answers',
  waiting: 'has waited for over a second',
  failing: 'has had no OK for over a second',
  stopped: 'has stopped',
}

const COUNTED: Record<string, (n: number) => string> = {
  lost: (n) => `${count(n, 'promised write')} lost`,
  atRisk: (n) => `${count(n, 'write')} at risk`,
  phantomReads: (n) => count(n, 'phantom read'),
  staleReads: (n) => count(n, 'stale read'),
  ownWriteMissing: (n) => count(n, 'read without an own write', 'reads without an own write'),
  readsWentBack: (n) => count(n, 'read that went back in time', 'reads that went back in time'),
  ok: (n) => `${count(n, 'write')} told OK`,
  unknown: (n) => `${count(n, 'write')} without a known outcome`,
  error: (n) => `${count(n, 'write')} refused`,
}

/** "db2 is the master on Run and a slave on Fork 1." One sentence; '' for what has no words. */
export function differenceSentence({ what, at, here, there }: Difference, names: Pair): string {
  const on = (one: string, other: string) => `${one} on ${names.here}, ${other} on ${names.there}.`
  const told = (table: Record<string, string>) => {
    const [one, other] = [table[here], table[there]]
    return one === undefined || other === undefined ? '' : `${at.replace('~', '–')} ${on(one, other)}`
  }
  const counted = COUNTED[what]
  if (counted) return `${capitalised(on(counted(Number(here)), whole(Number(there))))}`
  switch (what) {
    case 'master':
      return `The ${terms.master} is ${on(String(here) || 'nobody', String(there) || 'nobody')}`
    case 'epoch':
      return `Epoch ${on(String(here), String(there))}`
    case 'process':
      return told(PROCESS)
    case 'role':
      return told(Object.fromEntries(Object.entries(ROLE).map(([role, word]) => [role, word()])))
    case 'received':
    case 'applied':
      return `${at} has ${what} ${on(whole(Number(here)), whole(Number(there)))}`
    case 'link':
      return told(LINK)
    case 'gate':
      return `The commit gate ${on(GATE[here] ?? String(here), GATE[there] ?? String(there))}`
    case 'client':
      return told(CLIENT)
    default:
      return ''
  }
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** The first `most` differences as sentences; the rest is counted. Nothing differs: one sentence that says so. */
export function differenceSentences(differences: readonly Difference[], names: Pair, most = 4): string[] {
  const told = differences.map((one) => differenceSentence(one, names)).filter((text) => text !== '')
  if (told.length === 0) return [`At this instant ${names.here} and ${names.there} are alike.`]
  const rest = told.length - most
  if (rest <= 0) return told
  const others = [...new Set(differences.slice(-rest).map(({ at }) => at.replace('~', '–')))].filter((at) => at !== '')
  return [
    ...told.slice(0, most),
    `${count(rest, 'further difference')}${others.length > 0 ? `, at ${list(others.slice(0, 6))}` : ''}.`,
  ]
}

/** A counter of both branches, for a table: only those that anything counts in either. */
export interface CounterPair {
  id: string
  name: string
  here: number
  there: number
}

export function counterPairs(
  here: Parameters<typeof counterRows>[0],
  there: Parameters<typeof counterRows>[0],
): CounterPair[] {
  const other = new Map(counterRows(there).map(({ id, value }) => [id, value]))
  return counterRows(here)
    .map(({ id, name, value }) => ({ id, name, here: value, there: other.get(id) ?? 0 }))
    .filter((row) => row.here > 0 || row.there > 0)
}
