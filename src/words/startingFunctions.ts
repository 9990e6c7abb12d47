/**
 * Merge functions to begin with: some that let all masters come to the same, and for each law one that breaks it. Their
 * comments are read by whoever opens them. Each takes a deleted row, which is null.
 */
export interface StartingFunction {
  readonly id: string
  readonly name: string
  /** What rows must hold for it to mean something; any: whatever they hold. */
  readonly rows: 'any' | 'number' | 'list' | 'text'
  /** The law that it breaks; null = none that could be found. */
  readonly breaks: 'commutative' | 'associative' | 'idempotent' | null
  readonly source: string
}

export const startingFunctions: readonly StartingFunction[] = [
  {
    id: 'greater',
    name: 'The greater of the two',
    rows: 'any',
    breaks: null,
    source: `(a, b) => {
  // A deleted row is null.
  if (a.value === null) return b.value
  if (b.value === null) return a.value
  return a.value > b.value ? a.value : b.value
}`,
  },
  {
    id: 'changes',
    name: 'Both changes, added up',
    rows: 'number',
    breaks: null,
    source: `(a, b, base) => {
  // What each has added to what both had seen.
  const before = base?.value ?? 0
  return (a.value ?? 0) + (b.value ?? 0) - before
}`,
  },
  {
    id: 'union',
    name: 'Union of two lists',
    rows: 'list',
    breaks: null,
    source: `(a, b) => {
  // Whatever stands in one of them, once, in an order that is always the same.
  const elements = [...(a.value ?? []), ...(b.value ?? [])]
  return [...new Set(elements)].sort((x, y) => (x < y ? -1 : 1))
}`,
  },
  {
    id: 'longest',
    name: 'The longest text',
    rows: 'text',
    breaks: null,
    source: `(a, b) => {
  const [x, y] = [a.value ?? '', b.value ?? '']
  // Of two as long, always the same one, whichever comes first.
  if (x.length === y.length) return x > y ? x : y
  return x.length > y.length ? x : y
}`,
  },
  {
    id: 'first',
    name: 'The first one: not commutative',
    rows: 'any',
    breaks: 'commutative',
    source: `(a, b) => {
  // Which one is a, and which one b, differs from one place to the next.
  return a.value
}`,
  },
  {
    id: 'mean',
    name: 'The mean: not associative',
    rows: 'number',
    breaks: 'associative',
    source: `(a, b) => {
  // Of three versions, the one that comes last counts for half.
  return ((a.value ?? 0) + (b.value ?? 0)) / 2
}`,
  },
  {
    id: 'sum',
    name: 'The plain sum: not idempotent',
    rows: 'number',
    breaks: 'idempotent',
    source: `(a, b) => {
  // What both have in common is counted twice.
  return (a.value ?? 0) + (b.value ?? 0)
}`,
  },
]
