/**
 * A public incident: GitLab.com, 31 January 2017. A slave fell further behind than its master kept its log, and while it was
 * to be built anew, the data of the master were removed. What happened is told as GitLab reported it on 10 February 2017, in
 * UTC; what is shown is a model of it (DOMAIN 2.1, misconception 11).
 *
 * Scaled: an hour is half a second, so that 17:20 is 0.2 s and 23:27 is 3.26 s; rates, sizes and the 40 entries of the log
 * are ours. The model speaks MySQL (binlog, I/O thread) where GitLab ran PostgreSQL (WAL, streaming). Three things stand
 * for others: a slave that was stopped at 17:20 for the snapshot, a cut of 0.1 s for the stream that ended when its WAL was
 * gone, and a dead host that nobody restarts for a removed data directory.
 */
import type { Intervention } from '../../run/index.ts'
import { defineWalkthrough } from '../define.ts'
import type { Move } from '../walkthrough.ts'

/** 17:20: the copy for a test is taken. */
const SNAPSHOT: Intervention = { atMs: 200, do: 'stop-receiver', node: 'snap' }
/** 19:00: four times the load. */
const LOAD: Intervention = { atMs: 1030, do: 'set', path: 'clients.c.ratePerSecond', value: 80 }
/** 22:00: the stream breaks. */
const BREAK: Intervention[] = [
  { atMs: 2500, do: 'cut', between: ['db1', 'db2'] },
  { atMs: 2600, do: 'heal', between: ['db1', 'db2'] },
]
/** 23:00: the slave is emptied, and begins to copy. */
const RESEED: Intervention = { atMs: 3030, do: 'rebuild', node: 'db2', from: 'db1' }
/** 23:27: the wrong host. */
const REMOVED: Intervention = { atMs: 3260, do: 'kill', node: 'db1' }
const EVENING = [SNAPSHOT, LOAD, ...BREAK]
const KEPT = { 'replication.retainEntries': 500 } as const

const set = (path: string, value: number | string): Move => ({ act: { do: 'set', path, value } })
const rebuild: Move = { act: { do: 'rebuild', node: 'db2', from: 'db1' } }
const remove: Move = { act: { do: 'kill', node: 'db1' } }
const restore = (node: string): Move[] => [remove, { playMs: 240 }, { act: { do: 'promote', node } }, { playMs: 100 }]
const onwards: Move = { playMs: 700 }
const streams: Move = { until: 'receiver(db2).state = streaming', mostMs: 3000 }
const over: Move = { playMs: 2260 }

const report = { name: 'GitLab, 10 February 2017', place: 'Postmortem of database outage of January 31' }
const notes = { name: 'GitLab, 1 February 2017', place: 'GitLab.com database incident' }

