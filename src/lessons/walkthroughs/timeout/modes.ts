/** What an OK waits for: nobody, one slave, all of them, and what one that is dead does to all. */
import type { Step } from '../../walkthrough.ts'
import { all, ok, postgres, quorum, semi, semiSync, set, write, writes } from './scene.ts'

export const modes: readonly Step[] = [
  {
    id: 'async',
    title: 'First, without waiting',
    say: 'Client `c` writes when you say so. `db2` is 8 ms away from the master, `db3` is 30 ms away. The mode is *async*: an OK waits for nobody. *Write* once and watch how long the OK takes.',
    sayPresent: 'db2 is 8 ms away, db3 30 ms. Mode async. How long does an OK take?',
    enter: { atMs: 200 },
    allow: [{ action: 'write' }],
    gate: {
      is: 'state',
      when: 'counters.ok >= 1',
      hint: 'Select the client `c`, let it write, and let the run go on until it hears OK.',
      solve: [write, ok(1)],
      others: [[write, write, ok(2)]],
    },
    told: [{ text: '3.7 ms: there and back to the master, and a flush of its binlog. No slave has it yet.' }],
  },
  {
    id: 'semi-sync',
    title: 'Wait for one slave',
    say: 'Now the mode is *semi-sync*, as MySQL and MariaDB have it: before it says OK, the master waits until *one* slave has acknowledged. A write goes to both slaves at once, 8 ms to `db2` and 30 ms to `db3`.',
    sayPresent: 'Mode semi-sync: the master waits for one acknowledgement. db2 is 8 ms away, db3 30 ms.',
    enter: { atMs: 200, settings: semi },
    predict: {
      ask: 'How long does the OK take now?',
      then: 'then write',
      reveal: [write, ok(1)],
      options: [
        {
          id: 'a',
          text: '4 ms',
          reason: 'The slaves get it in the background.',
          when: 'last(ms of write-ok) < 10',
          because:
            'That would be asynchronous. Here the write waits in the binlog of the master until an acknowledgement has come back.',
          world: { name: 'If the mode were async', settings: { 'replication.mode': 'async' } },
        },
        {
          id: 'b',
          text: '21 ms',
          reason: 'There and back to the nearest.',
          when: 'last(ms of write-ok) >= 10 and last(ms of write-ok) < 40',
          because: 'One acknowledgement is enough, and that of the nearest slave is first.',
        },
        {
          id: 'c',
          text: '65 ms',
          reason: 'There and back to the farthest.',
          when: 'last(ms of write-ok) >= 40',
          because:
            'One acknowledgement is enough, and `db2` is nearer than `db3`. It would be 65 ms if the master had to hear from *all* slaves.',
          world: { name: 'If it waited for all slaves', settings: all },
        },
      ],
    },
    gate: { is: 'read' },
    told: [{ text: '20.7 ms: the 3.7 ms of before, 16 ms there and back to `db2`, and 1 ms for its disk.' }],
    model: {
      text: 'The acknowledgement means that the relay log is flushed. It does not mean that anybody can read the row on that slave.',
      source: semiSync,
    },
  },
  {
    id: 'all',
    title: 'Wait for all of them',
    say: 'Be stricter. Set the mode to *all*, then *write* and compare: 3.7 ms for nobody, 20.7 ms for the nearest. What do you pay for both?',
    enter: { atMs: 200, settings: semi },
    allow: [{ set: 'replication.mode' }, { set: 'replication.waitFor' }, { action: 'write' }],
    gate: {
      is: 'state',
      when: 'last(ms of write-ok) > 40',
      hint: 'Change the mode to all, or let semi-sync wait for 2 slaves. Then let the client write, and let the run go on until it hears OK.',
      solve: [set('replication.mode', 'all'), { playMs: 70 }, write, ok(1)],
      others: [
        [write, ok(1), set('replication.mode', 'all'), { playMs: 70 }, write, ok(2)],
        [set('replication.waitFor', 2), { playMs: 70 }, write, ok(1)],
      ],
    },
    told: [{ text: '64.7 ms: now the farthest slave sets the pace of every write.' }],
  },
  {
    id: 'one-dies',
    title: 'One of them dies',
    say: 'The mode is *all*, and both slaves are well. In a moment `db3` dies. Nobody has to fail over, since the master and `db2` are alive. Right after that the client writes.',
    sayPresent: 'Mode all. db3 dies; the master and db2 are well. Then the client writes.',
    enter: { atMs: 200, settings: all },
    predict: {
      ask: 'When does the client hear OK?',
      then: 'then kill db3',
      reveal: [{ act: { do: 'kill', node: 'db3' } }, { playMs: 20 }, write, { playMs: 400 }],
      options: [
        {
          id: 'a',
          text: 'After 21 ms',
          reason: 'db2 is still there.',
          when: 'counters.ok = 1 and last(ms of write-ok) < 100',
          because:
            'The rule says all slaves, and a dead one still belongs to the cluster. With a *quorum* of any one slave, `db2` would have been enough.',
          world: { name: 'If any one slave were enough', settings: quorum },
        },
        {
          id: 'b',
          text: 'After 200 ms',
          reason: 'At the timeout it gives up.',
          when: 'counters.ok = 1 and last(ms of write-ok) >= 100',
          because:
            'Only semi-sync has a timeout, and says OK when it ends. *All* and *quorum* wait for as long as it takes, as PostgreSQL does.',
          world: {
            name: 'If semi-sync waited for two slaves',
            settings: { ...semi, 'replication.waitFor': 2 },
          },
        },
        {
          id: 'c',
          text: 'Not at all',
          reason: 'db3 cannot answer.',
          when: 'counters.ok = 0',
          because: 'It waits for `db3`, however long.',
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: 'No OK: the master is *blocked*. Three hosts, one of them dead, and nobody can write. Every slave that all waits for is one more that can stop you.',
      },
    ],
    model: {
      text: 'PostgreSQL with all standbys named waits in the same way, without a timeout.',
      source: postgres,
    },
  },
  {
    id: 'set-free',
    title: 'Set the writer free',
    say: 'The write has waited for 400 ms now. It is flushed in the binlog of `db1`, and `db2` has received it. There is more than one way to get its OK: bring `db3` back, or ask for less. Do as you like.',
    sayPresent: 'The write still waits. Bring db3 back, or ask for less.',
    enter: {
      atMs: 620,
      settings: all,
      interventions: [
        { atMs: 200, do: 'kill', node: 'db3' },
        { atMs: 220, ...writes },
      ],
    },
    allow: [
      { action: 'restart', target: 'db3' },
      { action: 'remove-slave', target: 'db3' },
      { set: 'replication.mode' },
    ],
    gate: {
      is: 'state',
      when: 'counters.ok >= 1',
      hint: 'Restart `db3`, or change the mode to one that `db2` alone satisfies.',
      solve: [{ act: { do: 'restart', node: 'db3' } }, ok(1)],
      others: [
        [set('replication.mode', 'semi-sync'), ok(1)],
        [set('replication.mode', 'quorum'), ok(1)],
        [{ act: { do: 'remove-slave', node: 'db3' } }, ok(1)],
      ],
    },
    told: [
      {
        when: 'node(db3).process = up',
        text: '`db3` is back and has acknowledged. The write waited for its host to start: that is what waiting without a timeout means.',
      },
      { text: 'You asked for less, and what waited went on at once. That is what an operator does at night.' },
    ],
  },
]
