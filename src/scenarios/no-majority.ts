import { definePreset } from './preset.ts'

/** DOMAIN 3.2: without a majority of monitors nobody acts, also when the master is dead for sure. */
export const noMajority = definePreset({
  id: 'no-majority',
  description: 'The master dies while two of three monitors are out of reach: the third one knows, and must not act.',
  pictogram: 'no-majority',
  scenario: {
    title: 'No majority, no failover',
    about:
      'Two of three monitors stand in the west, which loses its line at 0.5 s. At 0.9 s db1 dies in the east. The monitor there knows it and may do nothing: alone it cannot tell whether db1 is dead or it is cut off itself. Those in the west agree with one another and elect one, but hear nobody whom they could promote. At 4 s the line is back. The price of never having two masters is an outage as long as the partition. Set the quorum to 1 and play again: it still takes a majority of votes. Distances are real (within a city, and Virginia to Oregon); probes are closer together than usual.',
    paceMs: 35,
    untilMs: 5200,
    nodes: [
      { id: 'db1', role: 'master', dataCenter: 'east' },
      { id: 'db2', dataCenter: 'east' },
      { id: 'db3', dataCenter: 'east' },
    ],
    network: { oneWayMs: 1, farOneWayMs: 40, clientOneWayMs: 1, monitorOneWayMs: 35 },
    clients: [{ id: 'c', dataCenter: 'east', thinkMs: 160, startMs: 130, retryMs: 300 }],
    replication: { connectRetryMs: 300 },
    costs: { applyMs: 4 },
    failover: {
      monitors: [
        { id: 'm1', dataCenter: 'east' },
        { id: 'm2', dataCenter: 'west' },
        { id: 'm3', dataCenter: 'west' },
      ],
      probeEveryMs: 200,
      probeTimeoutMs: 150,
      misses: 3,
      rerouteMs: 150,
    },
    lag: { warnMs: 150, criticalMs: 500 },
  },
  interventions: [
    { atMs: 500, do: 'cut-data-center', dataCenter: 'west' },
    { atMs: 900, do: 'kill', node: 'db1' },
    { atMs: 4000, do: 'heal-data-center', dataCenter: 'west' },
  ],
})
