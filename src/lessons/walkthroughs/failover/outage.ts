/** The whole of it once more, with nobody asked: which part of an outage is the longest, and how to make it shorter. */
import type { Step } from '../../walkthrough.ts'
import { byItself, DEATH, done, kill } from './scene.ts'

export const outage: readonly Step[] = [
  {
    id: 'longest',
    title: 'Where did the time go?',
    say: 'Once more, and this time nobody has to be asked: the monitor chooses the most advanced slave by itself. The outage has three parts: *noticing* until the death is confirmed, *draining* the relay log, and *telling* everybody.',
    sayPresent: 'Once more, all by itself. The outage has three parts: noticing, draining, telling.',
    enter: { atMs: DEATH, settings: { ...byItself, paceMs: 90 } },
    predict: {
      ask: 'Which part of the outage is the longest?',
      then: 'then kill db1',
      reveal: [kill, done],
      options: [
        {
          id: 'a',
          text: 'Noticing',
          reason: 'It waits for three misses.',
          when: 'first(confirmed) - first(killed) > first(drained) - first(drain-started) and first(confirmed) - first(killed) > first(failover-done) - first(drained)',
          because: 'Three missed probes take longer than all the rest.',
        },
        {
          id: 'b',
          text: 'Draining',
          reason: 'db2 applies slowly.',
          when: 'first(drained) - first(drain-started) > first(confirmed) - first(killed) and first(drained) - first(drain-started) > first(failover-done) - first(drained)',
          because:
            '`db2` applies while the monitor is still counting misses, so that little is left to drain. With a SQL thread that takes 200 ms for an entry, draining would be the longest part.',
          world: { name: 'If db2 took 200 ms for an entry', settings: { 'nodes.db2.applyMs': 200, paceMs: 200 } },
        },
        {
          id: 'c',
          text: 'Telling',
          reason: 'Everybody needs a new address.',
          when: 'first(failover-done) - first(drained) > first(confirmed) - first(killed) and first(failover-done) - first(drained) > first(drained) - first(drain-started)',
          because:
            'Here a router sends all clients on after 30 ms. It would be the longest part if the address stood in DNS and clients kept the old one for another second.',
          world: { name: 'If clients kept the address for 1 s', settings: { 'failover.rerouteMs': 1000, paceMs: 200 } },
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: 'Noticing: 270 ms until it was confirmed, about half of the outage. With real intervals it is much more than half.',
      },
    ],
    remember: 'The longest part of a failover is to be sure that one is needed.',
  },
  {
    id: 'make-it-faster',
    title: 'Make it faster',
    say: 'The SQL thread of `db2` is quick now; as it stands, the outage lasts 380 ms. Change how often the monitor probes and how many misses it takes, then *kill* `db1`. Bring the outage *below 300 ms*.',
    sayPresent: 'This outage lasts 380 ms. Change how the monitor probes, kill db1, stay below 300 ms.',
    enter: { atMs: DEATH, settings: { ...byItself, 'nodes.db2.applyMs': 5, paceMs: 60 } },
    allow: [
      { set: 'failover.probeEveryMs' },
      { set: 'failover.probeTimeoutMs' },
      { set: 'failover.misses' },
      { action: 'kill', target: 'db1' },
    ],
    gate: {
      is: 'state',
      when: 'last(ms of failover-done) < 300',
      hint: 'Set the misses to 1, or both the interval and the timeout of a probe to 30 ms. Then kill `db1` and let the monitor work. Too slow? Go back in time and try again.',
      solve: [{ act: { do: 'set', path: 'failover.misses', value: 1 } }, { playMs: 20 }, kill, done],
      others: [
        [
          { act: { do: 'set', path: 'failover.probeEveryMs', value: 30 } },
          { act: { do: 'set', path: 'failover.probeTimeoutMs', value: 30 } },
          { playMs: 100 },
          kill,
          done,
        ],
        [
          { act: { do: 'set', path: 'failover.misses', value: 2 } },
          { act: { do: 'set', path: 'failover.probeEveryMs', value: 50 } },
          { playMs: 100 },
          kill,
          done,
        ],
      ],
    },
    told: [
      {
        when: 'setting("failover.misses") = 1',
        text: 'Below 300 ms. But now one lost probe makes a suspicion: on a bad line this monitor cries wolf every day.',
      },
      {
        text: 'Below 300 ms. But now a pause of a fraction of a second looks like a death: a busy host is enough for a suspicion.',
      },
    ],
    remember: 'Detection decides how long it hurts; the candidate decides what is lost.',
    teacher:
      'Let the room argue for a number of misses for their own system, then ask what a wrong failover costs there.',
  },
]
