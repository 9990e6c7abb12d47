import { definePreset } from './preset.ts'

/** Where somebody begins who wants to do everything alone: three nodes, a monitor, and a client that waits to be told. */
export const empty = definePreset({
  id: 'empty',
  description: 'One master and two slaves without load.',
  pictogram: 'layout',
  scenario: {
    title: 'Empty lab',
    about: 'Nobody writes until you say so. Real distances of neighbouring cities; nothing is scaled.',
    paceMs: 10,
    untilMs: 60_000,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: { oneWayMs: 10, clientOneWayMs: 2, monitorOneWayMs: 5 },
    clients: [{ id: 'c', kind: 'stream', ratePerSecond: 0 }],
    lag: { warnMs: 100, criticalMs: 500 },
  },
})
