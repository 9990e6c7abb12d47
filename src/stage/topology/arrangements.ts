/**
 * In which rows several masters stand. In a ring and where all are joined to all they stand around a free middle, in
 * their order clockwise; in a star the first one stands in the middle. Three are a triangle with the first on top.
 */
export interface Arrangement {
  /** Places in `nodes`, row by row from the top, each from left to right. */
  rows: readonly (readonly number[])[]
  /** Rows of two that stand closer than the others, so that a ring looks round. */
  inset: readonly number[]
}

/** Cards in each row, the best first. */
const AROUND: Record<number, readonly (readonly number[])[]> = {
  1: [[1]],
  2: [[2]],
  3: [[1, 2], [3]],
  4: [[2, 2], [4]],
  5: [[1, 2, 2], [3, 2], [5]],
  6: [
    [2, 2, 2],
    [3, 3],
  ],
  7: [
    [3, 2, 2],
    [4, 3],
  ],
  8: [
    [3, 2, 3],
    [4, 4],
  ],
  9: [
    [4, 2, 3],
    [3, 2, 2, 2],
    [5, 4],
  ],
}

/** Leaves above, beside and below the hub, by how many there are. */
const STAR: Record<number, readonly [above: number, beside: number, below: number]> = {
  3: [1, 2, 0],
  4: [1, 2, 1],
  5: [2, 2, 1],
  6: [2, 2, 2],
  7: [3, 2, 2],
  8: [3, 2, 3],
}

export function arrangementsOf(topology: 'all-to-all' | 'ring' | 'star', count: number): Arrangement[] {
  const star = STAR[count - 1]
  if (topology === 'star' && star) return [starOf(star)]
  return (AROUND[Math.min(count, 9)] ?? AROUND[9]!).map((sizes) => around(sizes))
}

/** Clockwise: the first row, the right ends downwards, the last row backwards, the left ends upwards. */
function around(sizes: readonly number[]): Arrangement {
  const rows: number[][] = sizes.map(() => [])
  const last = sizes.length - 1
  let next = 0
  const take = () => next++
  for (let i = 0; i < sizes[0]!; i++) rows[0]!.push(take())
  if (sizes.join() === '1,2') return { rows: [[0], [1, 2]], inset: [] }
  for (let row = 1; row < last; row++) rows[row]!.push(take())
  if (last > 0) for (let i = 0; i < sizes[last]!; i++) rows[last]!.unshift(take())
  for (let row = last - 1; row > 0; row--) rows[row]!.unshift(take())
  const isInset = (row: number) => sizes[row] === 2 && (row === 0 || row === last) && sizes.length > 2
  return { rows, inset: rows.flatMap((_, row) => (isInset(row) ? [row] : [])) }
}

/** The same around the first one. */
function starOf([above, beside, below]: readonly [number, number, number]): Arrangement {
  let next = 1
  const take = () => next++
  const top = Array.from({ length: above }, take)
  const right = take()
  const bottom = Array.from({ length: below }, take).reverse()
  const left = beside > 1 ? [take()] : []
  const rows = [top, [...left, 0, right], ...(bottom.length > 0 ? [bottom] : [])]
  return { rows, inset: [] }
}
