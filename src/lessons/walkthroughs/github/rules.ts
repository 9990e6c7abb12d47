/** GitHub, 21 October 2018, once more with other rules: a lease for the master, then whatever the learner thinks of. */
import type { Step } from '../../walkthrough.ts'
import { BEFORE, HEALED, LEASE, over, set } from './scene.ts'

export const rules: readonly Step[] = [
  {
    id: 'with-a-lease',
    title: 'The same 43 s, with a lease',
    say: 'Back to the minute before, with one rule changed: `db1` has a *lease* of 0.6 s (it stands for 15 s). Whoever a majority of monitors has not heard for that long takes no more writes. Again the east is cut off for 1.72 s. Without a fence, 41 promised writes were void.',
    sayPresent: 'The same cut, but db1 has a lease: unheard by a majority for 0.6 s, it stops by itself.',
    enter: { atMs: BEFORE, settings: { ...LEASE, paceMs: 150 }, interventions: HEALED },
    predict: {
      ask: 'How many promised writes are void this time?',
      then: 'then let it happen',
      reveal: [{ playMs: 2110 }],
      options: [
        {
          id: 'a',
          text: 'None',
          reason: 'There are never two masters.',
          when: 'counters.lost = 0',
          because:
            'Not two at once. But until the lease is over, `db1` promises what only the east has. None is void if every OK also waits until three slaves, so one in the west, have the write.',
          world: {
            name: 'If an OK also needed the west',
            settings: { 'replication.mode': 'quorum', 'replication.waitFor': 3 },
          },
        },
        {
          id: 'b',
          text: '6',
          reason: 'Those before the lease was over.',
          when: 'counters.lost > 0 and counters.lost < 10',
          because: 'They had their OK before the lease was over.',
        },
        {
          id: 'c',
          text: '41 again',
          reason: 'db1 hears of nothing.',
          when: 'counters.lost >= 35',
          because: 'It need not hear of anything. It hears too little, and stops. It is 41 if nothing fences it.',
          world: { name: 'If there were no fence', settings: { 'failover.fence': 'none' } },
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: '6 instead of 41, and never two masters. The price: `c` hears *ERROR* 35 times, for nearly the whole cut. A lease bounds the damage; it does not shorten the outage, and the masters still have to come home.',
      },
    ],
  },
  {
    id: 'your-rules',
    title: 'Your rules for the next 43 s',
    say: 'The minute before, once more, as it was: no fence, everybody may be promoted, no OK waits. The east will be cut off for 1.72 s. *Change the rules so that no promise is broken*, then let it happen. Count what your rule costs `c`.',
    sayPresent: 'The minute before, once more. Change the rules so that this cut breaks no promise.',
    enter: { atMs: 540, settings: { paceMs: 150 }, interventions: HEALED },
    allow: [
      { set: 'failover.promoteWithin' },
      { set: 'failover.fence' },
      { set: 'replication.mode' },
      { set: 'replication.waitFor' },
    ],
    gate: {
      is: 'state',
      when: 'time >= 2900 and counters.lost = 0',
      over: 'time >= 2900',
      hint: 'Let nobody be promoted outside the data centre, or let every OK wait for all slaves. A lease alone leaves six. Semi-sync with one slave waits only for the nearest, in the east. Did it go wrong? Choose again.',
      solve: [set('failover.promoteWithin', 'same-data-center'), over],
      others: [
        [set('replication.mode', 'all'), over],
        [set('replication.mode', 'quorum'), set('replication.waitFor', 3), set('failover.fence', 'lease'), over],
      ],
    },
    told: [
      {
        when: 'epoch = 1',
        text: 'Nobody moved. `c` heard OK all the time, and the west caught up in a moment. A client in the west would have had no master for 43 s. GitHub’s report decides on this rule afterwards: no promotion across regions by itself.',
      },
      {
        text: 'No promise was broken, because none was made: no write hears OK while the west cannot answer, nor afterwards, until the east’s slaves can follow `db4`. And on a quiet day every write waits 64 ms and more.',
      },
    ],
    remember:
      'This fault was shorter than a failover was dear. Who may take over and who must stop matter more than how fast it is noticed.',
    teacher:
      'Ask: how long would the line have to be down before moving to the other coast is the cheaper choice? That number, and not the interval of a probe, is the policy.',
  },
]
