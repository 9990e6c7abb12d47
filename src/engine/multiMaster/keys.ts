/**
 * Rows by number. The scenario names the first shared rows, the others are `k3`, `k4` and so on; rows that were inserted
 * have generated keys, `n1`, `n2`, and numbers of their own.
 */

/** Generated key n stands at GENERATED + n: no client shares that many rows. */
export const GENERATED = 1 << 20

export const isGenerated = (key: number): boolean => key > GENERATED

/** `names`: of the first rows. */
export const nameOfRow = (names: readonly string[], key: number): string =>
  isGenerated(key) ? `n${key - GENERATED}` : (names[key] ?? `k${key + 1}`)

/** The row that a scenario calls so; it has been checked. */
export function rowCalled(names: readonly string[], name: string): number {
  const known = names.indexOf(name)
  if (known >= 0) return known
  const number = Number(name.slice(1))
  return name.startsWith('n') ? GENERATED + number : number - 1
}
