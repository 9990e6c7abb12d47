/** When is a write safe enough to say OK? Semi-sync: when `waitFor` slaves have acknowledged it. */

/**
 * The position up to which at least `waitFor` have acknowledged. `acknowledged`: one position for every slave, the
 * master's own place is -1.
 */
export function acknowledgedBy(acknowledged: readonly number[], waitFor: number): number {
  let enough = 0
  for (const position of acknowledged) {
    if (position <= enough) continue
    let count = 0
    for (const other of acknowledged) if (other >= position) count++
    if (count >= waitFor) enough = position
  }
  return enough
}
