/**
 * Every parameter of an address, once: its name, what it may be, and what it is otherwise. They stand after the `?`
 * of the hash, or of the page's own address, where the hash wins; of two alike the first counts. What an address
 * says holds while the page is open and is not remembered. The names are those of the embed contract.
 */
import { LOOKS, type Look } from '../page/look.ts'

/** What each sets; null: the run itself, which `route.ts` and `run` read, and say what is wrong with it. */
export const PARAMETERS = {
  s: null, //                 a run: model number, dot, base64url
  b: null, //                 the run that is shown beside it, like s
  t: null, //                 its moment in whole microseconds; without it 0
  preset: null, //            a run that comes with the lab, by its id
  p: null, //                 how far one is in a walkthrough, where the browser keeps nothing
  kept: null, //              1: the run that this tab has kept, because it is too long for an address
  figure: null, //            of `#/embed-builder`: the figure's own parameters, spelled as in its address
  // Of `#/choose`: the reader's needs, with the values of their tables; without them the usual ones.
  places: null, //            places with users
  apart: null, //             milliseconds between any two of them, one way
  writers: null, //           everywhere, one-place
  writes: null, //            a second, of all
  reads: null, //             a second, of all
  hot: null, //               percent of requests for one row
  rows: null, //              plain, counters
  lose: null, //              promised writes that may be lost
  decides: null, //           nobody, clock, application
  old: null, //               whether readers may see old data: may, never
  without: null, //           milliseconds without service
  latency: null, //           milliseconds that 95 of 100 writes may take
  theme: 'theme', //          auto (as the system; without it), light, dark, projector
  terms: 'terms', //          master-slave (without it), primary-replica, source-replica
  text: 'textSize', //        size of everything in percent, 100 (without it) to 200
  motion: 'motion', //        auto (as the system; without it), reduced
  announce: 'announce', //    what screen readers hear while playing: all (without it), milestones, off
  keys: 'shortcuts', //       keyboard shortcuts: on (without it), off
} as const satisfies Record<string, keyof Look | null>

/** The value of a parameter in an address; null = it is not there. */
export function parameter(name: keyof typeof PARAMETERS, hash: string, search = ''): string | null {
  for (const part of [hash.replace(/^[^?]*/, ''), search]) {
    const found = new RegExp(`[?&]${name}=([^&#]*)`).exec(part)?.[1]
    if (found !== undefined) return decoded(found)
  }
  return null
}

/** What an address says about the looks. A value that does not exist changes nothing. */
export function lookOf(hash: string, search = ''): Partial<Look> {
  const said: [string, unknown][] = []
  for (const [name, sets] of Object.entries(PARAMETERS)) {
    if (sets === null) continue
    const word = parameter(name as keyof typeof PARAMETERS, hash, search)
    const value = word === null ? null : LOOKS[sets].read(word)
    if (value !== null) said.push([sets, value])
  }
  return Object.fromEntries(said)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
