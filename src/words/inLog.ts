import { entries } from './numbers.ts'
import { packs } from './packs.ts'

/** What stands at these positions of a node's log: "#6 to #9", and among several masters by name: "A6". */
export const inLog = (node: string, from: number, to: number = from): string =>
  packs.masters?.inLogOf(node, from, to) ?? entries(from, to)

/** Positions that need not follow each other: "#3, #4, #5 and 9 more". */
export function numbersInLog(node: string, positions: readonly number[], most = 4): string {
  const shown = positions.length > most ? positions.slice(0, most - 1) : positions
  const rest = positions.length - shown.length
  return shown.map((position) => inLog(node, position)).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
