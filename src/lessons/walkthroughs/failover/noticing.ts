/** The first half of the failover: the master dies, the monitor counts missing answers, and may be wrong about them. */
import type { Step } from '../../walkthrough.ts'
import { byItself, DEATH, dead, detection, kill } from './scene.ts'

export const noticing: readonly Step[] = [
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
    enter: { atMs: DEATH + 2, settings: { paceMs: 50 }, interventions: [dead] },
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
    enter: { atMs: DEATH, settings: { ...byItself, paceMs: 70 } },
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
]
