/**
 * Walkthrough 4: what an OK can wait for, and what becomes of the promise when whoever it waits for is silent (DOMAIN 2.3,
 * 2.4, 7.1). The same write each time, so that the modes can be compared by the one number that a client sees.
 *
 * Real distances: a neighbouring city and a far one. Scaled: the timeout is 200 ms where MySQL's default is 10 s, and the
 * monitor probes twenty times a second.
 */
import { defineWalkthrough } from '../define.ts'
import type { Move } from '../walkthrough.ts'

const writes = { do: 'write', client: 'c' } as const
const write: Move = { act: writes }
const ok = (count: number): Move => ({ until: `counters.ok = ${count}`, mostMs: 3000 })
const set = (path: string, value: number | string): Move => ({ act: { do: 'set', path, value } })
const cutAt = (atMs: number) =>
  [
    { atMs, do: 'cut', between: ['db1', 'db2'] },
    { atMs, do: 'cut', between: ['db1', 'db3'] },
  ] as { atMs: number; do: 'cut'; between: [string, string] }[]
const dies: readonly Move[] = [{ act: { do: 'kill', node: 'db1' } }, { until: 'happened(failover-done)', mostMs: 3000 }]
const semi = { 'replication.mode': 'semi-sync' }
const all = { 'replication.mode': 'all' }
const quorum = { 'replication.mode': 'quorum' }

const semiSync = { name: 'MySQL 8.4 Reference Manual', place: 'Semisynchronous Replication' }
const postgres = { name: 'PostgreSQL 17 documentation', place: 'Synchronous Replication' }

