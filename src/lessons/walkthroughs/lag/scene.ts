/** Lag lies: the moments that are looked at, the faults, and who is quoted. */
import type { Intervention } from '../../../run/index.ts'
import type { Move } from '../../walkthrough.ts'

/** Entry 8 has its OK and is on the wire; the user has read once and reads again in two seconds. */
export const QUIET = 2320
/** How long the fault is watched before anybody looks at the gauge. */
export const WATCHED = 4300
/** What is watched for seconds of the run passes faster. */
export const LONG = { paceMs: 600 }
export const silentAt = (atMs: number): Intervention[] => [{ atMs, do: 'stall', between: ['db1', 'db2'] }]

export const set = (path: string, value: number): Move => ({ act: { do: 'set', path, value } })
export const stall: Move = { act: { do: 'stall', between: ['db1', 'db2'] } }
export const cut: Move = { act: { do: 'cut', between: ['db1', 'db2'] } }
export const kill: Move = { act: { do: 'kill', node: 'db1' } }

export const WIDTH = 'network.links.db1~db2.kilobytesPerSecond'
export const unknown: Move = { until: 'lag(db2).reported = null', mostMs: 2000 }
export const lies: Move = { until: 'lag(db2).reported = 0 and lag(db2).heartbeat > 3s', mostMs: 20_000 }
export const alerted: Move = { until: 'happened(alert-raised(db2))', mostMs: 5000 }

export const status = { name: 'MySQL 8.4 Reference Manual', place: 'SHOW REPLICA STATUS Statement' }
export const heartbeat = { name: 'Percona Toolkit', place: 'pt-heartbeat' }
