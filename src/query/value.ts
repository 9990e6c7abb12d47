/** What an expression can be worth, and how worths are compared and counted. null stands for "unknown" or "never". */
export type Value = number | string | boolean | null
/** `any`: known only when it is looked at, as a setting is. */
export type Type = 'number' | 'text' | 'truth' | 'null' | 'any'

/** How a sentence about a mistake calls what is of a type. */
export const TYPE: Readonly<Record<Type, string>> = {
  number: 'a number',
  text: 'a text',
  truth: 'yes or no',
  null: 'null',
  any: 'a setting',
}

/** Yes counts as 1 and no as 0; texts and null have no number. */
export const numberOf = (value: Value): number | null =>
  typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null

export function compare(sign: '=' | '!=' | '<' | '<=' | '>' | '>=', left: Value, right: Value): boolean {
  if (sign === '=' || sign === '!=') return same(left, right) === (sign === '=')
  const [a, b] = [numberOf(left), numberOf(right)]
  // What is unknown is neither less nor more than anything.
  if (a === null || b === null) return false
  return sign === '<' ? a < b : sign === '<=' ? a <= b : sign === '>' ? a > b : a >= b
}

function same(left: Value, right: Value): boolean {
  const [a, b] = [numberOf(left), numberOf(right)]
  return a !== null && b !== null ? a === b : left === right
}

/** With null in it a sum is null; so is a division by zero. */
export function reckon(sign: '+' | '-' | '*' | '/', left: Value, right: Value): number | null {
  const [a, b] = [numberOf(left), numberOf(right)]
  if (a === null || b === null) return null
  if (sign === '+') return a + b
  if (sign === '-') return a - b
  if (sign === '*') return a * b
  return b === 0 ? null : a / b
}

/** The value that `percent` of them do not exceed (nearest rank); the middle one for 50, halfway for an even number. */
export function percentile(values: readonly number[], percent: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  if (percent === 50 && sorted.length % 2 === 0)
    return (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]!
}

/** Folds of a list of numbers by name; percentiles are `p1` to `p99`. */
export function foldNumbers(name: string, values: readonly number[]): number | null {
  if (name === 'count') return values.length
  if (values.length === 0) return null
  const of = /^p(\d+)$/.exec(name)
  if (of !== null) return percentile(values, Number(of[1]))
  let [sum, least, most] = [0, values[0]!, values[0]!]
  for (const value of values) {
    sum += value
    if (value < least) least = value
    if (value > most) most = value
  }
  if (name === 'sum') return sum
  if (name === 'mean') return sum / values.length
  if (name === 'min') return least
  if (name === 'max') return most
  return name === 'first' ? values[0]! : values[values.length - 1]!
}
