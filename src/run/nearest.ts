/** The known word most like a misspelt one, or null when none is near: for "did you mean". */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.floor(Math.max(4, Math.min(word.length, 24)) / 2)
  for (const candidate of known) {
    const far = distance(word.slice(0, 40).toLowerCase(), candidate.toLowerCase())
    if (far <= least && (best === null || far < least)) {
      best = candidate
      least = far
    }
  }
  return best
}

/** Levenshtein: insertions, deletions and replacements. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replace = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(replace, above[j]! + 1, row[j - 1]! + 1))
    }
    above = row
  }
  return above[b.length]!
}
