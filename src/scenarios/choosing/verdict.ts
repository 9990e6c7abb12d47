/**
 * From figures to a recommendation. Nothing is written down about any candidate: its figures are held against the reader's
 * limits, and candidates are ranked by what they break and then by what they cost. Promised writes that are gone weigh more
 * than everything else, because nothing brings them back; a wait ends.
 */
import { CANDIDATES, type Candidate } from './candidates.ts'
import { type Figure, type Figures, MEASURES, type Measure } from './figures.ts'
import type { Needs } from './needs.ts'
import { TRIALS, type Trial } from './trials.ts'

/** A candidate's worst figure of a kind, and the trial that it comes from. */
export interface Finding {
  measure: Measure
  value: number
  /** At most; null = the reader does not mind. */
  limit: number | null
  holds: boolean
  trial: Trial
  /** The moment of that run to look at, in microseconds; null = none stands out. */
  at: number | null
}

interface Judged {
  candidate: Candidate
  findings: Record<Measure, Finding>
  /** How many limits it breaks. */
  broken: number
  cost: Cost
}

interface Cost {
  machines: number
  /** Medians of the calm trial in milliseconds. */
  writeMs: number
  readMs: number
}

/** Why it is recommended: a limit that it holds, and who of the others breaks it worst; null = nobody does. */
export interface Reason {
  mine: Finding
  rival: { candidate: Candidate; finding: Finding } | null
  /** How many of the others break it. */
  breaking: number
}

export interface Verdict {
  /** Best first. */
  ranking: Judged[]
  /** Of the best: the most telling first, four at most. */
  reasons: Reason[]
  /** What decided between the best two, where both break equally much; null = their limits did. */
  decided: { by: keyof Cost; mine: number; theirs: number } | null
  /** The worst that the best one does. */
  accepts: Finding
}

/** What was measured of a candidate. */
export interface Tried {
  candidate: Candidate
  machines: number
  figures: Record<Trial, Figures>
}

const MOST_REASONS = 4

/** `tried`: at least one. The same whatever their order. */
export function verdictOf(tried: readonly Tried[], needs: Needs): Verdict {
  const ranking = tried.map((one) => judged(one, needs)).sort(compare)
  const best = ranking[0]!
  return {
    ranking,
    reasons: reasonsFor(best, ranking.slice(1)),
    decided: decidedBy(best, ranking[1]),
    accepts: acceptsOf(best),
  }
}

/** What a reader allows of each figure; null = any number. */
export function limitsOf({ lose, decides, rows, old, without, latency }: Needs): Record<Measure, number | null> {
  // The sum of a counter is as wrong after a discarded write as after a lost one.
  const byClock = rows === 'counters' ? lose : null
  return {
    lost: lose,
    discarded: decides === 'clock' ? byClock : 0,
    handed: decides === 'application' ? null : 0,
    without,
    stale: old === 'may' ? null : 0,
    latency,
  }
}

function judged({ candidate, machines, figures }: Tried, needs: Needs): Judged {
  const limits = limitsOf(needs)
  const findings = Object.fromEntries(
    MEASURES.map((measure) => [measure, findingOf(measure, figures, limits[measure])]),
  ) as Record<Measure, Finding>
  const { writeMs, readMs } = figures.calm
  return {
    candidate,
    findings,
    broken: MEASURES.filter((measure) => !findings[measure].holds).length,
    cost: { machines, writeMs: writeMs ?? Number.POSITIVE_INFINITY, readMs: readMs ?? 0 },
  }
}

/** Of equal figures that of the earlier trial. How fast writes are is asked of a calm hour. */
function findingOf(measure: Measure, figures: Record<Trial, Figures>, limit: number | null): Finding {
  const trials: readonly Trial[] = measure === 'latency' ? ['calm'] : TRIALS
  let worst: { trial: Trial; figure: Figure } | null = null
  for (const trial of trials) {
    const figure = figures[trial][measure]
    if (worst === null || figure.value > worst.figure.value) worst = { trial, figure }
  }
  const { trial, figure } = worst!
  return { measure, value: figure.value, limit, holds: limit === null || figure.value <= limit, trial, at: figure.at }
}

function compare(one: Judged, other: Judged): number {
  for (const key of KEYS) {
    const [a, b] = [key(one), key(other)]
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}

/** What it costs to have is weighed before how fast it is. */
const COSTS = ['machines', 'writeMs', 'readMs'] as const satisfies readonly (keyof Cost)[]

const breaks = (measure: Measure) => (one: Judged) => (one.findings[measure].holds ? 0 : 1)

/** Smaller is better, the first that differs decides. The last one is different for any two. */
const KEYS: readonly ((one: Judged) => number)[] = [
  breaks('lost'),
  breaks('discarded'),
  ({ broken }) => broken,
  ...MEASURES.map(breaks),
  ...COSTS.map(
    (name) =>
      ({ cost }: Judged) =>
        cost[name],
  ),
  ({ candidate }) => CANDIDATES.indexOf(candidate),
]

function decidedBy(best: Judged, second: Judged | undefined): Verdict['decided'] {
  if (
    second === undefined ||
    MEASURES.some((measure) => best.findings[measure].holds !== second.findings[measure].holds)
  )
    return null
  const by = COSTS.find((name) => best.cost[name] !== second.cost[name])
  return by === undefined ? null : { by, mine: best.cost[by], theirs: second.cost[by] }
}

function reasonsFor(best: Judged, others: readonly Judged[]): Reason[] {
  const all = MEASURES.flatMap((measure): Reason[] => {
    const mine = best.findings[measure]
    if (!mine.holds || mine.limit === null) return []
    const breaking = others.filter(({ findings }) => !findings[measure].holds)
    const worst = breaking.reduce<Judged | null>(
      (found, one) => (found && found.findings[measure].value >= one.findings[measure].value ? found : one),
      null,
    )
    const rival = worst && { candidate: worst.candidate, finding: worst.findings[measure] }
    return [{ mine, rival, breaking: breaking.length }]
  }).sort((a, b) => b.breaking - a.breaking)
  // A limit that all hold speaks for nobody, unless there is nothing else to say.
  const telling = all.filter(({ rival }) => rival !== null)
  return (telling.length > 0 ? telling : all).slice(0, MOST_REASONS)
}

/** What it breaks comes before what is allowed, and what is gone for good before what passes. */
function acceptsOf({ findings }: Judged): Finding {
  const all = MEASURES.map((measure) => findings[measure])
  return all.find(({ holds }) => !holds) ?? all.find(({ value }) => value > 0) ?? findings.latency
}
