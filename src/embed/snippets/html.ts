/** Text within HTML. */

/** Between tags. */
export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** The attributes of a tag, each in quotes, as they are given; null = it is not there. */
export const attributes = (given: Record<string, string | number | null>): string =>
  Object.entries(given)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escaped(`${value}`).replace(/"/g, '&quot;')}"`)
    .join('')
