/** What the gauges are good for: an honest NULL, an alert that is first, and another way to lie. */
import type { Step } from '../../walkthrough.ts'
import { alerted, cut, heartbeat, LONG, lies, QUIET, set, stall, unknown, WIDTH } from './scene.ts'

export const gauges: readonly Step[] = [
  {
    id: 'admit',
    title: 'Make it admit that it does not know',
    say: 'NULL is an honest answer: "I cannot tell." A slave gives it when one of its two threads does not run. From a healthy start, *bring* `db2` *to say NULL* at once, in any way you like.',
    sayPresent: 'NULL is an honest answer: one of the two threads does not run. *Bring* `db2` *to say NULL*.',
    enter: { atMs: QUIET },
    allow: [
      { action: 'cut', target: 'db1~db2' },
      { action: 'stop-receiver', target: 'db2' },
      { action: 'stop-applier', target: 'db2' },
    ],
    gate: {
      is: 'state',
      when: 'lag(db2).reported = null',
      hint: 'Stop the I/O thread or the SQL thread of `db2`, or cut the line.',
      solve: [cut, unknown],
      others: [
        [{ act: { do: 'stop-receiver', node: 'db2' } }, unknown],
        [{ act: { do: 'stop-applier', node: 'db2' } }, unknown],
      ],
    },
    told: [
      {
        when: 'applier(db2).running = false',
        text: 'The SQL thread stands still, so there is no entry whose age could be told. The relay log goes on filling: nothing is at risk, and readers see old data.',
      },
      {
        when: 'happened(link-cut)',
        text: 'The connection was reset, the I/O thread knows that it has lost its master, and says so. A cut is kinder than a silence.',
      },
      {
        text: 'The I/O thread stands still, so `db2` knows that it does not know. The SQL thread has nothing to do.',
      },
    ],
    remember: 'No data is not zero. An alert that reads NULL as 0 sleeps through the outage.',
  },
  {
    id: 'before-the-user',
    title: 'Be there before the complaint',
    say: 'In a moment you stall the line, and the user reads 2 s later. The lag monitor goes by the *age* of the data. As it is set, data may be 20 s old before it is critical, for 1 s. *Set it so that its alert comes before the user’s stale read*, then *stall the line*.',
    sayPresent: 'Set the lag monitor so that its alert comes before the user’s stale read. Then stall the line.',
    enter: { atMs: QUIET },
    allow: [
      { set: 'lag.criticalMs' },
      { set: 'lag.dwellMs' },
      { set: 'lag.criticalEntries' },
      { action: 'stall', target: 'db1~db2' },
    ],
    gate: {
      is: 'state',
      when: 'link(db1, db2).state = stalled and happened(alert-raised(db2)) and (not happened(stale-read) or first(alert-raised(db2)) < first(stale-read))',
      over: 'happened(stale-read)',
      hint: 'A critical age of 1,000 ms and one second of patience make 2 s. Stall the line and play. Was the user first? Choose again.',
      solve: [set('lag.criticalMs', 1000), stall, alerted],
      others: [
        [set('lag.criticalEntries', 2), stall, alerted],
        [set('lag.criticalMs', 1800), set('lag.dwellMs', 0), stall, alerted],
        [stall, { playMs: 300 }, set('lag.criticalMs', 500), alerted],
      ],
    },
    told: [
      {
        when: 'first(alert-raised(db2)) < first(link-stalled)',
        text: 'The alert is first. But it rang before anything was wrong: too low is wrong as well, because alarms that mean nothing are soon switched off.',
      },
      {
        text: 'The alert is first. The price: so low a threshold also rings when `db2` is late for a second after a big transaction. Nobody is spared that choice.',
      },
    ],
    model: {
      text: 'The lag monitor here knows the true age. A real one reads the heartbeat row, and is right to within one interval of it: with a row a second, alerts below a second mean nothing.',
      source: heartbeat,
    },
  },
  {
    id: 'lie-again',
    title: 'Your turn: make it lie',
    say: 'From a healthy start, make `db2` *say 0 s while its heartbeat row is over 3 s old*. You know one way. There is another, and it is the more common one: look at what the line carries. All entries together need some 6 kB/s.',
    sayPresent: 'Make db2 say 0 s while its heartbeat row is over 3 s old.',
    enter: { atMs: QUIET, settings: LONG },
    allow: [
      { set: WIDTH },
      { set: 'nodes.db2.applyMs' },
      { action: 'stall', target: 'db1~db2' },
      { action: 'stop-applier', target: 'db2' },
    ],
    gate: {
      is: 'state',
      when: 'lag(db2).reported = 0 and lag(db2).heartbeat > 3s',
      hint: 'Set the bandwidth of the line to 2 kB/s and let the run go on, or stall the line.',
      solve: [set(WIDTH, 2), lies],
      others: [
        [stall, lies],
        [set(WIDTH, 1), lies],
      ],
    },
    told: [
      {
        when: `setting("${WIDTH}") > 0`,
        text: 'A narrow line. Entries arrive, each is applied at once: 0 s, minute after minute, while the backlog grows in the log of the master.',
      },
      {
        text: 'A silent line. A narrow one lies in the same way, and no timeout ever ends it, because something always arrives.',
      },
    ],
  },
  {
    id: 'believe',
    title: 'Which gauge to believe',
    say: 'Slow SQL thread: the gauge tells the age. Stopped thread or cut line: NULL. Silent or narrow line: *0*. The heartbeat row was right every time, because it takes the same way as the data: binlog, line, relay log, SQL thread. Whatever holds up the data holds up the row.',
    sayPresent:
      'Slow thread: the age. Stopped or cut: NULL. Silent or narrow: 0. The heartbeat row was right every time.',
    enter: 'here',
    gate: { is: 'read' },
    remember: 'Do not ask a slave how late it is. Send it something dated, and look how old it is when it gets there.',
  },
]
