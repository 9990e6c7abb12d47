// What the chart of the monitor draws: lag as it was looked at, slave by slave. Plain data; the playback's answer has
// this form. Times in microseconds; null = nobody could say (a gap, never a zero).

export interface LagSeries {
  from: number
  to: number
  playedTo: number
  /** Looked at every so many microseconds. */
  step: number
  at: readonly number[]
  slaves: readonly LagLine[]
  alerts: readonly AlertSpan[]
}

export interface LagLine {
  id: string
  trueUs: readonly (number | null)[]
  /** Whole seconds; null is NULL. */
  reported: readonly (number | null)[]
  heartbeatUs: readonly (number | null)[]
  toReceive: readonly (number | null)[]
  toApply: readonly (number | null)[]
}

export interface AlertSpan {
  id: number
  node: string
  reason: 'entries' | 'seconds' | 'no-data' | 'copies'
  level: 'warn' | 'critical'
  from: number
  to: number | null
  fact: number
  noticedAt: number | null
}

/** What a slave's measures were at the last look at or before `t`; null = nobody looked. */
export interface LagMoment {
  t: number
  trueUs: number | null
  reported: number | null
  heartbeatUs: number | null
  toReceive: number | null
  toApply: number | null
}

export function lagAt({ at, slaves }: LagSeries, id: string, t: number): LagMoment | null {
  const line = slaves.find((slave) => slave.id === id)
  if (line === undefined) return null
  let i = at.length - 1
  while (i >= 0 && at[i]! > t) i--
  if (i < 0) return null
  const { trueUs, reported, heartbeatUs, toReceive, toApply } = line
  const of = (list: readonly (number | null)[]) => list[i] ?? null
  return {
    t: at[i]!,
    trueUs: of(trueUs),
    reported: of(reported),
    heartbeatUs: of(heartbeatUs),
    toReceive: of(toReceive),
    toApply: of(toApply),
  }
}
