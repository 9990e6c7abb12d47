// How wide words will be, without asking a browser: a layout must come out the same everywhere, also in a test
// without fonts. The figures lean to the wide side of the fonts in our stacks (DejaVu Sans Mono advances
// 0.602 em; Noto Sans and Segoe UI average about 0.55 em for lower-case words, bold about 0.6), so that words
// have a little more room than they need rather than less.

const MONO = 0.605
const SANS = 0.57
const BOLD = 0.63
const CAPITAL = 0.12

/** Width in px of `words` at `size` px. */
export function textWidth(words: string, how: { size?: number; mono?: boolean; bold?: boolean } = {}): number {
  const size = how.size ?? 12
  if (how.mono) return words.length * MONO * size
  const capitals = words.length - words.replace(/[A-Z]/g, '').length
  return (words.length * (how.bold ? BOLD : SANS) + capitals * CAPITAL) * size
}

/** `words`, cut with an ellipsis so that they fit into `width` px. */
export function fitted(
  words: string,
  width: number,
  how: { size?: number; mono?: boolean; bold?: boolean } = {},
): string {
  if (textWidth(words, how) <= width) return words
  let cut = words
  while (cut.length > 1 && textWidth(`${cut}…`, how) > width) cut = cut.slice(0, -1)
  return `${cut}…`
}
