/**
 * Whether what arrived is small and plain: objects, lists, numbers, texts. Counted as far as the limit only, so that four
 * megabytes cost as little as four kilobytes.
 */

/** Characters of a message at most, and how deep it may nest. */
const LIMITS = { characters: 4096, depth: 6 }

export type Plain = { readonly [name: string]: unknown }

/** An object literal, as a structured clone leaves it; not a list, a map, an error, a port. */
export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

export function isSmall(message: unknown): boolean {
  let left = LIMITS.characters
  const take = (value: unknown, depth: number): boolean => {
    if (depth > LIMITS.depth || left < 0) return false
    if (typeof value === 'string') left -= value.length + 2
    else if (value === null || typeof value === 'boolean' || typeof value === 'number') left -= 8
    else if (Array.isArray(value)) {
      left -= 2
      return value.length <= left && value.every((one) => take(one, depth + 1))
    } else if (isPlain(value)) {
      left -= 2
      for (const name in value) {
        left -= name.length + 3
        if (!take(value[name], depth + 1)) return false
      }
    } else return false
    return left >= 0
  }
  return take(message, 0)
}
