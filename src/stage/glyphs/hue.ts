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

/** Where an entry was written: the silhouette of its cell, and with it one of three hues. */
export type Origin = (typeof ORIGINS)[number]

const ORIGINS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const
/** More than three hues beside ink are not told apart; from the fourth master on the silhouette says it alone. */
const HUES = ['A', 'B', 'C'] as const

export const originHue = (origin: Origin): string => `var(--${HUES[ORIGINS.indexOf(origin) % HUES.length]!})`

/** Origins go by the place of the writing node in the frame; the tenth is A again. */
export const originOf = (place: number): Origin => ORIGINS[Math.max(0, place) % ORIGINS.length]!
