/**
 * Walkthrough 3: a failover in slow motion, with the learner as the one who chooses (DOMAIN 3.1, 3.3, 3.4). Two things are
 * to stay: noticing takes longest, and who is chosen decides what is lost.
 *
 * Scaled: the monitor probes ten times a second, and db2's SQL thread is slow, so that it has something to drain.
 * Orchestrator looks every 5 s, and a tuned set-up takes ten seconds and more for the whole.
 */
import { defineWalkthrough } from '../define.ts'
import type { Move } from '../walkthrough.ts'

/** Seven writes are told OK; db2 has received 6, db3 has received 4. */
const DEATH = 410
const dead = { atMs: DEATH, do: 'kill', node: 'db1' } as const
/** The monitor has been told how far both are, and waits. */
const ASKED = 720
const name = (node: string) => ({ do: 'promote', node }) as const
const done: Move = { until: 'happened(failover-done)', mostMs: 5000 }
const kill: Move = { act: { do: 'kill', node: 'db1' } }
const byItself = { 'failover.choose': 'most-advanced' }

const detection = { name: 'Orchestrator', place: 'Failure detection' }
const recovery = { name: 'Orchestrator', place: 'Topology recovery' }

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
  steps: [
    {
      id: 'somebody-watches',
      title: 'Somebody watches',
      say: '`db1` is the master, `db2` and `db3` copy it, and the client `c` writes. Beside them stands the *monitor*. Every 100 ms it asks each node whether it is there: a *probe*. Watch it while the client hears its first OKs.',
      sayPresent: 'Every 100 ms the monitor asks each node: are you there? Watch.',
      enter: { atMs: 280 },
      gate: { is: 'time', until: 'time >= 410', mostMs: 300 },
      told: [
        {
          text: 'All is well. The client has heard 7 OKs; `db2` has received 6 of these writes, `db3` has received 4.',
        },
      ],
    },
    {
      id: 'it-dies',
      title: 'The master dies',
      say: 'This is the moment before. 7 writes had their OK. `db2` is near and has received 6 of them, but applies slowly. `db3` is far and has received 4. Now *kill* `db1`.',
      sayPresent:
        '7 writes had their OK. `db2` has received 6 and applies slowly; `db3` has received 4. Now *kill* `db1`.',
      enter: { atMs: DEATH },
      allow: [{ action: 'kill', target: 'db1' }],
      gate: {
        is: 'state',
        when: 'node(db1).process = down',
        hint: 'Select `db1` and kill it.',
        solve: [kill, { until: 'node(db1).process = down' }],
        others: [[{ playMs: 40 }, kill, { until: 'node(db1).process = down' }]],
      },
      told: [
        {
          text: 'Dead, and the outage has begun: no write gets an OK any more. The monitor does not know it yet.',
        },
      ],
    },
    {
      id: 'three-misses',
      title: 'Three questions without an answer',
      say: 'A dead host does not say that it is dead. The monitor sends its next probe and waits 60 ms for the answer. One missing answer is a hiccup; only after *three* in a row does it suspect the master. Watch it count.',
      sayPresent: 'Nobody says "I am dead". The monitor counts missing answers, up to three.',
      enter: { atMs: DEATH + 2, interventions: [dead] },
      focus: ['db1', 'monitor', 'c'],
      gate: { is: 'time', until: 'happened(suspected)', mostMs: 1000 },
      told: [
        {
          text: 'Suspected 250 ms after it died. In the meantime the client has tried three times and got an error three times.',
        },
      ],
      model: {
        text: 'Real monitors probe every few seconds, so the same count takes ten seconds or more.',
        source: detection,
      },
    },
    {
      id: 'false-alarm',
      title: 'What if the monitor is wrong?',
      say: 'Another story, for comparison. `db1` is well, and its client and its slaves reach it. Only the line between `db1` and the monitor is cut. Three probes will be missed, exactly as before.',
      sayPresent: 'Another story: the master is well, only the monitor’s line to it is cut.',
      enter: { atMs: DEATH, settings: byItself },
      predict: {
        ask: 'What does the monitor do after the third miss?',
        then: 'then cut the line',
        reveal: [{ act: { do: 'cut', between: ['db1', 'monitor'] } }, { playMs: 400 }],
        options: [
          {
            id: 'a',
            text: 'It promotes',
            reason: 'Three misses mean dead.',
            when: 'happened(promoted)',
            because:
              'Three misses are a suspicion. Before it acts, it asks the slaves, and these still copy from `db1`. It would promote if their lines to `db1` were cut, too, and then two masters would take writes.',
            world: {
              name: 'If the slaves were cut off, too',
              reveal: [
                { act: { do: 'cut', between: ['db1', 'monitor'] } },
                { act: { do: 'cut', between: ['db1', 'db2'] } },
                { act: { do: 'cut', between: ['db1', 'db3'] } },
                { until: 'happened(promoted)', mostMs: 3000 },
              ],
            },
          },
          {
            id: 'b',
            text: 'Nothing',
            reason: 'The slaves still hear db1.',
            when: 'not happened(promoted)',
            because: 'It asks the slaves, and they still copy from `db1`.',
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'Suspected, and dropped 20 ms later: the slaves are fine, so the fault is in its own line. The client has noticed nothing.',
        },
      ],
      remember: 'A missing answer says something about the master, or about the line to it.',
    },
    {
      id: 'how-far',
      title: 'Confirmed. How far are the slaves?',
      say: 'Back to the real death. The monitor asks both slaves: neither hears the master, so it is *confirmed* dead. It tells them to stop copying, and to say up to which position they have *received*. Watch the answers come in.',
      sayPresent: 'No slave hears the master: confirmed. How much has each of them received?',
      enter: { atMs: 660, interventions: [dead] },
      focus: ['monitor', 'db2', 'db3'],
      gate: { is: 'time', until: 'monitor.state = waiting-for-choice', mostMs: 1000 },
      told: [
        {
          text: '`db2` has received 6, `db3` has received 4. 7 had their OK. This monitor chooses nobody by itself: it waits for you.',
        },
      ],
    },
    {
      id: 'the-laggard',
      title: 'What if you take db3?',
      say: '`db2` has received 6 and still has entries to apply. `db3` has received only 4, but has applied them all and could lead at once. 7 writes had their OK. Suppose that you are in a hurry and name `db3`.',
      sayPresent: 'db2 has received 6 and must still apply some. db3 has 4 and is ready. Suppose you name db3.',
      enter: { atMs: ASKED, interventions: [dead] },
      predict: {
        ask: 'How many promised writes are lost then?',
        then: 'then name db3',
        reveal: [{ act: name('db3') }, done],
        options: [
          {
            id: 'a',
            text: 'None',
            reason: 'All 7 were committed.',
            when: 'counters.lost = 0',
            because:
              'They were committed on `db1` alone. None would be lost if each OK had waited until both slaves had received it; then there would have been fewer OKs by now.',
            world: {
              name: 'If every OK had waited for both slaves',
              settings: { 'replication.mode': 'all' },
            },
          },
          {
            id: 'b',
            text: '1',
            reason: 'db3 gets the rest from db2.',
            when: 'counters.lost = 1',
            because:
              'A master copies from nobody. What `db3` lacks at its promotion is not in the new history, and `db2` has two entries too many. Only 1 is lost if you name `db2`, the one that has received most.',
            world: { name: 'If you named db2', reveal: [{ act: name('db2') }, done] },
          },
          {
            id: 'c',
            text: '3',
            reason: 'db3 has received 4 of 7.',
            when: 'counters.lost = 3',
            because: 'The new history begins with what the new master has received: 4 of 7.',
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: '3: writes 5, 6 and 7. `db2` did have 5 and 6, but the new history begins without them. These two are *extra* now, and `db3` will refuse it as a slave.',
        },
      ],
      model: {
        text: 'Orchestrator can promote the most advanced slave first and let a preferred one catch up from it, then swap the two.',
        source: recovery,
      },
    },
    {
      id: 'you-choose',
      title: 'Now you choose',
      say: 'The same moment again. The monitor has confirmed the death and knows both positions. *Promote* one of the two, and watch what it does before it calls itself master.',
      sayPresent: 'The same moment. Promote one of the two, and watch what it does first.',
      enter: { atMs: ASKED, interventions: [dead] },
      allow: [
        { action: 'promote', target: 'db2' },
        { action: 'promote', target: 'db3' },
      ],
      gate: {
        is: 'state',
        when: 'happened(promoted)',
        hint: 'Select `db2` or `db3`, promote it, and let the run go on until it leads.',
        solve: [{ act: name('db2') }, { until: 'happened(promoted)', mostMs: 3000 }],
        others: [
          [{ act: name('db3') }, { until: 'happened(promoted)', mostMs: 3000 }],
          [{ playMs: 150 }, { act: name('db2') }, { until: 'happened(promoted)', mostMs: 3000 }],
        ],
      },
      told: [
        {
          when: 'counters.lost = 1',
          text: '`db2` had to *drain* first: it leads only once its whole relay log is applied. Then it began epoch 2. 1 promised write is lost.',
        },
        {
          text: '`db3` had nothing to drain and began epoch 2 at once. 3 promised writes are lost; with `db2` it would have been 1.',
        },
      ],
    },
    {
      id: 'the-others',
      title: 'Everybody has to be told',
      say: 'Say that you have named `db2`, and it leads epoch 2. That helps nobody yet. `db3` must be *repointed*, so that it copies from `db2`. And the clients must be *rerouted*: they still knock at the old address. Watch until the first OK of the new master.',
      sayPresent: 'A new master helps nobody who does not know it. Repoint the slave, reroute the clients.',
      enter: { atMs: 866, interventions: [dead, { atMs: ASKED, ...name('db2') }] },
      gate: { is: 'time', until: 'happened(write-ok(epoch = 2))', mostMs: 1000 },
      told: [
        {
          text: 'The client gets its OKs again, from `db2`. The outage is over, and one promise of epoch 1 is gone.',
        },
      ],
    },
    {
      id: 'longest',
      title: 'Where did the time go?',
      say: 'Once more, and this time nobody has to be asked: the monitor chooses the most advanced slave by itself. The outage has three parts: *noticing* until the death is confirmed, *draining* the relay log, and *telling* everybody.',
      sayPresent: 'Once more, all by itself. The outage has three parts: noticing, draining, telling.',
      enter: { atMs: DEATH, settings: byItself },
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
            world: { name: 'If db2 took 200 ms for an entry', settings: { 'nodes.db2.applyMs': 200 } },
          },
          {
            id: 'c',
            text: 'Telling',
            reason: 'Everybody needs a new address.',
            when: 'first(failover-done) - first(drained) > first(confirmed) - first(killed) and first(failover-done) - first(drained) > first(drained) - first(drain-started)',
            because:
              'Here a router sends all clients on after 30 ms. It would be the longest part if the address stood in DNS and clients kept the old one for another second.',
            world: { name: 'If clients kept the address for 1 s', settings: { 'failover.rerouteMs': 1000 } },
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
      enter: { atMs: DEATH, settings: { ...byItself, 'nodes.db2.applyMs': 5 } },
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
  ],
})
