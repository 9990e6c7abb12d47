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
/**
 * Kernel events after which a search gives up, for the page waits for it: about a tenth of a second of work, and
 * under half a second where somebody is known to do something ahead.
 */
const MOST_WORK = { unsure: 25_000, sure: 100_000 }

/** To the next instant at which a moment happens; false when none comes within ten minutes. */
export function step(playhead: Playhead): boolean {
  const from = playhead.at.time
  const played = playhead.take.playedTo
  if (playhead.at.nextEventAt() !== null && playhead.runToNextMoment(from + STEP_AHEAD)) return true
  playhead.returnTo(from, played)
  return false
}

/** To the last instant before this one at which a moment happened, or to the start. False at the start. */
export function stepBack(playhead: Playhead): boolean {
  const { time } = playhead.at
  if (time === 0) return false
  playhead.goTo(previousMoment(playhead) ?? 0)
  return true
}

/**
 * To the next milestone, known or not. Null, or one sentence when none was found: then the playhead is where it was,
 * and where the search gave up it goes on when asked again.
 */
export function nextMilestone(playhead: Playhead): string | null {
  const { take, at } = playhead
  const from = at.time
  const known = take.book.milestones().find((fact) => fact.t > from)
  if (known) {
    playhead.goTo(known.t)
    return null
  }
  const played = take.playedTo
  const newest = () => lastOf(take.book.milestones())
  const before = newest()
  // Up to there there is none: the take would know it.
  playhead.goTo(Math.max(from, played, take.searchedTo))
  const limit = Math.max(played, us(take.run.scenario.untilMs)) + MILESTONE_AHEAD
  const sure = take.run.interventions.some(({ atMs }) => us(atMs) >= at.time && us(atMs) < limit)
  const enough = at.work + (sure ? MOST_WORK.sure : MOST_WORK.unsure)
  while (at.work < enough && playhead.runToNextMoment(limit)) if (newest() !== before) return null
  const searched = at.time
  playhead.returnTo(from, played)
  take.searchedTo = searched
  if (searched >= limit) return 'There is no further milestone ahead.'
  const span = Number(((searched - from) / 1_000_000).toPrecision(2))
  return `No milestone comes within the next ${span} s of the run; ask again to look further.`
}

/** To the last milestone before this instant, or to the start. False at the start. */
export function previousMilestone(playhead: Playhead): boolean {
  const { take, at } = playhead
  if (at.time === 0) return false
  playhead.goTo(lastOf(take.book.milestones().filter((fact) => fact.t < at.time))?.t ?? 0)
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

const lastOf = (facts: readonly Fact[]): Fact | undefined => facts[facts.length - 1]
