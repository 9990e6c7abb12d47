/** Spans of time through which auto pace went faster, for their mark on the timeline. */

/** From, to (microseconds), and how many times faster than the pace it went at most. */
export type Span = [from: number, to: number, factor: number]

/** Below this nobody sees a difference, and nothing is marked. */
export const SEEN = 1.5

/** `spans` (ascending, apart from each other) with one more; those it touches become one with it. */
export function withSpan(spans: readonly Span[], [from, to, factor]: Span): readonly Span[] {
  const before = spans.filter((span) => span[1] < from)
  const after = spans.filter((span) => span[0] > to)
  const touched = spans.slice(before.length, spans.length - after.length)
  const whole = touched.reduce<Span>(
    (sum, span) => [Math.min(sum[0], span[0]), Math.max(sum[1], span[1]), Math.max(sum[2], span[2])],
    [from, to, factor],
  )
  const only = touched.length === 1 ? touched[0]! : null
  if (only && only[0] === whole[0] && only[1] === whole[1] && only[2] === whole[2]) return spans
  return [...before, whole, ...after]
}
