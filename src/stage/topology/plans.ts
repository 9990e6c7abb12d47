import { type Columns, type Density, NARROW, NARROWEST, SEVEN, SLAVE_HEIGHT } from './layout.ts'
import { hasLeaves, type Tiers } from './tiers.ts'

/**
 * The ways to fit a tree of nodes into a room, best first. Words keep their size: before a picture is scaled down, its
 * cards lose their gauge, then a row, then some columns; clients move above the master; a long column is broken into
 * two or three.
 */
export interface Plan {
  columns: Columns
  density: Density
  /** Clients stand above the master instead of on its left. */
  above: boolean
  /** How many columns of cards the slaves of the master, and those below them, take. */
  wrap: readonly [number, number]
  /** Each leaf beside its upstream, or columns one by one. */
  tidy: boolean
  /** Least gaps: between tiers, between the columns of one tier. */
  gaps: readonly [number, number]
  margin: number
}

const GAP: Record<Density, number> = { full: 24, compact: 14, slim: 10, mini: 8, line: 8 }
/** Between the rows of a broken column a link must pass. */
const LANE = 14

export const rowGap = ({ density, wrap }: Plan): number => Math.max(GAP[density], wrap[0] + wrap[1] > 2 ? LANE : 0)

export function rowsOf(plan: Plan, { branches }: Tiers): number {
  if (plan.tidy) return branches.reduce((sum, { leaves }) => sum + Math.max(1, leaves.length), 0)
  const leaves = branches.reduce((sum, branch) => sum + branch.leaves.length, 0)
  return Math.max(Math.ceil(branches.length / plan.wrap[0]), Math.ceil(leaves / plan.wrap[1]))
}

/** Height of the slaves' columns. */
export function heightOf(plan: Plan, tiers: Tiers): number {
  const rows = rowsOf(plan, tiers)
  return rows * SLAVE_HEIGHT[plan.density] + Math.max(0, rows - 1) * rowGap(plan)
}

export function plansFor(tiers: Tiers): Plan[] {
  const deep = hasLeaves(tiers)
  const wraps: [number, number][] = deep
    ? [
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
        [1, 3],
      ]
    : [
        [1, 1],
        [2, 1],
        [3, 1],
      ]
  const plans: Plan[] = []
  const add = (densities: readonly Density[], some: readonly (readonly [number, number])[], tight: boolean) => {
    for (const wrap of some) {
      for (const density of densities) {
        for (const [columns, above] of [
          [SEVEN, false],
          [NARROW, false],
          [NARROW, true],
          [NARROWEST, true],
        ] as const) {
          if (columns === NARROWEST && !(tight && density === 'mini')) continue
          const rest = { columns, density, above, wrap, gaps: tight ? ([20, 14] as const) : ([40, 26] as const) }
          const single = wrap[0] + wrap[1] === 2
          if (single) plans.push({ ...rest, tidy: true, margin: tight ? 8 : 10 })
          if (!single || deep) plans.push({ ...rest, tidy: false, margin: tight ? 8 : 10 })
        }
      }
    }
  }
  add(['full', 'compact', 'slim'], wraps.slice(0, 1), false)
  add(['full', 'compact', 'slim'], wraps.slice(1), false)
  add(['mini'], wraps, false)
  add(['slim', 'mini'], wraps, true)
  return plans
}
