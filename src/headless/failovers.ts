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
  confirmed: 'confirm',
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

/** What a run's facts (those of TELLING, in order) say about its failovers. A suspicion that was dropped is none. */
export function failoversOf(facts: readonly Fact[]): Failover[] {
  const found: Failover[] = []
  const missedSince = new Map<string, number>()
  let now: Failover | null = null
  for (const fact of facts) {
    const peer = fact.args.peer ?? ''
    if (fact.kind === 'probe-missed' && fact.args.count === 1) missedSince.set(peer, fact.t)
    if (fact.kind === 'suspicion-dropped') {
      found.pop()
      now = null
    }
    if (fact.kind === 'suspected' || (now === null && fact.kind === 'chosen')) {
      now = Object.fromEntries(PHASES.map((phase) => [phase, null])) as Failover
      found.push(now)
      if (fact.kind === 'suspected') now.suspect = { start: missedSince.get(peer) ?? fact.t, end: null }
      else now.choose = { start: fact.t, end: null }
    }
    if (now !== null) advance(now, fact)
    if (fact.kind === 'failover-done' || fact.kind === 'failover-failed') now = null
  }
  return found
}

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
