/**
 * Walkthrough 3: a failover in slow motion, with the learner as the one who chooses (DOMAIN 3.1, 3.3, 3.4). Two things are
 * to stay: noticing takes longest, and who is chosen decides what is lost.
 *
 * Scaled: the monitor probes ten times a second, and db2's SQL thread is slow, so that it has something to drain.
 * Orchestrator looks every 5 s, and a tuned set-up takes ten seconds and more for the whole.
 */
import { defineWalkthrough } from '../define.ts'
import { choosing } from './failover/choosing.ts'
import { noticing } from './failover/noticing.ts'
import { outage } from './failover/outage.ts'
import { detection, recovery } from './failover/scene.ts'

export const failover = defineWalkthrough({
  id: 'failover',
  number: 3,
  title: 'Failover, step by step',
  minutes: 8,
  goal: 'You can take an outage apart, and say what its parts cost: time, or writes.',
  belief: 'Failover is instant and free.',
  pictogram: 'failover',
  sources: [
    { ...detection, url: 'https://github.com/openark/orchestrator/blob/master/docs/failure-detection.md' },
    { ...recovery, url: 'https://github.com/openark/orchestrator/blob/master/docs/topology-recovery.md' },
    { name: 'GitHub, 20 June 2018', place: 'MySQL High Availability at GitHub' },
  ],
  run: {
    scenario: {
      title: 'Failover, step by step',
      about:
        'The master dies with seven promises, and somebody has to choose who takes over. Real distances of neighbouring cities and of a country. Scaled: the monitor probes ten times a second where real ones probe every few seconds, and db2 applies slowly.',
      paceMs: 30,
      untilMs: 6000,
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2', applyMs: 90 }, { id: 'db3' }],
      network: {
        clientOneWayMs: 1,
        monitorOneWayMs: 10,
        links: [
          { between: ['db1', 'db2'], oneWayMs: 16 },
          { between: ['db1', 'db3'], oneWayMs: 50 },
          { between: ['db2', 'db3'], oneWayMs: 40 },
        ],
      },
      clients: [{ id: 'c', thinkMs: 16, startMs: 284, retryMs: 100 }],
      costs: { applyMs: 5, restartMs: 60 },
      failover: {
        choose: 'by-hand',
        probeEveryMs: 100,
        probeTimeoutMs: 60,
        misses: 3,
        promoteMs: 20,
        rerouteMs: 30,
      },
      lag: { warnEntries: 10, criticalEntries: 40, warnMs: 1000, criticalMs: 5000, dwellMs: 10_000 },
    },
  },
  steps: [...noticing, ...choosing, ...outage],
})
