import type { Frame, RowFrame, SiteFrame } from '../../engine/index.ts'

/**
 * Which rows the cards of several masters show: those in which masters differ, then those that changed last. The same
 * ones on every card and in the same line, so that what differs is seen across cards.
 */
const known = new WeakMap<Frame, Map<number, string[]>>()

export function shownKeys(frame: Frame, lines: number): string[] {
  const cached = known.get(frame) ?? new Map<number, string[]>()
  known.set(frame, cached)
  let keys = cached.get(lines)
  if (keys === undefined) {
    keys = chosen(frame, lines)
    cached.set(lines, keys)
  }
  return keys
}

function chosen({ multiMaster }: Frame, lines: number): string[] {
  if (!multiMaster || lines === 0) return []
  const { sites, agreement } = multiMaster
  const since = new Map<string, number>()
  for (const { rows } of sites) for (const row of rows) since.set(row.key, Math.max(row.since, since.get(row.key) ?? 0))
  const all = [...since.keys()]
  const differing = agreement.keys.map(({ key }) => key).filter((key) => since.has(key))
  const others = all.filter((key) => !differing.includes(key)).sort((a, b) => since.get(b)! - since.get(a)!)
  const best = new Set([...differing, ...others].slice(0, lines))
  return all.filter((key) => best.has(key)).sort(byName)
}

/** By name, k2 before k10. */
function byName(a: string, b: string): number {
  const [x, y] = [a, b].map((name) => /^(.*?)(\d*)$/.exec(name)!)
  if (x![1] !== y![1]) return x![1]! < y![1]! ? -1 : 1
  return Number(x![2]) - Number(y![2])
}

export const rowOf = ({ rows }: SiteFrame, key: string): RowFrame | undefined => rows.find((row) => row.key === key)
