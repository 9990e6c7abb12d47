/** Where playing stops, or begins again: an author shows a stretch of a run. Steps and messages may still leave it. */
import type { Figure } from '../figure.ts'

/** From `from` to `until`, in microseconds; with `loop` round and round while it plays. Returns what ends it. */
export const between = ({ lab }: Figure, from: number, until: number, loop: boolean): (() => void) => {
  let last = lab.latest?.transport.time ?? 0
  return lab.onUpdate(({ transport }) => {
    const { time, playing } = transport
    const crossed = playing && last < until && time >= until
    last = time
    if (!crossed) return
    // After the listeners of this update: a command within it would be told before it.
    queueMicrotask(() => {
      if (!loop) lab.do({ do: 'pause' })
      lab.do({ do: 'seek', t: loop ? from : until })
    })
  })
}
