/** The second half: how far the slaves are, who is named, what that costs, and who has to be told. */
import type { Step } from '../../walkthrough.ts'
import { ASKED, dead, done, name, recovery } from './scene.ts'

export const choosing: readonly Step[] = [
  {
    id: 'how-far',
    title: 'Confirmed. How far are the slaves?',
    say: 'Back to the real death. The monitor asks both slaves: neither hears the master, so it is *confirmed* dead. It tells them to stop copying, and to say up to which position they have *received*. Watch the answers come in.',
    sayPresent: 'No slave hears the master: confirmed. How much has each of them received?',
    enter: { atMs: 660, settings: { paceMs: 10 }, interventions: [dead] },
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
    enter: { atMs: 866, settings: { paceMs: 20 }, interventions: [dead, { atMs: ASKED, ...name('db2') }] },
    gate: { is: 'time', until: 'happened(write-ok(epoch = 2))', mostMs: 1000 },
    told: [
      {
        text: 'The client gets its OKs again, from `db2`. The outage is over, and one promise of epoch 1 is gone.',
      },
    ],
  },
]
