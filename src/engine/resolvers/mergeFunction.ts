/**
 * A function that the reader writes: `(a, b, base) => text`. The versions that nobody has overwritten are kept in the
 * order in which they arrived here, and merged from the left; the result is shown. If the function is commutative,
 * associative and idempotent, the order does not matter and all masters come to show the same. If not, they may hold
 * the same versions and show different values for ever.
 *
 * A function that returns one of two different values unchanged has thrown the other away, and is held to it. One
 * that fails, or returns what is no JSON, is reported, and the later version by hybrid clock stands.
 * Simplified: a result becomes a write only when a client who has read it writes; real systems often write it back.
 */
import { commonBase } from './commonBase.ts'
import { keepSiblings, unseenBy } from './keepSiblings.ts'
import { byHybridClock, largest } from './order.ts'
import type { MergeFunction, Resolver, RowHistory } from './resolver.ts'
import { join } from './vector.ts'
import { dotsOf, TOMBSTONE, type Version } from './version.ts'

/** Longest result, in UTF-16 code units. */
const LONGEST = 4096

const LATER = byHybridClock('lowest-id')

export function mergeFunction(merge: MergeFunction, history: RowHistory): Resolver {
  return keepSiblings({
    left: unseenBy,
    show(kept, came, row) {
      const versions = [...kept, ...came]
      // What was merged here before is still the merge of all that stood here, if all of it still stands.
      const merged = row.shown.length === 1 && kept.length === row.versions.length
      const [first, ...rest] = merged ? [...row.shown, ...came] : versions
      if (first === undefined) return { versions, shown: [] }
      let result: Merged = { version: first, error: null }
      for (const next of rest) {
        const { version, error } = mergeTwo(result.version, next, merge, history)
        result = { version, error: result.error ?? error }
      }
      return { versions, shown: [result.version], error: result.error }
    },
  })
}

interface Merged {
  readonly version: Version
  readonly error: string | null
}

function mergeTwo(a: Version, b: Version, merge: MergeFunction, history: RowHistory): Merged {
  let text: unknown
  try {
    text = merge(a, b, commonBase(a, b, history))
  } catch (thrown) {
    return { version: largest(LATER, [a, b]), error: thrown instanceof Error ? thrown.message : String(thrown) }
  }
  const error = refused(text)
  if (error !== null) return { version: largest(LATER, [a, b]), error }
  const value = text as string
  if (a.value !== b.value && (value === a.value || value === b.value))
    return { version: value === a.value ? a : b, error: null }
  const sources = [...dotsOf(a), ...dotsOf(b)]
  const stamp = largest(LATER, [a, b])
  return { version: { ...stamp, value, context: join(a.context, b.context), sources }, error: null }
}

/** Why it cannot stand in a row, or null. */
function refused(text: unknown): string | null {
  if (typeof text !== 'string') return 'The function returned no text.'
  if (text === TOMBSTONE) return null
  if (text.length > LONGEST) return `The result has ${text.length} characters; at most ${LONGEST} fit.`
  try {
    JSON.parse(text)
    return null
  } catch {
    return 'The result is no JSON.'
  }
}
