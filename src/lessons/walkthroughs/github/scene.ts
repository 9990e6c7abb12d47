/** GitHub, 21 October 2018: what is cut and for how long, which moments are looked at, and who reported it. */
import type { Intervention } from '../../../run/index.ts'
import type { Move } from '../../walkthrough.ts'

export const CUT: Intervention = { atMs: 600, do: 'cut-data-center', dataCenter: 'east' }
export const HEALED: Intervention[] = [CUT, { atMs: 2320, do: 'heal-data-center', dataCenter: 'east' }]
/** The last moment at which all is well. */
export const BEFORE = 590
/** The line is back, everybody has been told, and the west writes. */
export const AFTER = 3300
export const LEASE = { 'failover.fence': 'lease' } as const

export const cut: Move = { act: { do: 'cut-data-center', dataCenter: 'east' } }
export const kill: Move = { act: { do: 'kill', node: 'db1' } }
export const set = (path: string, value: number | string): Move => ({ act: { do: 'set', path, value } })
/** Time enough to miss three probes, to vote and to choose. */
export const decided: Move = { playMs: 900 }
export const over: Move = { playMs: 2370 }
export const follows: Move = { until: 'node(db1).role = slave and receiver(db1).state = streaming', mostMs: 3000 }
export const morning = (rate: number): Move[] => [set('clients.c.ratePerSecond', rate), { playMs: 2500 }]

export const report = { name: 'GitHub, 30 October 2018', place: 'October 21 post-incident analysis' }
export const recovery = { name: 'Orchestrator', place: 'Configuration: recovery' }
