// Which stretch of a run the timeline shows. It stands still while the playhead crosses it, moves along once the
// playhead is near its right end, and comes to a place that a seek has reached. A pure function of the last
// window and the new time, so that nothing ever jumps for a reason that cannot be seen.

/** [from, to] in microseconds, and the time for which it was chosen. */
export interface Window {
  from: number
  to: number
  time: number
}

export interface WindowOptions {
  /** Database microseconds per wall second at speed 1 (the scenario's pace). */
  paceUs: number
  /** Show all that has been played instead of following. */
  whole?: boolean
}

/** A window holds this many wall seconds at speed 1: at 1 s = 40 ms, 5.2 s of the database. */
const WALL_SECONDS = 130
/** Playing, the playhead does not go beyond this share of the window: what comes next needs a place. */
const RIGHT = 0.85
/** A change of more than this share of the window was a seek, not play. */
const SEEK = 0.04
/** Where a seek out of the window puts the playhead. */
const AFTER_SEEK = 0.6

/** The window to show at `time`. All times in microseconds, >= 0; `previous` is the last answer, null at first. */
export function windowFor(time: number, playedTo: number, previous: Window | null, options: WindowOptions): Window {
  const span = Math.max(1, Math.round(options.paceUs * WALL_SECONDS))
  if (options.whole) {
    const end = Math.max(time, playedTo, span / 4)
    return { from: 0, to: Math.round(end * 1.06), time }
  }
  const at = (from: number): Window => {
    const start = Math.max(0, Math.round(from))
    return { from: start, to: start + span, time }
  }
  if (!previous || previous.to - previous.from !== span) return at(time - AFTER_SEEK * span)
  const place = (time - previous.from) / span
  const step = Math.abs(time - previous.time) / span
  if (place < 0 || place > 1) {
    if (step > SEEK) return at(time - AFTER_SEEK * span)
    // Stepping back over the left end: follow, keeping the playhead at the edge of what is shown.
    return place < 0 ? at(time) : at(time - RIGHT * span)
  }
  if (step > SEEK) return { ...previous, time }
  // Where a seek left the playhead further right than RIGHT, play goes on from there.
  const limit = Math.max(RIGHT, (previous.time - previous.from) / span)
  return place > limit ? at(time - limit * span) : { ...previous, time }
}
