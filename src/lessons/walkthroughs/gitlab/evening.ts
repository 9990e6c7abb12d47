/**
 * GitLab.com, 31 January 2017, until 22:00: a snapshot, too much load, a gap; then how the gap could have been avoided, and
 * what it was.
 */
import type { Step } from '../../walkthrough.ts'
import { EVENING, KEPT, notes, onwards, REMOVED, RESEED, report, set } from './scene.ts'

export const evening: readonly Step[] = [
  {
    id: 'snapshot',
    title: '17:20 UTC: a snapshot',
    say: 'GitLab.com’s database in January 2017, made small: the master `db1`, and one slave, `db2`, for failover only. At 17:20 UTC (0.2 s here) an engineer takes a snapshot, to test something with fresh data. `snap` is that copy: it has everything up to this moment. Watch.',
    sayPresent: 'One master, one slave. At 17:20 UTC a snapshot is taken for a test: snap.',
    enter: { atMs: 60, interventions: EVENING },
    gate: { is: 'time', until: 'time >= 400', mostMs: 1000 },
    told: [
      {
        text: '`db2` gets every write a few milliseconds later. `snap` stands still with the first three. Nobody thinks of it as a backup.',
      },
    ],
    model: {
      text: 'This is a model. *An hour is half a second*; rates and sizes are ours. GitLab ran PostgreSQL: read WAL for binlog. A slave that was stopped at 17:20 stands for the disk snapshot.',
      source: report,
    },
    teacher:
      'Say at once what is scaled. The report names no person, and neither should the room: any of us has had two terminals open.',
  },
  {
    id: 'load',
    title: '19:00 UTC: the load rises',
    say: 'Spam, and a background job that deletes an account flagged by mistake, with all its data. Here `c` writes 80 times a second from 1.03 s on, instead of 20. The line to `db2` carries *50 a second*. Watch `db2` until the writes lock up at 21:00.',
    sayPresent: 'Spam and a big deletion: 80 writes a second, and the line to db2 carries 50.',
    enter: { atMs: 1000, settings: { paceMs: 130 }, interventions: EVENING },
    gate: { is: 'time', until: 'time >= 2030', mostMs: 2000 },
    told: [
      {
        text: '`db2` is some 30 entries behind, and every second it is 30 more. Nothing is broken: if the load fell now, it would catch up by itself.',
      },
    ],
    remember: 'A slave that is behind is a weaker copy. It is still a copy that can become whole.',
  },
  {
    id: 'the-gap',
    title: '22:00 UTC: the stream breaks',
    say: 'A log is not kept for ever: this master keeps its newest *40 entries*, PostgreSQL its last WAL segments. `db2` is 45 behind, and it gets more. At 2.5 s its connection breaks for a moment; then it connects again, and asks for what comes next.',
    sayPresent: 'The master keeps its newest 40 entries. db2 is 45 behind, and its connection breaks.',
    enter: { atMs: 2450, interventions: EVENING },
    predict: {
      ask: 'Does db2 catch up after that?',
      then: 'then let it connect',
      reveal: [{ playMs: 250 }],
      options: [
        {
          id: 'a',
          text: 'Yes, slowly',
          reason: 'It goes on where it was.',
          when: 'receiver(db2).state = streaming',
          because:
            'It asks for what it lacks, and that has been thrown away. It goes on where it was if the log is kept for longer than it is behind, with a replication slot for example.',
          world: { name: 'If 500 entries were kept', settings: KEPT },
        },
        {
          id: 'b',
          text: 'Never',
          reason: 'What it needs next is gone.',
          when: 'receiver(db2).state = refused',
          because: 'Nobody can send what nobody has.',
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: 'Refused, for good: what it asks for has expired. From here on `db2` can only be built anew. GitLab was paged at 22:00 for this; there was no WAL archive to fill the gap from.',
      },
    ],
    remember: 'Retention is a deadline: the lag at which a slave stops being one.',
    model: {
      text: 'PostgreSQL ends the stream when the next segment is gone. Here the line breaks for 0.1 s instead, because this master, like MySQL, deletes nothing that it still has to send over an open connection.',
      source: notes,
    },
  },
  {
    id: 'in-time',
    title: 'An hour earlier',
    say: 'It is 21:00 again, and `db2` is 32 entries behind. In half a second its connection will break. *See to it that* `db2` *streams again afterwards.* You may keep more of the log, or slow `c` down.',
    enter: { atMs: 2040, settings: { paceMs: 120 }, interventions: EVENING },
    allow: [{ set: 'replication.retainEntries' }, { set: 'clients.c.ratePerSecond' }],
    gate: {
      is: 'state',
      when: 'time >= 2700 and receiver(db2).state = streaming',
      over: 'receiver(db2).state = refused',
      hint: 'Keep 100 entries or more, or let c write at most 40 times a second. Then play past 2.7 s. Did it go wrong? Choose again.',
      solve: [set('replication.retainEntries', 500), onwards],
      others: [
        [set('clients.c.ratePerSecond', 40), onwards],
        [{ playMs: 100 }, set('replication.retainEntries', 100), onwards],
      ],
    },
    told: [
      {
        when: 'setting("replication.retainEntries") > 40',
        text: '`db2` goes on where it was. The price: the master’s disk. Whoever keeps the log until the slave has it, as a slot does, has to watch that disk.',
      },
      {
        text: '`db2` goes on where it was, and gets nearer. The price: somebody’s writes had to wait. At GitLab that would have been spam, and a deletion ordered by mistake.',
      },
    ],
  },
  {
    id: 'until-when',
    title: 'When did redundancy end?',
    say: 'Now as it was. At 22:00 the stream breaks. At 23:00 `db2` is emptied, to be copied anew from `db1`. And at about 23:27 a data directory is removed on the wrong host, `db1`. Before that runs: until when did a new write reach a *second* machine?',
    sayPresent: '22:00 the stream breaks. 23:00 db2 is emptied. 23:27 the data of db1 are removed.',
    enter: { atMs: 2450, settings: { paceMs: 110 }, interventions: [...EVENING, RESEED, REMOVED] },
    predict: {
      ask: 'Until when did new writes reach a second machine?',
      then: 'then watch the evening',
      reveal: [{ playMs: 860 }],
      options: [
        {
          id: 'a',
          text: '23:27, the end',
          reason: 'Until then the master was well.',
          when: 'not happened(rebuild-asked(db2)) and not happened(receiver-refused(db2))',
          because:
            'The master was, and it was alone. Writes reach `db2` until 23:27 if the log is kept for longer: then there is no gap, and nobody has to empty `db2`.',
          world: {
            name: 'If the log had been kept',
            settings: KEPT,
            interventions: [...EVENING, REMOVED],
          },
        },
        {
          id: 'b',
          text: '23:00, emptied',
          reason: 'Until then db2 had its data.',
          when: 'happened(rebuild-asked(db2)) and not happened(receiver-refused(db2))',
          because:
            'It had old data: nothing new had arrived for an hour. Writes reach it until 23:00 if it has no gap, and is emptied all the same.',
          world: { name: 'If it was emptied without a gap', settings: KEPT },
        },
        {
          id: 'c',
          text: '22:00, the gap',
          reason: 'After it db2 got nothing.',
          when: 'happened(receiver-refused(db2)) and last(entries-received(db2)) < first(receiver-refused(db2))',
          because: 'From the gap on every new write was on one disk only.',
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: 'At the gap; in GitLab’s case at 22:00 at the latest. For nearly an hour and a half before anything was removed, the number of complete copies was *one*, and a lag alert says no more than "far behind".',
      },
    ],
    remember: 'Redundancy ended at the gap, not at the removal. Watch the number of complete copies, not lag alone.',
    teacher:
      'The removal is the part that everybody remembers. Ask what a dashboard would have to show for somebody to stop at 22:00 and take a backup first.',
  },
]
