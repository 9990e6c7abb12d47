/**
 * Walkthrough 1: one write on its way through two databases, with the name of every station (DOMAIN 2.1, 2.3). Semi-sync,
 * because only there an acknowledgement can be seen, and with it that received is not applied.
 *
 * Distances are those of neighbouring cities. Scaled: db2's SQL thread takes 20 ms for an entry where 0.5 ms are usual, so
 * that the time between received and applied can be watched.
 */
import { defineWalkthrough } from '../define.ts'
import type { Move } from '../walkthrough.ts'

const writes = { do: 'write', client: 'c', key: 'k1', value: 42 } as const
const sent = { atMs: 20, ...writes }
const stopped = { atMs: 90, do: 'stop-applier', node: 'db2' } as const
const more = (value: number): Move => ({ act: { ...writes, value } })
const start: Move = { act: { do: 'start-applier', node: 'db2' } }
/** The reader sees at db2 what whoever asks db1 gets. */
const READ = 'last(value of read-answered(r)) = row(db1, "k1")'
const read: Move = { until: READ, mostMs: 500 }

const threads = { name: 'MySQL 8.4 Reference Manual', place: 'Replication Threads' }
const semiSync = { name: 'MySQL 8.4 Reference Manual', place: 'Semisynchronous Replication' }

