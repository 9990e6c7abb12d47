/** The death that the steps of this walkthrough come back to, and what is asked of the monitor after it. */
import type { Move } from '../../walkthrough.ts'

/** Seven writes are told OK; db2 has received 6, db3 has received 4; ms. */
export const DEATH = 410
export const dead = { atMs: DEATH, do: 'kill', node: 'db1' } as const
/** The monitor has been told how far both are, and waits; ms. */
export const ASKED = 720
export const name = (node: string) => ({ do: 'promote', node }) as const
export const done: Move = { until: 'happened(failover-done)', mostMs: 5000 }
export const kill: Move = { act: { do: 'kill', node: 'db1' } }
export const byItself = { 'failover.choose': 'most-advanced' }

export const detection = { name: 'Orchestrator', place: 'Failure detection' }
export const recovery = { name: 'Orchestrator', place: 'Topology recovery' }
