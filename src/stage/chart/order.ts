import type { Edge } from './edges.ts'

// In which order a machine's states are strung along the U of the chart: down the left column, across, up the
// right one. The best order lets most transitions run between neighbours. States are few, so we look for it:
// from the longest path that begins at the initial state, by moving one state at a time while that helps.

/** How a transition runs in a U: what the drawing makes of two places. */
export type Way = 'down' | 'up' | 'across' | 'around' | 'apart'

/** Place of the state with this index in the order, when the left column has `rows` boxes. */
export function placeIn(index: number, rows: number): { column: 0 | 1; row: number } {
  return index < rows ? { column: 0, row: index } : { column: 1, row: 2 * rows - 1 - index }
}

/** How an edge from index `a` to index `b` of `count` states runs. */
export function wayBetween(a: number, b: number, rows: number, count: number): Way {
  if (a === b) return 'apart'
  const from = placeIn(a, rows)
  const to = placeIn(b, rows)
  if (from.column === to.column) {
    if (Math.abs(from.row - to.row) !== 1) return 'apart'
    return to.row > from.row ? 'down' : 'up'
  }
  if (from.row === to.row) return 'across'
  const top = placeIn(count - 1, rows).row
  const [left, right] = from.column === 0 ? [from, to] : [to, from]
  // Above the topmost box of the right column there is room to go around.
  return right.row === top && left.row < top ? 'around' : 'apart'
}

const COST: Record<Way, number> = { down: 0, up: 0, across: 0.2, around: 0.5, apart: 1.6 }
/** An author lists states in the order of their story: a way back in it may be an exit without much loss. */
const BACK_APART = 0.7
/** The order should run as the story does. */
const AGAINST = 0.35

function cost(
  order: readonly string[],
  story: ReadonlyMap<string, number>,
  edges: readonly Edge[],
  rows: number,
): number {
  const index = new Map(order.map((path, i) => [path, i]))
  let sum = 0
  for (const { from, to, inscriptions } of edges) {
    const [a, b] = [index.get(from), index.get(to)]
    if (a === undefined || b === undefined || a === b) continue
    const onward = story.get(to)! > story.get(from)!
    const way = wayBetween(a, b, rows, order.length)
    const one = way === 'apart' && !onward ? BACK_APART : COST[way]
    sum += one + 0.3 * one * (inscriptions.length - 1) + (b > a === onward ? 0 : AGAINST)
  }
  return sum
}

/** An order of `states` (first stays first) that suits a U with `rows` boxes in its left column. */
export function orderFor(states: readonly string[], edges: readonly Edge[], rows: number): string[] {
  const story = new Map(states.map((path, i) => [path, i]))
  let best = [...states]
  let least = cost(best, story, edges, rows)
  for (const start of [longestPath(states, edges), [...states]]) {
    let order = start
    let sum = cost(order, story, edges, rows)
    for (let better = true; better; ) {
      better = false
      for (let i = 1; i < order.length && !better; i++) {
        for (let j = 1; j < order.length && !better; j++) {
          if (i === j) continue
          for (const next of [moved(order, i, j), swapped(order, i, j)]) {
            const nextSum = cost(next, story, edges, rows)
            if (nextSum >= sum - 1e-9) continue
            order = next
            sum = nextSum
            better = true
            break
          }
        }
      }
    }
    if (sum < least - 1e-9) [best, least] = [order, sum]
  }
  return best
}

function moved(order: readonly string[], from: number, to: number): string[] {
  const next = order.filter((_, i) => i !== from)
  next.splice(to, 0, order[from]!)
  return next
}

function swapped(order: readonly string[], i: number, j: number): string[] {
  const next = [...order]
  next[i] = order[j]!
  next[j] = order[i]!
  return next
}

/** More steps than this are not worth it: the search by moves does the rest. */
const PATIENCE = 20_000

/** The longest way from the first state that visits none twice, then the states it leaves out. */
function longestPath(states: readonly string[], edges: readonly Edge[]): string[] {
  const next = new Map(states.map((state) => [state, [] as string[]]))
  for (const { from, to } of edges) if (from !== to && next.has(to)) next.get(from)?.push(to)
  let best: string[] = []
  let steps = 0
  const path: string[] = []
  const visit = (state: string) => {
    if (steps++ > PATIENCE) return
    path.push(state)
    if (path.length > best.length) best = [...path]
    for (const to of next.get(state)!) if (!path.includes(to)) visit(to)
    path.pop()
  }
  if (states[0] !== undefined) visit(states[0])
  return [...best, ...states.filter((state) => !best.includes(state))]
}
