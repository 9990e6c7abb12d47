/**
 * Numbers and times as they stand on the screen: the same on every machine, so nothing here asks the platform
 * for a locale. Times come in microseconds of database time.
 */

/** 12345 -> "12,345". */
export function whole(n: number): string {
  const digits = String(Math.abs(n))
  let grouped = ''
  for (let i = 0; i < digits.length; i++)
    grouped += i > 0 && (digits.length - i) % 3 === 0 ? `,${digits[i]}` : digits[i]
  return n < 0 ? `-${grouped}` : grouped
}

/** A decimal with at most `places`, without trailing zeros: 0.140 -> "0.14", 3 -> "3". */
export function decimal(value: number, places: number): string {
  const text = value.toFixed(places)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** A moment as the clock and the log write it: "8.320". */
export const seconds = (us: number): string => (us / 1_000_000).toFixed(3)

/** A moment in a sentence: "6.412 s". */
export const moment = (us: number): string => `${seconds(us)} s`

/** A measured span, short enough to read at a glance: "0.35 ms", "37 ms", "0.14 s", "1.9 s", "12 s", "3 min 20 s". */
export function span(us: number): string {
  if (us < 10_000) return `${decimal(us / 1000, us < 1000 ? 2 : 1)} ms`
  if (us < 99_500) return `${decimal(us / 1000, 0)} ms`
  if (us < 9_950_000) return `${decimal(us / 1_000_000, us < 995_000 ? 2 : 1)} s`
  const s = Math.round(us / 1_000_000)
  if (s < 120) return `${s} s`
  return s % 60 === 0 ? `${Math.floor(s / 60)} min` : `${Math.floor(s / 60)} min ${s % 60} s`
}

/** A setting in milliseconds, exactly: "500 ms", "0.5 ms". */
export const exactMs = (us: number): string => `${decimal(us / 1000, 3)} ms`

/** How much database time passes in a second of the reader's: "1 s = 40 ms", at most three digits. */
export function pace(usPerSecond: number): string {
  const short = (value: number) => `1 s = ${Number(value.toPrecision(value >= 100 ? 3 : 2))}`
  if (usPerSecond < 1000) return `${short(usPerSecond)} µs`
  if (usPerSecond < 1_000_000) return `${short(usPerSecond / 1000)} ms`
  if (usPerSecond < 120_000_000) return `${short(usPerSecond / 1_000_000)} s`
  return `${short(usPerSecond / 60_000_000)} min`
}

/** "1 entry", "2 entries", "12,000 entries". */
export const count = (n: number, one: string, many: string = `${one}s`): string => `${whole(n)} ${n === 1 ? one : many}`

/** "a", "a and b", "a, b and c". */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`

/** Entries by number: "#7", "#18, #19", "#20 to #40". */
export function entries(from: number, to: number = from): string {
  if (to <= from) return `#${from}`
  return to === from + 1 ? `#${from}, #${to}` : `#${from} to #${to}`
}
