/**
 * One step and one milestone, forward and back. All four go to instants at which something happened, which the
 * run alone decides: never the speed, the pace or how one got there. A move that finds nothing leaves the
 * playhead where it was and says so.
 */
import type { Fact } from '../engine/index.ts'
import { us } from '../run/index.ts'
import { lastMomentBefore } from './factBook.ts'
import type { Playhead } from './playhead.ts'

/** How far ahead a step looks, in microseconds of virtual time: ten minutes. */
const STEP_AHEAD = 600_000_000
/** How far ahead "next milestone" looks beyond the scenario's own end: two minutes. */
const MILESTONE_AHEAD = 120_000_000
/** Kernel events after which a search gives up: under half a second of work, for the page waits for it. */
const MOST_WORK = 100_000

/** To the next instant at which a moment happens; false when none comes within ten minutes. */
export function step(playhead: Playhead): boolean {
  const from = playhead.at.time
  const played = playhead.branch.playedTo
  if (playhead.at.nextEventAt() !== null && playhead.runToNextMoment(from + STEP_AHEAD)) return true
  return backTo(playhead, from, played)
}

/** To the last instant before this one at which a moment happened, or to the start. False at the start. */
export function stepBack(playhead: Playhead): boolean {
  const { time } = playhead.at
  if (time === 0) return false
  playhead.goTo(previousMoment(playhead) ?? 0)
  return true
}

/** To the next milestone, known or not; false when none comes until well after the scenario's own end. */
export function nextMilestone(playhead: Playhead): boolean {
  const { branch, at } = playhead
  const from = at.time
  const known = branch.book.milestones().find((fact) => fact.t > from)
  if (known) return playhead.goTo(known.t)
  const played = branch.playedTo
  const newest = () => lastOf(branch.book.milestones())
  const before = newest()
  // Up to `played` there is none: the branch would know it.
  if (played > from) playhead.goTo(played)
  const limit = Math.max(played, us(branch.run.scenario.untilMs)) + MILESTONE_AHEAD
  const enough = at.work + MOST_WORK
  while (at.work < enough && playhead.runToNextMoment(limit)) if (newest() !== before) return true
  return backTo(playhead, from, played)
}

/** To the last milestone before this instant, or to the start. False at the start. */
export function previousMilestone(playhead: Playhead): boolean {
  const { branch, at } = playhead
  if (at.time === 0) return false
  playhead.goTo(lastOf(branch.book.milestones().filter((fact) => fact.t < at.time))?.t ?? 0)
  return true
}

/** Found among the engine's own facts, of which a few usually suffice. Null: none since the start. */
function previousMoment(playhead: Playhead, before = playhead.at.time): number | null {
  const { at } = playhead
  const { event } = at
  for (let look = 64; ; look *= 8) {
    const facts = at.factsAfter(Math.max(0, event - look))
    const found = lastMomentBefore(facts, before)
    if (found !== null || look >= event) return found
    const oldest = facts[0]
    if (oldest !== undefined && oldest.id <= event - look + 1) continue
    // The ring ends here without a moment in it: it reached further back when this fact was young.
    playhead.goTo(oldest?.t ?? at.time - 1)
    return at.event < event ? previousMoment(playhead, before) : null
  }
}

/** Undoes a search that found nothing: the playhead returns, and what was run on the way was not played. */
function backTo(playhead: Playhead, time: number, played: number): false {
  playhead.goTo(time)
  playhead.branch.playedTo = played
  return false
}

const lastOf = (facts: readonly Fact[]): Fact | undefined => facts[facts.length - 1]
