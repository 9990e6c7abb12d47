/** The needs in the address, so that an answer can be passed on: `#/choose?places=3&old=never`. */
import { DEFAULT_NEEDS, type Needs, readNeeds, writtenNeeds } from '../../scenarios/index.ts'
import { looksIn } from '../route/looksIn.ts'
import { parameter } from '../route/parameters.ts'

export const needsOf = (hash: string): Needs => readNeeds((name) => parameter(name, hash))

/** What else the address says (how the page looks) stays. */
export function hashOf(needs: Needs, hash: string): string {
  const said = [...writtenNeeds(needs), ...looksIn(hash)].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return said.length === 0 ? '#/choose' : `#/choose?${said.join('&')}`
}

export const areSame = (one: Needs, other: Needs): boolean =>
  (Object.keys(DEFAULT_NEEDS) as (keyof Needs)[]).every((name) => one[name] === other[name])
