/**
 * GitLab.com, 31 January 2017, from 22:30 on: the slave is built anew, the wrong host, what was left, and an evening that
 * ends better.
 */
import type { Step } from '../../walkthrough.ts'
import { EVENING, notes, over, REMOVED, RESEED, rebuild, report, restore, set, streams } from './scene.ts'

export const lastCopy: readonly Step[] = [
  {
    id: 'build-anew',
    title: 'Build it anew, so that it holds',
    say: 'Half past ten; nobody has removed anything. `db2` is refused. *Build it anew from* `db1`, *and get it streaming.* Beware: while it copies (0.8 s, for 4 MB) the load goes on, and the log still keeps 40 entries.',
    sayPresent: 'db2 is refused. Build it anew from db1 so that it streams afterwards. The log still keeps 40.',
    enter: { atMs: 2800, settings: { paceMs: 130 }, interventions: EVENING },
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
    say: 'It is over: `snap` leads, and nothing that was written between 17:20 and the removal is left. What that was worth, and why nothing else could be restored, GitLab told in public.',
    sayPresent: 'In reality: 6 hours of changes lost, and 18 hours to copy the snapshot back.',
    enter: { atMs: 3900, interventions: [...EVENING, RESEED, REMOVED, { atMs: 3600, do: 'promote', node: 'snap' }] },
    gate: { is: 'read' },
    told: [
      {
        when: 'counters.lost = 194',
        text: '*In reality:* 6 hours of changes, and 18 hours to copy the snapshot back. *Here:* 3 s, and *194 writes*. It was some *5,000 projects*, *5,000 comments* and *700 accounts*. Of five ways to back up or replicate, none worked: dumps failed silently for a wrong version, and the mails about it were rejected; a bucket was empty; the hosts had no disk snapshots; the slave had been emptied.',
      },
      {
        text: '*In reality:* 6 hours of changes, and 18 hours to copy the snapshot back. It was some *5,000 projects*, *5,000 comments* and *700 accounts*. Of five ways to back up or replicate, none worked: dumps failed silently for a wrong version, and the mails about it were rejected; a bucket was empty; the hosts had no disk snapshots; the slave had been emptied.',
      },
    ],
    remember: 'A backup is what has been restored. All else is hope.',
    model: {
      text: 'GitLab gives these numbers as estimates: changes between 17:20 and midnight; the copy ran over disks of about 60 Mbps. Git repositories were not affected. It published its notes while it worked, which is why others can learn from them.',
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
]