export const timeoutTrap = defineWalkthrough({
  id: 'timeout-trap',
  number: 4,
  title: 'Semi-sync and the timeout trap',
  minutes: 7,
  goal: 'You can say what an OK waits for in each mode, and what happens when nobody answers.',
  belief: 'Sync means no data loss.',
  pictogram: 'semi-sync',
  sources: [
    { ...semiSync, url: 'https://dev.mysql.com/doc/refman/8.4/en/replication-semisync.html' },
    { ...postgres, url: 'https://www.postgresql.org/docs/17/warm-standby.html#SYNCHRONOUS-REPLICATION' },
  ],
  run: {
    scenario: {
      title: 'Semi-sync and the timeout trap',
      about:
        'One client writes by hand, and the mode decides what its OK waits for. Real distances: db2 is in a neighbouring city, db3 far away. Scaled: the timeout is 200 ms where MySQL’s default is 10 s, and the monitor probes twenty times a second.',
      paceMs: 15,
      untilMs: 10_000,
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
      network: {
        clientOneWayMs: 1,
        monitorOneWayMs: 10,
        links: [
          { between: ['db1', 'db2'], oneWayMs: 8 },
          { between: ['db1', 'db3'], oneWayMs: 30 },
          { between: ['db2', 'db3'], oneWayMs: 30 },
        ],
      },
      clients: [{ id: 'c', kind: 'stream', ratePerSecond: 0, timeoutMs: 10_000 }],
      costs: { restartMs: 60 },
      replication: { timeoutMs: 200, connectRetryMs: 50 },
      failover: { probeEveryMs: 50, probeTimeoutMs: 40, misses: 3, promoteMs: 20, rerouteMs: 30 },
      lag: { warnEntries: 3, criticalEntries: 10, warnMs: 1000, criticalMs: 5000, dwellMs: 10_000 },
    },
  },
  steps: [
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
    {
      id: 'silence',
      title: 'Now nobody can answer',
      say: 'Back to *semi-sync*, made so as not to block: it has a *timeout*, here 200 ms, in MySQL 10 s unless told otherwise. The lines from the master to both slaves are cut. No acknowledgement can come. The client writes.',
      sayPresent: 'Semi-sync with a timeout of 200 ms. Both lines to the slaves are cut. The client writes.',
      enter: { atMs: 300, settings: semi, interventions: cutAt(200) },
      predict: {
        ask: 'What does the client hear?',
        then: 'then write',
        reveal: [write, { playMs: 400 }],
        options: [
          {
            id: 'a',
            text: 'OK in 4 ms',
            reason: 'No slave, nothing to wait for.',
            when: 'counters.ok = 1 and last(ms of write-ok) < 100',
            because:
              'The master does not count who is there; it waits for an acknowledgement until the timer ends. (MySQL can be told otherwise with `rpl_semi_sync_source_wait_no_replica`.) Without any waiting it would be asynchronous.',
            world: { name: 'If the mode were async', settings: { 'replication.mode': 'async' } },
          },
          {
            id: 'b',
            text: 'OK in 204 ms',
            reason: 'After the timeout it gives up.',
            when: 'counters.ok = 1 and last(ms of write-ok) >= 100',
            because: 'The timer ends, and the master goes on as if it were asynchronous.',
          },
          {
            id: 'c',
            text: 'No OK',
            reason: 'It was promised to wait.',
            when: 'counters.ok = 0',
            because:
              'Semi-sync prefers an answer to a promise. It would wait on and on with a *quorum*, which has no timeout.',
            world: { name: 'If the mode were quorum', settings: quorum },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'OK, after 204 ms. It is the same OK as ever, and no slave has the write. The master has *fallen back* to async.',
        },
      ],
      remember: 'Semi-sync waits once. Then it promises less, and says OK as before.',
    },
    {
      id: 'fast-again',
      title: 'Suspiciously fast',
      say: 'The lines are still cut. The setting still says semi-sync, and nobody has told the client anything. Let it *write two more times* and look at how long each OK takes now.',
      sayPresent: 'Lines still cut, mode still set to semi-sync. Two more writes: how long do they take?',
      enter: { atMs: 550, settings: semi, interventions: [...cutAt(200), { atMs: 300, ...writes }] },
      allow: [{ action: 'write' }],
      gate: {
        is: 'state',
        when: 'counters.ok >= 3',
        hint: 'Let the client write two more times, and let the run go on until it has heard both OKs.',
        solve: [write, ok(2), { playMs: 10 }, write, ok(3)],
        others: [[write, write, ok(3)]],
      },
      told: [
        {
          text: '3.7 ms each, as fast as async, because it is async. Latency looks better than ever, and three promises stand on one disk.',
        },
      ],
    },
    {
      id: 'then-it-dies',
      title: 'And then the master dies',
      say: 'The client has heard OK three times: once after 204 ms, twice after 3.7 ms. The mode is set to semi-sync, and it was never changed. Now `db1` loses power, and one of the slaves takes over.',
      sayPresent: 'Three OKs, mode semi-sync, lines cut. The master loses power.',
      enter: {
        atMs: 620,
        settings: { ...semi, paceMs: 40 },
        interventions: [...cutAt(200), { atMs: 300, ...writes }, { atMs: 560, ...writes }, { atMs: 590, ...writes }],
      },
      predict: {
        ask: 'How many of the three promised writes are lost?',
        then: 'then pull the plug',
        reveal: dies,
        options: [
          {
            id: 'a',
            text: 'None',
            reason: 'The mode is semi-sync.',
            when: 'counters.lost = 0',
            because:
              'The setting was semi-sync, the master was not: it had given up waiting. With the default timeout of 10 s nothing would be lost, because nothing would have been promised: all three would still wait.',
            world: { name: 'If the timeout were 10 s', settings: { 'replication.timeoutMs': 10_000 } },
          },
          {
            id: 'b',
            text: '2',
            reason: 'The first one did wait.',
            when: 'counters.lost = 2',
            because:
              'It waited in vain. Waiting saves nothing; only an acknowledgement does. Only 2 are lost if the lines were cut a little later, after `db2` had received the first write.',
            world: {
              name: 'If the lines were cut after the first',
              interventions: [
                ...cutAt(250),
                { atMs: 210, ...writes },
                { atMs: 300, ...writes },
                { atMs: 560, ...writes },
              ],
              reveal: dies,
            },
          },
          {
            id: 'c',
            text: 'All 3',
            reason: 'No slave has any of them.',
            when: 'counters.lost = 3',
            because: 'No slave has received any of the three.',
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'All 3. Everybody relied on semi-sync, and it had ended 120 ms before, silently. What was worth an alarm was the fallback, not the death.',
        },
      ],
      remember: 'Watch the fallback: a mode is what the master does, not what the setting says.',
    },
    {
      id: 'choose-a-failure',
      title: 'Choose your failure',
      say: 'The lines are cut again, and nothing has been written yet. Change the rules so that no OK can be broken: let the master *give up later*, or choose a *mode* without a timeout. Then *write*, and keep the client waiting for at least 300 ms.',
      sayPresent: 'Lines cut. Change the rules so that no OK can be broken, then write and wait 300 ms.',
      enter: { atMs: 300, settings: semi, interventions: cutAt(200) },
      allow: [{ set: 'replication.timeoutMs' }, { set: 'replication.mode' }, { action: 'write' }],
      gate: {
        is: 'state',
        when: 'mode.waiting >= 1 and time - last(write-sent) >= 300',
        hint: 'Let it give up after much more than 200 ms, or set the mode to quorum or all. Then let the client write and let the run go on.',
        solve: [
          set('replication.timeoutMs', 2000),
          write,
          { until: 'mode.waiting >= 1 and time - last(write-sent) >= 300', mostMs: 1000 },
        ],
        others: [
          [set('replication.mode', 'quorum'), write, { playMs: 310 }],
          [set('replication.mode', 'all'), write, { playMs: 310 }],
          [write, { playMs: 50 }, set('replication.timeoutMs', 10_000), { playMs: 300 }],
        ],
      },
      told: [
        {
          when: 'setting("replication.mode") = semi-sync',
          text: 'It waits. Nothing is promised, so nothing can be lost, and nobody is served, until the timeout comes. You have moved the trap, not removed it.',
        },
        {
          text: 'It waits, and will for as long as the lines are cut. Nothing is promised, so nothing can be lost, and nobody is served.',
        },
      ],
      remember: 'A durability setting is as strong as its timeout: until then you wait, after that you may lose.',
      teacher:
        'Close with the question for their own system: which would you rather explain, an hour without writes or three lost orders?',
    },
  ],
})
