/**
 * What every candidate has to live in: the same places and distances, the same hardware, the same people asking for the same
 * rows at the same moments. Clients are open (they wait for no answer before they ask again), because only then is the same
 * asked of all candidates. Hardware and monitor are the lab's defaults; a machine restarts faster than a real one.
 */
import type { Needs } from './needs.ts'

/** Data centres. Users stand in the first so many of them. */
export const PLACES = ['east', 'west', 'south'] as const

/** Three data centres where somebody stands elsewhere: two cannot tell which of them is cut off (DOMAIN 7). */
export const placeOf = ({ places }: Needs, at: number): string => (places === 1 ? PLACES[0] : PLACES[at]!)

/** Of the first fault and of its end, and the end of the trial, in milliseconds. */
export const FAULT_MS = 1_000
export const HEALED_MS = 5_000
const UNTIL_MS = 7_000

/** Rows that are written; and those among them that are read, because people look at what is being changed. */
const WRITTEN = 40
const READ = 5
/** Milliseconds. A client that has heard nothing for this long counts its request as failed. */
const PATIENCE_MS = 1_000

export interface Writer {
  id: string
  place: string
}

/** Who writes: somebody in each place, or two in the first one. */
export function writersOf({ places, writers }: Needs): Writer[] {
  const stand = writers === 'everywhere' && places > 1 ? PLACES.slice(0, places) : [PLACES[0], PLACES[0]]
  return stand.map((place, at) => ({ id: `w${at + 1}`, place }))
}

/** What all candidates share. `home`: the node that a client of a place uses, where it has one of its own. */
export function worldOf(needs: Needs, home: (client: number, place: string) => string | undefined) {
  const { places, apart, writes, reads, hot } = needs
  const writers = writersOf(needs)
  const readers = PLACES.slice(0, places).map((place, at) => ({ id: `r${at + 1}`, place }))
  const far = places === 1 ? {} : { farOneWayMs: apart }
  const asks = { hotPercent: hot, timeoutMs: PATIENCE_MS, spacing: 'exponential' }
  const at = (client: number, place: string) => {
    const node = home(client, place)
    return { dataCenter: place, ...(node === undefined ? {} : { node }) }
  }
  return {
    untilMs: UNTIL_MS,
    paceMs: Math.max(10, places === 1 ? 0 : apart),
    network: { oneWayMs: 1, clientOneWayMs: 1, monitorOneWayMs: places === 1 ? 1 : apart, ...far },
    clients: [
      ...writers.map(({ id, place }, i) => ({
        id,
        kind: 'stream',
        ratePerSecond: share(writes, writers.length),
        keys: WRITTEN,
        startMs: 20 + 30 * i,
        ...asks,
        ...at(i, place),
      })),
      ...readers.map(({ id, place }, i) => ({
        id,
        kind: 'reader',
        readsPerSecond: share(reads, readers.length),
        keys: READ,
        // Without reads a reader never begins.
        startMs: reads === 0 ? UNTIL_MS * 10 : 35 + 30 * i,
        ...asks,
        ...at(i, place),
      })),
    ],
    costs: { restartMs: 500 },
    replication: { connectRetryMs: 200 },
    lag: { warnMs: 1_000, criticalMs: 3_000 },
  }
}

const share = (rate: number, among: number): number => Math.max(0.001, Math.floor((rate * 1000) / among) / 1000)
