/** What links and files may ask of us at most: enough for every use, small enough that nobody can choke a page. */
export const LIMITS = {
  fileBytes: 1_000_000,
  linkCharacters: 6_000,
  interventions: 10_000,
  /** A day of database time. */
  timeMs: 86_400_000,
  idCharacters: 24,
  nodes: 9,
} as const
