import type { Fact, FactKind } from '../engine/index.ts'

/** One failover, phase by phase (DOMAIN 3.3), in microseconds. null = not reached, or not left in this run. */
export type Failover = Record<Phase, Span | null>
interface Span {
  start: number
  end: number | null
}
const PHASES = ['suspect', 'confirm', 'choose', 'drain', 'promote', 'repoint', 'reroute'] as const
type Phase = (typeof PHASES)[number]

/** The fact that ends a phase and begins the next; the first begins with the first missed probe of its series. */
const ENDS: Partial<Record<FactKind, Phase>> = {
  suspected: 'suspect',
  'down-for-me': 'suspect',
  confirmed: 'confirm',
  elected: 'confirm',
  chosen: 'choose',
  drained: 'drain',
  promoted: 'promote',
  rerouted: 'reroute',
}
export const TELLING: ReadonlySet<FactKind> = new Set<FactKind>([
  ...(Object.keys(ENDS) as FactKind[]),
  'probe-missed',
  'probe-answered',
  'repointed',
  'suspicion-dropped',
  'failover-done',
  'failover-failed',
])

/**
 * What a run's facts (those of TELLING, in order) say about its failovers. A suspicion that was dropped is none. Of
 * several monitors the first that finds the master down begins it, and the elected one ends what all have to agree on;
 * it is dropped when the last of them hears the master again before anybody was chosen.
 */
export function failoversOf(facts: readonly Fact[]): Failover[] {
  const found: Failover[] = []
  const missedSince = new Map<string, number>()
  const doubters = new Set<string>()
  let now: Failover | null = null
  for (const fact of facts) {
    const { kind, at, args } = fact
    const doubted = `${at} ${args.peer ?? ''}`
    if (kind === 'probe-missed' && args.count === 1) missedSince.set(doubted, fact.t)
    if (kind === 'suspected' || kind === 'down-for-me') doubters.add(at)
    if (kind === 'suspicion-dropped') {
      doubters.delete(at)
      if (now !== null && now.drain === null && doubters.size === 0) {
        found.pop()
        now = null
      }
    }
    if (kind === 'suspected' || (now === null && BEGINS.includes(kind))) {
      now = Object.fromEntries(PHASES.map((phase) => [phase, null])) as Failover
      found.push(now)
      if (kind === 'suspected' || kind === 'down-for-me')
        now.suspect = { start: missedSince.get(doubted) ?? fact.t, end: null }
      else if (kind === 'chosen') now.choose = { start: fact.t, end: null }
    }
    // Only the first of them to find it down ends that phase.
    if (now !== null && !(kind === 'down-for-me' && now.confirm !== null)) advance(now, fact)
    if (kind === 'failover-done' || kind === 'failover-failed') {
      now = null
      doubters.clear()
    }
  }
  return found
}
/** Without a suspicion of its own: by hand, or tried again. */
const BEGINS: readonly FactKind[] = ['down-for-me', 'elected', 'chosen']

function advance(now: Failover, fact: Fact): void {
  if (fact.kind === 'repointed') {
    // Siblings follow one after the other; the phase lasts until the last of them.
    if (now.repoint !== null) now.repoint.end = fact.t
    return
  }
  const phase = ENDS[fact.kind]
  if (phase === undefined) return
  const span = now[phase]
  if (span !== null) span.end = fact.t
  if (phase === 'reroute') {
    const last = now.repoint?.end ?? now.promote?.end ?? fact.t
    now.reroute = { start: last, end: fact.t }
    return
  }
  const next = PHASES[PHASES.indexOf(phase) + 1]
  if (next !== undefined) now[next] = { start: fact.t, end: null }
}
