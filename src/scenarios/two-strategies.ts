import { asStrategy } from '../run/index.ts'
import { definePreset } from './preset.ts'

const PLACES = ['eu', 'us', 'asia']
/** Milliseconds of the first write of each. */
const FIRST = [100, 148, 196]

/**
 * DOMAIN 3.3 and 5: the same requests and the same cut, once with one master and a failover, once with a master in every data
 * centre. Neither is free: one has a while without service and loses what the cut-off master promised, the other throws away.
 */
export const twoStrategies = definePreset({
  id: 'two-strategies',
  description:
    'One master beside three, under the same writes and reads, while a data centre is cut off: what each costs its clients.',
  pictogram: 'strategies',
  scenario: {
    title: 'One master or three, under the same requests',
    about:
      'Three data centres, a stream of writes and one of reads in each: who asks when for which row is the same on both sides. With one master two of three write across an ocean; with three everybody writes at home. At 0.6 s eu is cut off, on both sides. With one master the others wait for a failover, and what db1 promises meanwhile is lost when the line is back at 1.6 s; with three nobody waits, and of two writes to a row one is thrown away. Distance as between Ireland and Virginia; the cut and the probes are scaled, real ones take longer.',
    paceMs: 40,
    untilMs: 2600,
    nodes: PLACES.map((dataCenter, at) => ({ id: `db${at + 1}`, role: at === 0 ? 'master' : 'slave', dataCenter })),
    network: { oneWayMs: 1, farOneWayMs: 35, clientOneWayMs: 1, monitorOneWayMs: 20 },
    clients: PLACES.flatMap((dataCenter, at) => [
      {
        id: `w${at + 1}`,
        kind: 'stream',
        dataCenter,
        ratePerSecond: 7,
        keys: 3,
        startMs: FIRST[at],
        timeoutMs: 500,
      },
      {
        id: `r${at + 1}`,
        kind: 'reader',
        dataCenter,
        readsPerSecond: 10,
        keys: 3,
        route: 'nearest',
        startMs: FIRST[at]! + 30,
        timeoutMs: 500,
      },
    ]),
    replication: { connectRetryMs: 200 },
    costs: { applyMs: 3 },
    failover: { probeEveryMs: 150, probeTimeoutMs: 100, misses: 3, rerouteMs: 100 },
    lag: { warnMs: 300, criticalMs: 1000 },
  },
  interventions: [
    { atMs: 600, do: 'cut-data-center', dataCenter: 'eu' },
    { atMs: 1600, do: 'heal-data-center', dataCenter: 'eu' },
  ],
  beside: (run) => asStrategy(run, 'several-masters'),
})
