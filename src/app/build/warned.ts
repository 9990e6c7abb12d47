/** What an author should know before pasting: pure, in the order in which it matters. */
import { contrast, heightOf, LONGEST, standsOut } from '../../embed/index.ts'
import { palette } from '../../stage/index.ts'
import { building, decimal } from '../../words/index.ts'
import { type Built, frameHeight } from './built.ts'

export interface Warning {
  text: string
  /** A height in pixels that would help. */
  height?: number
}

/** Themes that a reader may meet. */
const themesOf = (theme: string): ('light' | 'dark' | 'projector')[] =>
  theme === 'light' || theme === 'dark' || theme === 'projector' ? [theme] : ['light', 'dark']

/** The grounds of a theme as `rrggbb`: the page's and a card's. */
const groundsOf = (theme: 'light' | 'dark' | 'projector'): string[] => {
  const { canvas, panel } = palette(theme)
  return [canvas, panel].map((colour) => colour.slice(1))
}

interface Known {
  /** Characters of the figure's address after its path. */
  length: number
  /** Pixels of the figure at the present width; null = not measured yet. */
  measured: number | null
  /** What the figure itself says of its address. */
  told: readonly string[]
}

export function warningsOf(built: Built, { length, measured, told }: Known): Warning[] {
  const { given, width } = built
  const warnings: Warning[] = []
  const height = frameHeight(built)
  if (length > LONGEST.address) warnings.push({ text: building.long(length, LONGEST.address) })
  if (measured !== null && measured > height) warnings.push({ text: building.cut(measured, height), height: measured })
  if (height < 280) warnings.push({ text: building.small })
  for (const theme of given.accent === undefined ? [] : themesOf(given.theme ?? 'auto')) {
    const accent = given.accent!.replace('#', '').toLowerCase()
    const grounds = groundsOf(theme)
    if (standsOut(accent, grounds)) continue
    const least = Math.min(...grounds.map((ground) => contrast(accent, ground)))
    warnings.push({ text: building.pale(accent, theme, decimal(least, 1)) })
  }
  if (given.walkthrough === undefined && (given.step !== undefined || given.steps !== undefined))
    warnings.push({ text: building.lessonAlone })
  // Of the accent it knows one theme only.
  for (const text of told) if (!text.startsWith('accent=')) warnings.push({ text })
  if (width > 420) warnings.push({ text: building.narrow(given.walkthrough === undefined ? heightOf(320) : null) })
  return warnings
}
