import type { LagLimits } from '../settings/index.ts'
import type { World } from '../world/index.ts'
import type { Distance } from './lag.ts'

/**
 * Since when a slave is over each of its thresholds. Entries cross one only when something happens, so that instant is
 * known; age crosses it by itself, at an instant that lies ahead and is known all the same. Whether it is an alert by
 * now, or when it will be, follows by adding the dwell time.
 */
export interface Over {
  readonly entriesWarn: number
  readonly entriesCritical: number
  readonly secondsWarn: number
  readonly secondsCritical: number
  /** Since when it does not answer, or answers NULL. */
  readonly silent: number
}

/** Later than any run: the threshold is not crossed and will not be. */
export const NEVER = Number.MAX_SAFE_INTEGER

export const START: Over = {
  entriesWarn: NEVER,
  entriesCritical: NEVER,
  secondsWarn: NEVER,
  secondsCritical: NEVER,
  silent: NEVER,
}

/**
 * What holds after something happened. Of a slave that cannot be asked nothing new is known, for better or worse. What
 * is held on purpose is no lag.
 */
export function overNow(
  { time, settings: { lag, nodes } }: World,
  number: number,
  { entriesBehind, entriesToReceive, oldestAt }: Distance,
  before: Over,
  heard: boolean,
  isSilent: boolean,
): Over {
  const { delayUs } = nodes[number]!
  const entries = delayUs > 0 ? entriesToReceive : entriesBehind
  const silent = since(before.silent, time, isSilent)
  if (!heard) return { ...kept(before, time), silent }
  const bornAt = oldestAt < 0 ? NEVER : oldestAt + delayUs
  return {
    entriesWarn: since(before.entriesWarn, time, entries >= lag.warnEntries),
    entriesCritical: since(before.entriesCritical, time, entries >= lag.criticalEntries),
    secondsWarn: aged(before.secondsWarn, time, bornAt, lag.warnUs),
    secondsCritical: aged(before.secondsCritical, time, bornAt, lag.criticalUs),
    silent,
  }
}

const since = (before: number, now: number, isOver: boolean): number =>
  isOver ? (before <= now ? before : now) : NEVER

function aged(before: number, now: number, bornAt: number, limit: number): number {
  if (bornAt === NEVER) return NEVER
  return bornAt + limit > now ? bornAt + limit : since(before, now, true)
}

const kept = (before: Over, now: number): Omit<Over, 'silent'> => ({
  entriesWarn: before.entriesWarn <= now ? before.entriesWarn : NEVER,
  entriesCritical: before.entriesCritical <= now ? before.entriesCritical : NEVER,
  secondsWarn: before.secondsWarn <= now ? before.secondsWarn : NEVER,
  secondsCritical: before.secondsCritical <= now ? before.secondsCritical : NEVER,
})

export interface Due {
  /** Since when it is over the lower threshold, or will be. */
  readonly since: number
  /** When it is worth an alert, and when a critical one. */
  readonly first: number
  readonly critical: number
}

/** What one reason has to say if nothing happens from now on. */
export function dueOf(over: Over, reason: 'entries' | 'seconds' | 'no-data', limits: LagLimits): Due {
  const { dwellUs, noDataUs } = limits
  if (reason === 'no-data') {
    const due = later(over.silent, noDataUs)
    return { since: over.silent, first: due, critical: due }
  }
  const warn = reason === 'entries' ? over.entriesWarn : over.secondsWarn
  const critical = reason === 'entries' ? over.entriesCritical : over.secondsCritical
  const since = Math.min(warn, critical)
  return { since, first: later(since, dwellUs), critical: later(critical, dwellUs) }
}

/** The same for all reasons at once: when the first of them is worth an alert. */
export function firstDue(over: Over, { dwellUs, noDataUs }: LagLimits): number {
  const since = Math.min(over.entriesWarn, over.entriesCritical, over.secondsWarn, over.secondsCritical)
  return Math.min(later(since, dwellUs), later(over.silent, noDataUs))
}

const later = (since: number, us: number): number => (since === NEVER ? NEVER : since + us)
