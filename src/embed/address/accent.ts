/**
 * An author's accent is used where everybody can see it only: against the two grounds of a theme, the page's and a
 * card's, it needs the contrast of text (WCAG 1.4.3).
 */

/** Contrast ratio that text needs, 1 to 21. */
const ENOUGH = 4.5

const part = (two: string): number => {
  const share = Number.parseInt(two, 16) / 255
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** WCAG relative luminance of `rrggbb`, 0 to 1. */
const luminance = (hex: string): number =>
  0.2126 * part(hex.slice(0, 2)) + 0.7152 * part(hex.slice(2, 4)) + 0.0722 * part(hex.slice(4, 6))

/** Of two colours `rrggbb`: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Six hexadecimal digits, with or without a leading #, as `rrggbb`; undefined = it is no colour. */
export const colourOf = (text: string): string | undefined => /^#?([0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase()

/** Does this accent stand out against all of these grounds? All are `rrggbb`. */
export const standsOut = (accent: string, grounds: readonly string[]): boolean =>
  grounds.every((ground) => contrast(accent, ground) >= ENOUGH)
