/**
 * From an address to what it asks for. Every value is typed and allow-listed: what is wrong is as if it were absent, and is
 * told; so is a name that nobody knows; of two with one name the first counts. Never throws.
 */
import { addressWords } from '../../words/index.ts'
import { ALIASES, type Asked, isName, type Name, PARAMETERS, usual } from './parameters.ts'

export interface Address {
  asked: Asked
  /** Those that the address gave and that were taken. */
  given: ReadonlySet<Name>
  /** One sentence each, for the author. */
  warnings: string[]
}

/** Characters of an address, and of its run, at most. */
export const LONGEST = { address: 8192, run: 6144 }
/** A page of wrong parameters is told by its first. */
const MOST_WARNINGS = 20

export function readAddress({ search, hash }: { search: string; hash: string }): Address {
  const asked = usual()
  const given = new Set<Name>()
  const warnings: string[] = []
  const warn = (sentence: string) => {
    if (warnings.length < MOST_WARNINGS) warnings.push(sentence)
  }
  if (search.length + hash.length > LONGEST.address) {
    warn(addressWords.tooLong(LONGEST.address))
    return { asked, given, warnings }
  }
  const seen = new Set<Name>()
  for (const [spelled, text] of pairs(search, hash)) {
    const name = Object.hasOwn(ALIASES, spelled) ? ALIASES[spelled]! : spelled
    if (!isName(name)) warn(addressWords.unknown(spelled))
    else if (seen.has(name)) warn(addressWords.twice(name))
    else {
      seen.add(name)
      const { kind } = PARAMETERS[name]
      const value = kind.read(text)
      if (value === undefined) warn(addressWords.invalid(name, text, kind.takes))
      else {
        given.add(name)
        Object.assign(asked, { [name]: value })
      }
    }
  }
  return { asked, given, warnings }
}

/** Those before the hash first. The hash may look like one of the lab's. */
const pairs = (search: string, hash: string): [string, string][] => [
  ...new URLSearchParams(search),
  ...new URLSearchParams(hash.replace(/^#?\/?(lab)?\??/, '')),
]
