/**
 * GitHub, 21 and 22 October 2018: why the masters cannot simply go back, how the east is made usable, and why that lasts
 * into the day.
 */
import type { Step } from '../../walkthrough.ts'
import { AFTER, follows, HEALED, morning, report } from './scene.ts'

export const aftermath: readonly Step[] = [
  {
    id: 'can-it-go-back',
    title: 'Back to the east?',
    say: '`c` is in the east and was not built to ask for each row on the other coast. So the masters have to come home. For that `db1` must first be a slave of `db4`, to get what the west has written. It has its own log, whole and healthy.',
    sayPresent: 'The masters have to come home. First, db1 must copy from db4. Its log is whole and healthy.',
    enter: { atMs: AFTER, interventions: HEALED },
    predict: {
      ask: 'Will db4 take db1 as a slave, as it is?',
      then: 'then try it',
      reveal: [{ act: { do: 'rejoin', node: 'db1' } }, { playMs: 80 }],
      options: [
        {
          id: 'a',
          text: 'Yes',
          reason: 'It only lacks the newest writes.',
          when: 'receiver(db1).state = streaming',
          because:
            'It lacks some, and it has some too many. It is taken if `c` was silent from the cut on, so that the east has nothing of its own.',
          world: { name: 'If c had not written since the cut', settings: { 'clients.c.writes': 10 } },
        },
        {
          id: 'b',
          text: 'No',
          reason: 'Each has writes the other lacks.',
          when: 'receiver(db1).state = refused',
          because: 'From entry 11 on the two logs tell different stories.',
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: 'Refused: up to entry 10 both logs agree, then each has its own. `db2` and `db3` copied the same writes from `db1`, and are refused as well. So there is not one usable copy in the east.',
      },
    ],
    remember:
      'A partition of seconds leaves two histories. The length of the repair has nothing to do with its length.',
  },
  {
    id: 'bring-it-home',
    title: 'Make the east usable',
    say: 'GitHub’s plan of 00:05 UTC: restore from backups, resynchronise, go back, work off the queues. *Make* `db1` *a slave of* `db4` that copies without being refused. There is more than one way.',
    sayPresent: 'The plan of 00:05 UTC: restore, resynchronise, go back. Make db1 a slave of db4.',
    enter: { atMs: AFTER, settings: { paceMs: 70 }, interventions: HEALED },
    allow: [
      { action: 'rejoin', target: 'db1' },
      { action: 'rewind', target: 'db1' },
      { action: 'rebuild', target: 'db1' },
    ],
    gate: {
      is: 'state',
      when: 'node(db1).role = slave and receiver(db1).state = streaming',
      hint: 'Rebuild db1 from the data of db4 or db5, or rewind it to where both logs agree.',
      solve: [{ act: { do: 'rebuild', node: 'db1', from: 'db4' } }, follows],
      others: [
        [{ act: { do: 'rewind', node: 'db1' } }, follows],
        [{ act: { do: 'rebuild', node: 'db1', from: 'db5' } }, follows],
      ],
    },
    told: [
      {
        when: 'happened(copy-done(db1))',
        text: 'The copy took 0.4 s, for 20 MB. GitHub’s were several terabytes from remote storage: begun at 00:41 UTC, some clusters were restored by 06:51, and all masters were back in the east at 11:12.',
      },
      {
        text: 'Rewound in a fraction of a second: it took back 41 promised writes. GitHub restored from backups instead, several terabytes, from 00:41 UTC on. All masters were back in the east at 11:12.',
      },
    ],
    model: {
      text: 'Here, what only the east had is thrown away. GitHub kept it, to be reconciled by hand, and reported no loss of user data.',
      source: report,
    },
  },
  {
    id: 'catching-up',
    title: '13:15 UTC: the day begins',
    say: 'Hours later, in another view: `db4` leads. `db1`, restored from a copy, has received everything, and 46 entries wait there to be applied, hatched. It applies *25 a second*; at night `c` writes *22*. So one can extrapolate when it is done, as GitHub did at 06:51: two hours. But then the day begins, and `c` writes *30*.',
    sayPresent: 'db1 is 46 entries behind and applies 25 a second. The day begins: 30 writes a second.',
    enter: {
      atMs: 2300,
      settings: {
        ...{ 'nodes.db1.role': 'slave', 'nodes.db4.role': 'master', 'nodes.db1.applyMs': 40, paceMs: 300 },
        ...{ 'costs.copyKilobytesPerSecond': 10_000, 'failover.probeEveryMs': 500 },
      },
      interventions: [{ atMs: 200, do: 'rebuild', node: 'db1', from: 'db4' }],
    },
    focus: ['c', 'db1', 'db4'],
    predict: {
      ask: 'What becomes of its backlog in the next 2.5 s?',
      then: 'then begin the day',
      reveal: morning(30),
      options: [
        {
          id: 'a',
          text: 'It shrinks',
          reason: 'It works without a pause.',
          when: 'lag(db1).entries < 42',
          because:
            'It works without a pause, and more comes in than it can do. It shrinks while `c` writes fewer than 25 a second, as at night.',
          world: { name: 'If it had stayed night', reveal: morning(20) },
        },
        {
          id: 'b',
          text: 'It stays',
          reason: 'It was nearly in balance.',
          when: 'lag(db1).entries >= 42 and lag(db1).entries <= 49',
          because: 'It stays where as much comes in as is applied: at 25 writes a second. 30 are more.',
          world: { name: 'If c wrote 25 a second', reveal: morning(25) },
        },
        {
          id: 'c',
          text: 'It grows',
          reason: '30 in, 25 out.',
          when: 'lag(db1).entries > 49',
          because: 'Five more a second come in than it applies.',
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        when: 'lag(db1).entries = 57',
        text: 'From 46 entries to 57, and the end recedes while one waits. GitHub reports the same at 13:15 UTC, near the day’s peak; more slaves were added in the cloud to take load off. At 16:24 all were in sync, at 23:03 all was green.',
      },
      {
        text: 'It grows, and the end recedes while one waits. GitHub reports the same at 13:15 UTC, near the day’s peak; more slaves were added in the cloud to take load off. At 16:24 all were in sync, at 23:03 all was green.',
      },
    ],
    model: {
      text: 'Here one slave has one speed. In reality readers slowed the slaves down as well; that is what the added ones relieved.',
      source: report,
    },
  },
]
