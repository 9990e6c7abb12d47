/** GitLab.com, 31 January 2017: what happens in that evening and when, and who reported it. */
import type { Intervention } from '../../../run/index.ts'
import type { Move } from '../../walkthrough.ts'

/** 17:20: the copy for a test is taken. */
const SNAPSHOT: Intervention = { atMs: 200, do: 'stop-receiver', node: 'snap' }
/** 19:00: four times the load. */
const LOAD: Intervention = { atMs: 1030, do: 'set', path: 'clients.c.ratePerSecond', value: 80 }
/** 22:00: the stream breaks. */
const BREAK: Intervention[] = [
  { atMs: 2500, do: 'cut', between: ['db1', 'db2'] },
  { atMs: 2600, do: 'heal', between: ['db1', 'db2'] },
]
/** 23:00: the slave is emptied, and begins to copy. */
export const RESEED: Intervention = { atMs: 3030, do: 'rebuild', node: 'db2', from: 'db1' }
/** 23:27: the wrong host. */
export const REMOVED: Intervention = { atMs: 3260, do: 'kill', node: 'db1' }
export const EVENING = [SNAPSHOT, LOAD, ...BREAK]
export const KEPT = { 'replication.retainEntries': 500 } as const

export const set = (path: string, value: number | string): Move => ({ act: { do: 'set', path, value } })
export const rebuild: Move = { act: { do: 'rebuild', node: 'db2', from: 'db1' } }
const remove: Move = { act: { do: 'kill', node: 'db1' } }
export const restore = (node: string): Move[] => [
  remove,
  { playMs: 240 },
  { act: { do: 'promote', node } },
  { playMs: 100 },
]
export const onwards: Move = { playMs: 700 }
export const streams: Move = { until: 'receiver(db2).state = streaming', mostMs: 3000 }
export const over: Move = { playMs: 2260 }

export const report = { name: 'GitLab, 10 February 2017', place: 'Postmortem of database outage of January 31' }
export const notes = { name: 'GitLab, 1 February 2017', place: 'GitLab.com database incident' }
