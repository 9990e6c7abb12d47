/** The two gauges, a slow SQL thread, and a line that falls silent: where 0 s is right, and where it is not. */
import type { Step } from '../../walkthrough.ts'
import { cut, kill, LONG, QUIET, set, silentAt, stall, status, WATCHED } from './scene.ts'

export const silence: readonly Step[] = [
  {
    id: 'two-gauges',
    title: 'Two gauges on one slave',
    say: 'The client `c` writes at `db1`, a user `u` reads at `db2`. On its card `db2` shows two gauges. First what it *says*: `Seconds_Behind_Source`. Beside it, after the pulse, the age of its *heartbeat row*: every second the master writes its clock into one row, and `db2` has a copy. Watch both.',
    sayPresent: 'The slave shows two gauges: the seconds that it says it is behind, and the age of its heartbeat row.',
    enter: { atMs: 700 },
    focus: ['db1', 'db2'],
    gate: { is: 'time', until: 'time >= 2300', mostMs: 3000 },
    told: [
      {
        text: 'It says 0 s. The copy of the row gets older until the next one lands: between 0.1 s, which is the way, and 1.1 s. All is well, and both gauges say so.',
      },
    ],
  },
  {
    id: 'slow-thread',
    title: 'A slow SQL thread',
    say: 'Begin with the fault that the gauge was made for. Let the disk of `db2` get slow: *raise* what one entry takes on its SQL thread to 1,000 ms or more, let the run go on, and watch until `db2` says 3 s.',
    sayPresent: 'The fault that the gauge was made for: *slow down* the SQL thread of `db2` until it says 3 s.',
    enter: { atMs: QUIET, settings: LONG },
    focus: ['db2'],
    allow: [{ set: 'nodes.db2.applyMs' }],
    gate: {
      is: 'state',
      when: 'lag(db2).reported >= 3',
      hint: 'Set the time of one entry on `db2` to 1,000 ms and press play. The gauge needs some four seconds.',
      solve: [set('nodes.db2.applyMs', 1000), { until: 'lag(db2).reported >= 3', mostMs: 10_000 }],
      others: [
        [set('nodes.db2.applyMs', 5000), { until: 'lag(db2).reported >= 3', mostMs: 10_000 }],
        [set('nodes.db2.applyMs', 600), { until: 'lag(db2).reported >= 3', mostMs: 20_000 }],
      ],
    },
    told: [
      {
        text: 'Every entry is in the relay log, few are applied. `db2` takes the time stamp of the entry that it is applying off its clock: 3 s. The heartbeat row, about as old, agrees.',
      },
    ],
    remember: 'Seconds behind measure the SQL thread against the relay log.',
    model: {
      text: 'The slave compares both clocks once, when it connects, and corrects for the difference. A clock that is set later makes the gauge wrong until it connects again.',
      source: status,
    },
  },
  {
    id: 'silence',
    title: 'The line falls silent',
    say: 'All is well again: `db2` is fast, and entry 8 is on the wire. Now the line between the two stops carrying anything, without a word: no reset, no error. The connection stays up. The client goes on writing at `db1`. We look at the gauge 4.3 s later.',
    sayPresent: 'The line carries nothing any more, and the connection stays up. We look 4.3 s later.',
    enter: { atMs: QUIET, settings: LONG },
    predict: {
      ask: 'What does db2 say about its lag then?',
      then: 'then silence the line',
      reveal: [stall, { playMs: WATCHED }],
      options: [
        {
          id: 'a',
          text: '4 s',
          reason: 'Its data are that old.',
          when: 'lag(db2).reported = 4',
          because:
            'They are, and it cannot know: it measures the entry that it is applying, and it is applying none. It says 4 s if the entry has arrived and its SQL thread is at work on it for as long.',
          world: {
            name: 'If its SQL thread were slow instead',
            reveal: [set('nodes.db2.applyMs', 6000), { playMs: WATCHED }],
          },
        },
        {
          id: 'b',
          text: '0 s',
          reason: 'It has applied all it has.',
          when: 'lag(db2).reported = 0',
          because: 'The relay log is empty and the connection is up. So it says 0 s.',
        },
        {
          id: 'c',
          text: 'NULL',
          reason: 'It has lost its master.',
          when: 'lag(db2).reported = null',
          because:
            'It has not noticed. Nothing was reset, and a master to whom nobody writes is just as silent. It says NULL if the line is cut and the connection breaks.',
          world: { name: 'If the line were cut', reveal: [cut, { playMs: WATCHED }] },
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: '`db2` says 0 s. Its heartbeat row is 4.6 s old, and the user has been shown an old row meanwhile. All that `db2` knows of is done: what never came to its relay log it cannot count.',
      },
    ],
    remember: 'A lag of 0 seconds can mean that nothing arrives.',
    teacher:
      'Ask who has an alert on Seconds_Behind_Source. Then ask what that alert does here: nothing. The heartbeat row crosses the same line as the data, and that is why it knows.',
  },
  {
    id: 'what-it-costs',
    title: 'Trust the 0, and lose',
    say: 'The same silence, 4.3 s old. `db2` says 0 s, so it looks like the perfect candidate for a failover. Now the host of `db1` dies, with its disk. What the client was told OK, and `db2` lacks, only `db1` had.',
    sayPresent: '`db2` says 0 s and looks like the perfect candidate. Now the host of `db1` dies, with its disk.',
    enter: { atMs: QUIET + WATCHED, interventions: silentAt(QUIET) },
    predict: {
      ask: 'How many promised writes did only the dead master have?',
      then: 'then kill the master',
      reveal: [kill, { playMs: 300 }],
      options: [
        {
          id: 'a',
          text: 'None',
          reason: 'It is 0 s behind.',
          when: 'counters.atRisk = 0',
          because:
            '0 s said that the relay log is empty, and not that it is complete. None is right if the line has worked: then the same 0 s was true.',
          world: {
            name: 'If the line had worked all along',
            interventions: [{ atMs: QUIET + WATCHED, do: 'kill', node: 'db1' }],
          },
        },
        {
          id: 'b',
          text: '1',
          reason: 'The one on the wire.',
          when: 'counters.atRisk = 1',
          because:
            'One is on the wire when the line works and the master dies just after an OK. Here the line has been full for seconds: all later writes wait behind it.',
          world: {
            name: 'If it died just after an OK',
            interventions: [],
            reveal: [{ until: 'counters.ok = 14', mostMs: 2000 }, kill, { playMs: 300 }],
          },
        },
        {
          id: 'c',
          text: '9',
          reason: 'Two a second, for 4.3 s.',
          when: 'counters.atRisk = 9',
          because: 'Two writes a second were promised, and none of them arrived.',
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: '9. The client had heard OK 13 times, and `db2` has the first 4 of these writes. Look at its card: it still says 0 s, because the silent line has not even told it that its master is dead.',
      },
    ],
    remember: 'Before you promote a slave, ask what the master had, not what the slave thinks it lacks.',
  },
  {
    id: 'how-long',
    title: 'How long does it go on like this?',
    say: 'The same silence again, and this time nobody dies. An I/O thread that hears nothing, not even a sign of life from an idle master, gives up after the *net timeout*. Here it is 8 s. Watch what `db2` says until then.',
    sayPresent:
      'The same silence, and nobody dies. After 8 s the I/O thread gives up. Watch what `db2` says until then.',
    enter: { atMs: QUIET + WATCHED, settings: LONG, interventions: silentAt(QUIET) },
    focus: ['db2'],
    gate: { is: 'time', until: 'lag(db2).reported = null', mostMs: 8000 },
    told: [
      {
        text: 'Only now: NULL. For 8 s it said 0. MySQL’s own default for this timeout is 60 s.',
      },
    ],
    model: {
      text: 'MySQL’s `replica_net_timeout` is 60 s unless it is set. Orchestrator advises 4 s for this reason: a short timeout turns a wrong 0 into an honest NULL sooner.',
      source: { name: 'Orchestrator', place: 'Configuration: failure detection' },
    },
  },
]
