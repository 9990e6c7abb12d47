/**
 * Walkthrough 5: what a slave says about its own lag, and what it cannot know. One slave, two gauges side by side (what it
 * reports, and the age of its heartbeat row), and one fault after the other: a slow SQL thread, a silent line, a thread
 * that stands still, a narrow line (DOMAIN 2.2).
 *
 * The distance is that between Virginia and Singapore, and a heartbeat row a second is what real jobs write. Scaled: the
 * net timeout is 8 s, MySQL's default is 60 s.
 */
import type { Intervention } from '../../run/index.ts'
import { defineWalkthrough } from '../define.ts'
import type { Move } from '../walkthrough.ts'

/** Entry 8 has its OK and is on the wire; the user has read once and reads again in two seconds. */
const QUIET = 2320
/** How long the fault is watched before anybody looks at the gauge. */
const WATCHED = 4300
/** What is watched for seconds of the run passes faster. */
const LONG = { paceMs: 600 }
const silentAt = (atMs: number): Intervention[] => [{ atMs, do: 'stall', between: ['db1', 'db2'] }]

const set = (path: string, value: number): Move => ({ act: { do: 'set', path, value } })
const stall: Move = { act: { do: 'stall', between: ['db1', 'db2'] } }
const cut: Move = { act: { do: 'cut', between: ['db1', 'db2'] } }
const kill: Move = { act: { do: 'kill', node: 'db1' } }

const WIDTH = 'network.links.db1~db2.kilobytesPerSecond'
const unknown: Move = { until: 'lag(db2).reported = null', mostMs: 2000 }
const lies: Move = { until: 'lag(db2).reported = 0 and lag(db2).heartbeat > 3s', mostMs: 20_000 }
const alerted: Move = { until: 'happened(alert-raised(db2))', mostMs: 5000 }

const status = { name: 'MySQL 8.4 Reference Manual', place: 'SHOW REPLICA STATUS Statement' }
const heartbeat = { name: 'Percona Toolkit', place: 'pt-heartbeat' }

export const lagLies = defineWalkthrough({
  id: 'lag-lies',
  number: 5,
  title: 'Lag lies',
  minutes: 7,
  goal: 'You can say which lag gauge to believe under which fault, and set an alert that comes before the complaint.',
  belief: '0 seconds behind means up to date.',
  pictogram: 'heartbeat',
  sources: [
    { ...status, url: 'https://dev.mysql.com/doc/refman/8.4/en/show-replica-status.html' },
    {
      name: 'MySQL 8.4 Reference Manual',
      place: 'Replica Server Options and Variables (replica_net_timeout)',
      url: 'https://dev.mysql.com/doc/refman/8.4/en/replication-options-replica.html',
    },
    { ...heartbeat, url: 'https://docs.percona.com/percona-toolkit/pt-heartbeat.html' },
  ],
  run: {
    scenario: {
      title: 'Lag lies',
      about:
        'One slave with two gauges: the seconds that it reports, and the age of a heartbeat row that the master dates every second. Real distance (Virginia, Singapore); the net timeout is scaled to 8 s, MySQL’s default is 60 s.',
      paceMs: 400,
      untilMs: 20_000,
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }],
      network: { clientOneWayMs: 5, links: [{ between: ['db1', 'db2'], oneWayMs: 109 }] },
      clients: [
        { id: 'c', kind: 'stream', ratePerSecond: 2, keys: 1, startMs: 250 },
        { id: 'u', kind: 'reader', route: 'random', keys: 1, thinkMs: 2500, startMs: 1950 },
      ],
      replication: { heartbeatRowMs: 1000, netTimeoutMs: 8000, heartbeatMs: 4000 },
      costs: { applyMs: 40, entryBytes: 2000 },
      failover: { monitor: false },
      lag: {
        ...{ warnEntries: 50, criticalEntries: 100, warnMs: 10_000, criticalMs: 20_000 },
        ...{ dwellMs: 1000, noDataMs: 5000 },
      },
    },
  },
  steps: [
    {
      id: 'two-gauges',
      title: 'Two gauges on one slave',
      say: 'The client `c` writes at `db1`, a user `u` reads at `db2`. On its card `db2` shows two gauges. First what it *says*: `Seconds_Behind_Source`. Beside it, after the pulse, the age of its *heartbeat row*: every second the master writes its clock into one row, and `db2` has a copy. Watch both.',
      sayPresent:
        'The slave shows two gauges: the seconds that it says it is behind, and the age of its heartbeat row.',
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
          text: 'The alert is first. The price: a threshold this low also rings when a big transaction or a busy minute makes `db2` late for a second. Nobody is spared that choice.',
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
          text: 'A narrow line. Both threads run, entries do arrive, and each is applied at once: 0 s, minute after minute, while the backlog grows in the log of the master.',
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
      remember:
        'Do not ask a slave how late it is. Send it something dated, and look how old it is when it gets there.',
    },
  ],
})
