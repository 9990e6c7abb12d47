import { expect, it } from 'vitest'
import type { ClientFrame, Frame, MonitorFrame } from '../engine/index.ts'
import { offStageLines } from './offStage.ts'

const client = (own: Partial<ClientFrame>) =>
  ({
    id: 'c',
    kind: 'stream',
    target: 'db1',
    state: 'thinking',
    since: 0,
    pending: 0,
    last: null,
    ...own,
  }) as ClientFrame
const lines = (own: Partial<ClientFrame>, monitors: Partial<MonitorFrame>[] = [], ok = 0) =>
  offStageLines({ time: 5000, clients: [client(own)], monitors, counters: { ok } } as unknown as Frame)

it('says nothing about a client that has heard of nothing yet', () => {
  expect(lines({})).toEqual([])
  expect(lines({ kind: 'reader', lastRead: null })).toEqual([])
})

it('tells how long a client waits, what it heard, and how often', () => {
  expect(lines({ state: 'waiting', waitingSince: 4000, pending: 1 })[0]?.text).toBe(
    'waits for db1 to answer, 1 ms so far',
  )
  const last = { write: 1, outcome: 'ok', at: 3000 } as const
  expect(lines({ last }, [], 1)[0]?.text).toBe('heard OK 2 ms ago')
  expect(lines({ last }, [], 7)[0]?.text).toBe('heard OK 7 times, the last time 2 ms ago')
})

it('counts the misses of the node that the monitor watches', () => {
  const probes = [{ node: 'db1', missed: 2, lastAnswerAt: 0, lastMissAt: 1 }]
  expect(lines({}, [{ state: 'watching', watches: 'db1', probes }])).toEqual([
    { id: 'monitor', text: 'watches db1, which missed 2 probes' },
  ])
})