export const oneWrite = defineWalkthrough({
  id: 'one-write',
  number: 1,
  title: 'One write’s journey',
  minutes: 5,
  goal: 'You can name every station of a write, and say which of them an acknowledgement speaks of.',
  belief: 'An acknowledged write can be read on the slave.',
  pictogram: 'journey',
  sources: [
    { ...threads, url: 'https://dev.mysql.com/doc/refman/8.4/en/replication-threads.html' },
    { ...semiSync, url: 'https://dev.mysql.com/doc/refman/8.4/en/replication-semisync.html' },
  ],
  run: {
    scenario: {
      title: 'One write’s journey',
      about:
        'One write goes through binlog, wire, relay log and data, and is acknowledged on the way. Real distances of neighbouring cities, real disks; only db2 applies forty times slower than usual, so that one can watch.',
      paceMs: 2,
      untilMs: 2000,
      nodes: [
        { id: 'db1', role: 'master' },
        { id: 'db2', applyMs: 20 },
      ],
      network: { oneWayMs: 8, clientOneWayMs: 1 },
      clients: [
        { id: 'c', kind: 'stream', ratePerSecond: 0, keys: 1 },
        { id: 'r', kind: 'reader', route: 'random', readsPerSecond: 50, startMs: 45, keys: 1 },
      ],
      replication: { mode: 'semi-sync', waitFor: 1, timeoutMs: 10_000 },
      failover: { monitor: false },
      lag: { warnMs: 100, criticalMs: 500 },
    },
  },
  steps: [
    {
      id: 'send-it',
      title: 'Send a write',
      say: 'Two databases: `db1` is the master and takes writes, `db2` is its slave and copies them. Client `c` writes only when you say so, and client `r` reads at `db2`. Both databases are empty. Let `c` *write* one row.',
      sayPresent: 'A master and its slave, both empty. Let the client write one row.',
      enter: { atMs: 18 },
      allow: [{ action: 'write', target: 'c' }],
      gate: {
        is: 'state',
        when: 'happened(write-sent)',
        hint: 'Select the client `c` and let it write.',
        solve: [{ act: writes }, { until: 'happened(write-sent)' }],
        others: [
          [{ playMs: 1 }, { act: { do: 'write', client: 'c' } }, { until: 'happened(write-sent)' }],
          [{ act: writes }, { act: writes }, { until: 'happened(write-sent)' }],
        ],
      },
      told: [{ text: 'It is on its way to `db1`. In what follows it sets the row `k1` to 42.' }],
    },
    {
      id: 'when-ok',
      title: 'When will it hear OK?',
      say: 'The write sets `k1` to 42. It will pass three stations: the *binlog* of `db1`, the *relay log* of `db2`, and the *data* of `db2`. Replication is *semi-synchronous*: the master waits for one slave to acknowledge before it says OK.',
      sayPresent: 'Three stations: binlog, relay log, data. Replication is semi-synchronous.',
      enter: { atMs: 21, interventions: [sent] },
      predict: {
        ask: 'Which station has it reached last when c hears OK?',
        then: 'then let it go',
        reveal: [{ until: 'happened(write-ok)', mostMs: 500 }],
        options: [
          {
            id: 'a',
            text: 'The binlog',
            reason: 'The master has it, that is enough.',
            when: 'not happened(entries-received(db2))',
            because:
              'The master was asked to wait for a slave. The binlog alone is enough in *asynchronous* replication: there the OK comes after 3.7 ms, and nobody acknowledges anything.',
            world: { name: 'If replication were asynchronous', settings: { 'replication.mode': 'async' } },
          },
          {
            id: 'b',
            text: 'The relay log',
            reason: 'A slave has received it.',
            when: 'happened(entries-received(db2)) and not happened(entries-applied(db2))',
            because: 'An acknowledgement says that the relay log is flushed, and nothing more.',
          },
          {
            id: 'c',
            text: 'The data',
            reason: 'A slave can show it.',
            when: 'happened(entries-applied(db2))',
            because:
              'The slave acknowledges as soon as its relay log is flushed. PostgreSQL can wait until a slave has applied (`remote_apply`). MySQL cannot.',
            world: { name: 'If an ack meant applied', settings: { 'replication.ack': 'applied' } },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'OK after 20.7 ms: the write is in the relay log of `db2`, and the data of `db2` do not have it yet. Once more now, slowly.',
        },
      ],
      teacher: 'Many vote for the data. Keep the count: step 6 asks a reader.',
    },
    {
      id: 'binlog',
      title: 'First station: the binlog',
      say: '`db1` runs the statement, writes it to its *binlog*, and flushes that to disk. The binlog is a list: every entry has a position and keeps it. What replication copies is this list, never the tables. Watch entry 1 appear.',
      sayPresent: 'The master writes it to its binlog and flushes it to disk. Replication copies this list.',
      enter: { atMs: 21, interventions: [sent] },
      focus: ['c', 'db1'],
      gate: { is: 'time', until: 'time >= 23', mostMs: 2 },
      told: [
        {
          text: 'Position 1, flushed: from here on it survives a crash of the host. But nobody can read it yet. It is not committed, the master waits.',
        },
      ],
    },
    {
      id: 'relay-log',
      title: 'The slave has asked, the master sends',
      say: 'The *I/O thread* of `db2` connected when this run began, and said from which position on it wants entries. Since then a *sender* on `db1` pushes to it whatever is flushed. The I/O thread writes it to the *relay log*. Watch it arrive.',
      sayPresent: 'The I/O thread has asked once. Since then the master sends, and the relay log grows.',
      enter: { atMs: 23, interventions: [sent] },
      focus: ['db1', 'db2'],
      gate: { is: 'time', until: 'happened(entries-received(db2))', mostMs: 100 },
      told: [{ text: 'Received: 8 ms on the wire, 1 ms to flush the relay log. Now it is on two disks.' }],
      model: {
        text: 'Many texts say that a slave pulls. It subscribes once, and the master sends. A real master does this in one thread for each slave, called binlog dump.',
        source: threads,
      },
    },
    {
      id: 'ack',
      title: 'The acknowledgement travels back',
      say: 'As soon as the relay log is flushed, `db2` sends its *acknowledgement*. At the same moment its *SQL thread* begins to apply the entry, which takes 20 ms here. Watch who is first: the OK at the client, or 42 in the data of `db2`?',
      sayPresent: 'The slave acknowledges what it has flushed. Its SQL thread has only begun.',
      enter: { atMs: 32, interventions: [sent] },
      gate: { is: 'time', until: 'happened(write-ok)', mostMs: 100 },
      told: [
        {
          text: 'The OK is first. `db1` got the acknowledgement, committed, and answered. The SQL thread of `db2` has 11 ms to go.',
        },
      ],
      remember: 'Received is not applied.',
    },
    {
      id: 'read-early',
      title: 'A reader comes early',
      say: 'The client `c` has heard OK for `k1` = 42, and the acknowledgement came from `db2`. In 3 ms the reader `r` asks `db2` for `k1`. The SQL thread of `db2` is still at work.',
      sayPresent: 'OK was heard, db2 has acknowledged. Now somebody reads k1 at db2.',
      enter: { atMs: 42, interventions: [sent] },
      focus: ['r', 'db2'],
      predict: {
        ask: 'What does the reader get?',
        then: 'then let it read',
        reveal: [{ until: 'happened(read-answered(r))', mostMs: 200 }],
        options: [
          {
            id: 'a',
            text: '42, from db2',
            reason: 'It has acknowledged 42.',
            when: 'happened(read-answered(r, peer = db2, value = 42))',
            because:
              'It acknowledged that it has *received* 42. A read looks at the data, never into the relay log. With a fast SQL thread 42 is in the data before the reader comes; how long it takes is luck.',
            world: { name: 'If the SQL thread took 0.5 ms', settings: { 'nodes.db2.applyMs': 0.5 } },
          },
          {
            id: 'b',
            text: 'No such row',
            reason: 'It is not applied yet.',
            when: 'happened(read-answered(r, peer = db2, value = null))',
            because: 'A read looks at the data of `db2`, and there is no row yet.',
          },
          {
            id: 'c',
            text: '42, from db1',
            reason: 'A driver asks whoever has it.',
            when: 'happened(read-answered(r, peer = db1))',
            because:
              'Nobody tells a driver what a slave has applied. It sends a read where it was told to. Here that is a slave; it would be `db1` if reads were sent to the master.',
            world: { name: 'If reads were sent to the master', settings: { 'clients.r.route': 'leader' } },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'No such row. The OK was heard 4 ms before the reader asked, so the answer is old. That is a *stale read*. Nothing is broken.',
        },
      ],
    },
    {
      id: 'sql-thread',
      title: 'Last station: the data',
      say: 'The *SQL thread* takes entries from the relay log, one after the other, and applies them to the data. When it is through with entry 1, the next read gets an answer that is up to date. Watch both.',
      sayPresent: 'The SQL thread applies the entry to the data. Watch the next read.',
      enter: { atMs: 48, settings: { paceMs: 3 }, interventions: [sent] },
      focus: ['r', 'db2'],
      gate: { is: 'time', until: 'happened(read-answered(r, value = 42))', mostMs: 200 },
      told: [
        {
          text: '42. Entry 1 was applied 20 ms after it was received, and the reader that came after that has seen it.',
        },
      ],
    },
    {
      id: 'stop-it',
      title: 'Stop the SQL thread',
      say: 'Two threads work on a slave, and neither waits for the other: the I/O thread *receives*, the SQL thread *applies*. Take one away. *Stop the SQL thread* of `db2`.',
      sayPresent:
        'Two threads on a slave: the I/O thread *receives*, the SQL thread *applies*. *Stop the SQL thread* of `db2`.',
      enter: { atMs: 80, interventions: [sent] },
      focus: ['c', 'db1', 'db2'],
      allow: [
        { action: 'stop-applier', target: 'db2' },
        { action: 'start-applier', target: 'db2' },
        { action: 'write', target: 'c' },
      ],
      gate: {
        is: 'state',
        when: 'applier(db2).state = stopped',
        hint: 'Select `db2` and stop its SQL thread.',
        solve: [{ act: { do: 'stop-applier', node: 'db2' } }, { until: 'applier(db2).state = stopped' }],
        others: [
          [
            more(43),
            { playMs: 15 },
            { act: { do: 'stop-applier', node: 'db2' } },
            { until: 'applier(db2).state = stopped' },
          ],
        ],
      },
      told: [{ text: 'Stopped. Its I/O thread does not mind: it stays connected, and it would acknowledge.' }],
    },
    {
      id: 'three-more',
      title: 'Three writes for nobody',
      say: 'The SQL thread of `db2` stands still, and nobody is going to start it. Now `c` sends three writes, 5 ms apart. The mode is still *semi-sync*: each OK waits for one acknowledgement.',
      sayPresent: 'The SQL thread stands still. Three writes come, and each OK waits for an acknowledgement.',
      enter: { atMs: 95, settings: { paceMs: 4 }, interventions: [sent, stopped] },
      predict: {
        ask: 'How many of the three hear OK?',
        then: 'then send them',
        reveal: [more(43), { playMs: 5 }, more(44), { playMs: 5 }, more(45), { playMs: 24 }],
        options: [
          {
            id: 'a',
            text: 'All 3',
            reason: 'Receiving goes on.',
            when: 'counters.ok = 4',
            because: 'The I/O thread goes on to receive and to acknowledge.',
          },
          {
            id: 'b',
            text: 'None',
            reason: 'Nobody applies them.',
            when: 'counters.ok = 1',
            because:
              'An acknowledgement does not wait for the SQL thread. None would hear OK if it did: if an acknowledgement meant applied, the master would hold all three until somebody starts the thread.',
            world: { name: 'If an ack meant applied', settings: { 'replication.ack': 'applied' } },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'All 3, each after 20.7 ms as before. The relay log holds three entries that are safe, and that no reader of `db2` can see.',
        },
      ],
    },
    {
      id: 'let-it-go',
      title: 'And start it again',
      say: 'Whoever asks `db1` gets 45, whoever asks `db2` gets 42, and every write had its OK. *Start the SQL thread* and watch `db2` work through its relay log, 20 ms for each entry.',
      sayPresent: 'db1 says 45, db2 says 42, and every OK was true. Start the SQL thread.',
      enter: {
        atMs: 160,
        settings: { paceMs: 6 },
        interventions: [
          sent,
          stopped,
          { ...writes, atMs: 95, value: 43 },
          { ...writes, atMs: 100, value: 44 },
          { ...writes, atMs: 105, value: 45 },
        ],
      },
      allow: [
        { action: 'start-applier', target: 'db2' },
        { action: 'stop-applier', target: 'db2' },
        { action: 'write', target: 'c' },
      ],
      gate: {
        is: 'state',
        when: `lag(db2).entries = 0 and node(db2).applied >= 4 and ${READ}`,
        hint: 'Start the SQL thread of `db2` and let the run go on until its data are those of `db1` and the reader has seen them.',
        solve: [start, { until: 'lag(db2).entries = 0' }, read],
        others: [
          [more(46), { playMs: 5 }, start, { until: 'lag(db2).entries = 0' }, read],
          [
            start,
            { playMs: 30 },
            { act: { do: 'stop-applier', node: 'db2' } },
            { playMs: 20 },
            start,
            { until: 'lag(db2).entries = 0' },
            read,
          ],
        ],
      },
      told: [
        {
          text: 'Equal again, and the reader gets what `db1` has. Binlog, wire, relay log, data: a write can be safe at the third station and unseen at the fourth.',
        },
      ],
      remember: 'An acknowledgement is about safety. What a reader sees is another question.',
      teacher:
        'Ask: which station matters when the master dies, and which when somebody reads? That is walkthrough 2, and 6.',
    },
  ],
})
