import type { Alert, Copies } from '../engine/index.ts'
import { count, moment, seconds, span, whole } from './numbers.ts'
import { type OperatorQuery, queriesFor } from './operatorQueries.ts'
import { terms } from './terms.ts'

/** The lag monitor: its chart, its alerts, and what an operator would ask a database about them. */
type Seen = Pick<Alert, 'node' | 'reason' | 'level' | 'from' | 'to'>

const LEVELS: Record<Alert['level'], string> = { warn: 'warning', critical: 'critical' }
const REASONS: Record<Alert['reason'], string> = {
  entries: 'entries behind',
  seconds: 'old data',
  'no-data': 'no data',
  copies: 'too few copies',
}

export const alerting = {
  section: 'Lag alerts',
  title: 'Lag over time',
  whose: 'Whose lag',
  get noSlaves() {
    return `No ${terms.slave}, no lag.`
  },
  at: (t: number, pointed: boolean) => (pointed ? `pointed at ${moment(t)}` : `at ${moment(t)}`),
  rows: {
    trueUs: 'true age',
    reported: 'reported',
    heartbeatUs: 'heartbeat',
    toReceive: 'to receive',
    toApply: 'to apply',
  },
  when: 'time',
  table: (id: string) => `Lag of ${id} over time`,
  unknown: 'unknown',
  none: 'none',
  threshold: (name: string, value: string) => `${name}: ${value}`,
  alerts: 'Alerts',
  noAlerts: 'None so far.',
  notPlayed: 'Nothing has been played here yet.',
  queries: 'Queries',
  queriesName: (alert: Seen) => `Queries: ${alert.node}, ${REASONS[alert.reason]}`,
  queriesFor: (alert: Seen) => `What to ask the databases: ${alert.node}, ${REASONS[alert.reason]}`,
  copyQuery: (system: string) => `Copy the query for ${system}`,
  queryCopied: 'Query copied.',
  noticedHere: 'Here a user could first have noticed.',
  /** "critical, old data: db2 from 2.400 s to 3.100 s". */
  span: (alert: Seen): string =>
    `${LEVELS[alert.level]}, ${REASONS[alert.reason]}: ${alert.node} from ${moment(alert.from)} ${alert.to === null ? 'on' : `to ${moment(alert.to)}`}`,
  about: (alert: Seen): string => `alert ${REASONS[alert.reason]} of ${alert.node} at ${seconds(alert.from)} s`,
  name: ({ reason, level }: Seen): string => `${REASONS[reason]}, ${LEVELS[level]}`,
  times: ({ from, to }: Seen): string =>
    to === null ? `${seconds(from)} s, still on` : `${seconds(from)} to ${seconds(to)} s`,
  /** Did users notice before it, after it, or not at all? */
  noticed({ noticedAt, from }: Pick<Alert, 'noticedAt' | 'from'>): string {
    if (noticedAt === null) return 'nobody could notice'
    if (noticedAt < from) return `users could notice ${span(from - noticedAt)} before`
    return noticedAt === from
      ? 'users could notice at the same moment'
      : `users could notice ${span(noticedAt - from)} after`
  },
  copies({ of, complete, needed }: Copies): string {
    if (of === 0) return 'nothing was written yet'
    return `${count(complete, 'whole copy', 'whole copies')} of #${whole(of)}, ${whole(needed)} wanted`
  },
  sum: ({ warnUs, criticalUs }: { warnUs: number; criticalUs: number }): string =>
    `${span(warnUs)}, ${span(criticalUs)}`,
  standing: (n: number): string => (n === 0 ? '' : count(n, 'alert stands', 'alerts stand')),
  systems: { mysql: 'MySQL', postgres: 'PostgreSQL' },
  ask: (alert: Seen, master: string): Record<'mysql' | 'postgres', OperatorQuery> => queriesFor(alert, master),
} as const