export const gitlab2017 = defineWalkthrough({
  id: 'gitlab-2017',
  number: null,
  date: '31 January 2017',
  title: 'GitLab.com: the last complete copy',
  minutes: 8,
  goal: 'You can say at which moment redundancy ends, and what has to be watched so that somebody notices.',
  belief: 'We have a slave, so we have a backup.',
  pictogram: 'purged',
  sources: [
    { ...report, url: 'https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/' },
    { ...notes, url: 'https://about.gitlab.com/blog/2017/02/01/gitlab-dot-com-database-incident/' },
  ],
  run: {
    scenario: {
      title: 'GitLab.com: the last complete copy',
      about:
        'A model of GitLab.com’s incident of 31 January 2017. Load rises, the only slave falls behind, and its master’s log no longer holds what it needs. While it is built anew, the master’s data are removed. An hour is half a second here; rates and sizes are ours. `snap` stands for a snapshot of 17:20, and a dead host for removed data.',
      paceMs: 60,
      untilMs: 6000,
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'snap', promotion: 'must-not' }],
      network: {
        ...{ oneWayMs: 1, clientOneWayMs: 1, monitorOneWayMs: 1 },
        links: [{ between: ['db1', 'db2'], oneWayMs: 1, kilobytesPerSecond: 5000 }],
      },
      clients: [{ id: 'c', kind: 'stream', ratePerSecond: 20, startMs: 50, timeoutMs: 300, retryMs: 200 }],
      replication: { connectRetryMs: 50, retainEntries: 40 },
      costs: { applyMs: 2, entryBytes: 100_000, dataMegabytes: 4, copyKilobytesPerSecond: 50_000 },
      failover: {
        ...{ choose: 'by-hand', probeEveryMs: 100, probeTimeoutMs: 50, misses: 2, promoteMs: 20, rerouteMs: 30 },
      },
      lag: {
        ...{ warnEntries: 20, criticalEntries: 60, warnMs: 1000, criticalMs: 5000 },
        ...{ dwellMs: 10_000, noDataMs: 30_000 },
      },
    },
  },
  steps: [
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
      say: 'A log is not kept for ever: this master keeps its newest *40 entries*, PostgreSQL its last WAL segments. `db2` is almost 50 behind. At 2.5 s its connection breaks for a moment; then it connects again, and asks for what comes next.',
      sayPresent: 'The master keeps its newest 40 entries. db2 is almost 50 behind, and its connection breaks.',
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
      enter: { atMs: 2040, interventions: EVENING },
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
    {
      id: 'build-anew',
      title: 'Build it anew, so that it holds',
      say: 'Half past ten; nobody has removed anything. `db2` is refused. *Build it anew from* `db1`, *and get it streaming.* Beware: while it copies (0.8 s, for 4 MB) the load goes on, and the log still keeps 40 entries.',
      sayPresent: 'db2 is refused. Build it anew from db1 so that it streams afterwards. The log still keeps 40.',
      enter: { atMs: 2800, interventions: EVENING },
      allow: [
        { action: 'rebuild', target: 'db2' },
        { set: 'replication.retainEntries' },
        { set: 'clients.c.ratePerSecond' },
      ],
      gate: {
        is: 'state',
        when: 'receiver(db2).state = streaming',
        hint: 'Keep more entries, or slow c down, before you rebuild db2 from db1. If it is refused again, change one of the two and rebuild once more.',
        solve: [set('replication.retainEntries', 500), rebuild, streams],
        others: [
          [set('clients.c.ratePerSecond', 20), rebuild, streams],
          [rebuild, { playMs: 300 }, set('replication.retainEntries', 200), streams],
        ],
      },
      told: [
        {
          text: 'It streams, and can become whole again. For 0.8 s there was one copy, and it was under load. GitLab’s did not get that far: the copy tool waited in silence, settings were raised and lowered, and it looked as if nothing happened.',
        },
      ],
      model: {
        text: 'The notes say that `pg_basebackup` may wait up to ten minutes for the master without a word. While somebody waits like that, there is one copy.',
        source: notes,
      },
    },
    {
      id: 'wrong-host',
      title: 'About 23:27 UTC: the wrong host',
      say: 'The copy seems to hang. So the slave’s directory is to be emptied once more; the command runs on `db1`. It is stopped after a second or two: of some 300 GB, 4.5 GB are left. What remains is `db2`, half copied, and `snap`. Whoever can be restored, is.',
      sayPresent: 'The command runs on db1. Of 300 GB, 4.5 GB are left, and snap. What can be restored?',
      enter: { atMs: 3255, interventions: [...EVENING, RESEED] },
      predict: {
        ask: 'Which promised writes are lost?',
        then: 'then it happens',
        reveal: restore('snap'),
        options: [
          {
            id: 'a',
            text: 'None',
            reason: 'There was a slave.',
            when: 'counters.lost <= 1',
            because:
              'It was empty, because it was being built. None is lost if there is a second slave near the master, with a line of its own: then that one takes over.',
            world: {
              name: 'If there had been a second slave',
              interventions: [{ atMs: 100, do: 'add-slave', node: 'db3', upstream: 'db1' }, ...EVENING, RESEED],
              reveal: restore('db3'),
            },
          },
          {
            id: 'b',
            text: 'Since the gap',
            reason: 'db2 had the rest.',
            when: 'counters.lost > 1 and counters.lost < 150',
            because:
              'It had the rest until it was emptied. What came since the gap, and what was on its way then, is lost if somebody promotes `db2` as it was.',
            world: {
              name: 'If db2 had not been emptied',
              interventions: EVENING,
              reveal: restore('db2'),
            },
          },
          {
            id: 'c',
            text: 'Since 17:20',
            reason: 'Only snap is whole.',
            when: 'counters.lost >= 150',
            because: 'The only whole copy is that of 17:20.',
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          when: 'counters.lost = 194',
          text: '194 of 197: all since the snapshot. What a restore loses is the age of the copy times the rate of writes. That the copy was six hours old, and not a day, was chance: somebody had needed it for a test.',
        },
        { text: 'All since the snapshot: the age of the copy times the rate of writes.' },
      ],
      model: {
        text: 'A node whose host dies and is not restarted stands for the removed directory; promoting `snap` stands for copying the snapshot back.',
        source: report,
      },
    },
    {
      id: 'in-reality',
      title: 'In reality, and here',
      say: '*In reality:* changes of about *6 hours*, some *5,000 projects*, *5,000 comments* and *700 accounts*; *18 hours* to copy the snapshot back, over disks that gave about 60 Mbps. Git repositories were not affected.',
      sayPresent: 'In reality: 6 hours of changes lost, and 18 hours to copy the snapshot back.',
      enter: { atMs: 3900, interventions: [...EVENING, RESEED, REMOVED, { atMs: 3600, do: 'promote', node: 'snap' }] },
      gate: { is: 'read' },
      told: [
        {
          when: 'counters.lost = 194',
          text: '*Here:* 3 s, and *194 writes*. Of GitLab’s five ways to back up or replicate, none worked that night: dumps failed silently for a wrong version, and the mails about it were rejected; a bucket was empty; the hosts had no disk snapshots; the slave had been emptied.',
        },
        {
          text: 'Of five ways to back up or replicate, none worked that night: dumps failed silently for a wrong version, and the mails about it were rejected; a bucket was empty; the hosts had no disk snapshots; the slave had been emptied.',
        },
      ],
      remember: 'A backup is what has been restored. All else is hope.',
      model: {
        text: 'GitLab gives these numbers as estimates: changes between 17:20 and midnight. It published its notes while it worked, which is why others can learn from them.',
        source: report,
      },
    },
    {
      id: 'your-evening',
      title: 'Your evening',
      say: 'It is 19:00 and the load has just risen. At 22:00 the stream will break for a moment; at 23:27 the command will run on the wrong host, whatever you do. *Arrange things so that at most two promised writes are then nowhere else.* There is more than one way.',
      sayPresent: 'At 23:27 the command will run on the wrong host. See to it that almost nothing is lost.',
      enter: { atMs: 1040, settings: { paceMs: 200 }, interventions: [...EVENING, REMOVED] },
      allow: [
        { action: 'add-slave' },
        { set: 'replication.mode' },
        { set: 'clients.c.ratePerSecond' },
        { set: 'replication.retainEntries' },
      ],
      gate: {
        is: 'state',
        when: 'node(db1).process = down and counters.atRisk <= 2',
        over: 'time >= 3300',
        hint: 'Add a second slave; or slow c down to 30 writes a second; or let every OK wait for a slave (semi-sync). A longer log alone leaves db2 far behind. Did it go wrong? Choose again.',
        solve: [{ act: { do: 'add-slave', node: 'db3', upstream: 'db1' } }, over],
        others: [
          [set('clients.c.ratePerSecond', 30), over],
          [set('replication.mode', 'semi-sync'), over],
          [set('replication.retainEntries', 500), set('clients.c.ratePerSecond', 40), over],
        ],
      },
      told: [
        {
          when: 'happened(slave-added)',
          text: 'A second slave, with a line of its own: one may fall behind, and the other is whole. It would not have helped against a command that replicates: a deletion reaches every slave.',
        },
        {
          when: 'setting("replication.mode") != async',
          text: 'No OK before `db2` has it, so `c` cannot write faster than the line carries: the load slows itself down, and users wait. Against a deletion by a statement it would not have helped.',
        },
        {
          text: '`db2` keeps up with the load, so it is whole when it is needed. It would not have helped against a deletion by a statement: that reaches every slave.',
        },
      ],
      remember: 'A slave is not a backup, and a log’s retention is a deadline.',
    },
  ],
})
