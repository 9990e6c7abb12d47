import { definePreset } from './preset.ts'

/** DOMAIN 3.3, after GitHub's incident of October 2018: 43 seconds without a line between two coasts, and two masters. */
export const twoDataCenters = definePreset({
  id: 'two-data-centers',
  description:
    'The line between two data centres fails for a while, and when it is back there are two masters with two histories.',
  pictogram: 'two-places',
  scenario: {
    title: 'Two data centres, two masters',
    about:
      'At 0.6 s the east is cut off with its master and half of the clients. The monitor, outside, hears nobody there and promotes db3 in the west, while db1 goes on saying OK. At 2.35 s the line is back: db1 is fenced, and what it promised meanwhile is lost. Set “Promote within” to the same data centre and play again: no second master, and an outage for the west. Real distances (Virginia, Oregon); the 43 s of the real partition are scaled by 25, and so are the probes.',
    paceMs: 32,
    untilMs: 3500,
    nodes: [
      { id: 'db1', role: 'master', dataCenter: 'east' },
      { id: 'db2', dataCenter: 'east' },
      { id: 'db3', dataCenter: 'west' },
    ],
    network: { oneWayMs: 1, farOneWayMs: 32, clientOneWayMs: 1, monitorOneWayMs: 35 },
    clients: [
      { id: 'ce', dataCenter: 'east', thinkMs: 120, startMs: 120, retryMs: 200 },
      { id: 'cw', dataCenter: 'west', thinkMs: 160, startMs: 150, retryMs: 200, timeoutMs: 500 },
    ],
    replication: { connectRetryMs: 300 },
    costs: { applyMs: 4 },
    failover: { probeEveryMs: 200, probeTimeoutMs: 150, misses: 3, rerouteMs: 150 },
    lag: { warnMs: 200, criticalMs: 800 },
  },
  interventions: [
    { atMs: 600, do: 'cut-data-center', dataCenter: 'east' },
    { atMs: 2350, do: 'heal-data-center', dataCenter: 'east' },
  ],
})
