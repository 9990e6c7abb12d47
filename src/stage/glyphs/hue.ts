/** The colours of the stage by meaning; the page's theme decides the values (the tokens of the design system). */
export const hue = {
  canvas: 'var(--canvas)',
  panel: 'var(--panel)',
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  hair: 'var(--hair)',
  ok: 'var(--ok)',
  warn: 'var(--warn)',
  crit: 'var(--crit)',
  stale: 'var(--stale)',
  accent: 'var(--accent)',
  conflict: 'var(--conflict)',
  on: 'var(--on)',
} as const

/** Where an entry was written: the silhouette and the hue of its cell. */
export type Origin = 'A' | 'B' | 'C'

export const originHue = (origin: Origin): string => `var(--${origin})`

/** Origins go round by the place of the writing node in the frame; the fourth master is A again. */
export const originOf = (place: number): Origin => (['A', 'B', 'C'] as const)[Math.max(0, place) % 3]!
