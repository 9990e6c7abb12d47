/**
 * Walkthrough 2: what an OK of an asynchronous master is worth. Everything turns on one picture, seven writes told OK of
 * which the nearest slave has five, and on the instant at which the master dies (DOMAIN 2.3, 3.4).
 *
 * Distances are those between Virginia, Ireland and São Paulo. Scaled: the monitor probes twenty times a second,
 * so that nobody has to wait for the failover, which is the subject of the next walkthrough.
 */
import { defineWalkthrough } from '../define.ts'
import type { Move } from '../walkthrough.ts'

/** Seven promises, and the instant between db2's relay flush of write 5 and the landing of write 6. */
const SEVEN = 240
const diesAt = (atMs: number) => [{ atMs, do: 'kill', node: 'db1' }] as const
const tookOver: Move = { until: 'happened(failover-done)', mostMs: 3000 }
const pullThePlug: readonly Move[] = [{ act: { do: 'kill', node: 'db1' } }, tookOver]
const write: Move = { act: { do: 'write', client: 'c' } }

const semiSync = { name: 'MySQL 8.4 Reference Manual', place: 'Semisynchronous Replication' }

export const okTooEarly = defineWalkthrough({
  id: 'ok-too-early',
  number: 2,
  title: 'The master says OK too early',
  minutes: 6,
  goal: 'You can say which writes are lost when an asynchronous master dies, and why.',
  belief: 'Committed means safe.',
  pictogram: 'lost-writes',
  sources: [
    {
      name: 'MySQL 8.4 Reference Manual',
      place: 'Replication',
      url: 'https://dev.mysql.com/doc/refman/8.4/en/replication.html',
    },
    { ...semiSync, url: 'https://dev.mysql.com/doc/refman/8.4/en/replication-semisync.html' },
    { name: 'Orchestrator', place: 'Topology recovery' },
  ],
  run: {
    scenario: {
      title: 'The master says OK too early',
      about:
        'Seven writes are promised, and the last ones are on the wire when the master dies. Real distances (Virginia, Ireland, São Paulo); the monitor probes twenty times a second, where real ones probe every few seconds.',
      paceMs: 20,
      untilMs: 4000,
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', applyMs: 20 }],
      network: {
        clientOneWayMs: 0.4,
        monitorOneWayMs: 10,
        links: [
          { between: ['db1', 'db2'], oneWayMs: 35 },
          { between: ['db1', 'db3'], oneWayMs: 57.5 },
          { between: ['db2', 'db3'], oneWayMs: 89 },
        ],
      },
      clients: [{ id: 'c', thinkMs: 15, startMs: 131, retryMs: 200, writes: 7 }],
      costs: { applyMs: 8, restartMs: 60 },
      failover: { probeEveryMs: 50, probeTimeoutMs: 40, misses: 2, promoteMs: 10, rerouteMs: 20 },
      lag: { warnEntries: 4, criticalEntries: 8, warnMs: 60, criticalMs: 200, dwellMs: 10_000 },
    },
  },
  steps: [
    {
      id: 'one-ok',
      title: 'One write, one OK',
      say: 'The client `c` is about to write to the master `db1`. The two slaves stand an ocean away: `db2` is 35 ms off, `db3` 58 ms. Replication is *asynchronous*, which is what MySQL does unless told otherwise. Watch the first write until the client hears OK.',
      sayPresent:
        'A master, two slaves an ocean away, asynchronous replication. One write: when does the client hear OK?',
      enter: { atMs: 130, settings: { paceMs: 2 } },
      focus: ['c', 'db1'],
      gate: { is: 'time', until: 'counters.ok = 1', mostMs: 200 },
      told: [
        {
          text: 'OK after 2.5 ms. The master has flushed the write to its binlog and committed it. Both slaves: nothing yet.',
        },
      ],
      teacher: 'Ask the room what the client may conclude from this OK. Collect the word "safe" and come back to it.',
    },
    {
      id: 'on-the-wire',
      title: 'The write is still travelling',
      say: 'At this moment the OK is true: `db1` has committed write 1. And it is all there is. The write has left for the slaves, but the master does not wait for it to land, and nobody will tell it when it does. Watch `db2` get it.',
      sayPresent: 'The OK is true, and the write exists once. Watch how long db2 takes to get it.',
      enter: { atMs: 134, settings: { paceMs: 10 } },
      focus: ['db1', 'db2'],
      gate: { is: 'time', until: 'time >= 180', mostMs: 46 },
      told: [
        {
          text: 'Received 35 ms after the OK, and applied 8 ms after that. For 35 ms this promise was on one disk only.',
        },
      ],
      model: {
        text: 'No acknowledgement is drawn because there is none: an asynchronous master does not know what its slaves have.',
        source: semiSync,
      },
    },
    {
      id: 'seven',
      title: 'Promises pile up',
      say: 'The client does not wait for slaves either. It thinks for 15 ms and writes again, while its earlier writes are on their way. So there are always a few writes that have their OK and have not landed. Let it hear OK *seven* times.',
      sayPresent: 'The client writes on while earlier writes travel. Let it hear OK seven times.',
      enter: { atMs: 178, settings: { paceMs: 12 } },
      gate: { is: 'time', until: `time >= ${SEVEN}`, mostMs: SEVEN - 178 },
      told: [
        {
          text: 'Seven OKs. `db2` has received 5 of these writes, `db3` has received 3.',
        },
      ],
    },
    {
      id: 'pull-the-plug',
      title: 'Pull the plug',
      say: 'The client has heard OK seven times. `db2` has received writes 1 to 5 and applied 4 of them. Writes 6 and 7 are on the wire. In a moment the master loses power, what its wires carry is lost, and `db2` takes over.',
      sayPresent: 'Seven OKs; 6 and 7 are on the wire. The master loses power, and db2 takes over.',
      enter: { atMs: SEVEN, settings: { paceMs: 45 } },
      predict: {
        ask: 'How many of the seven promised writes survive?',
        then: 'then pull the plug',
        reveal: pullThePlug,
        options: [
          {
            id: 'a',
            text: 'All 7',
            reason: 'They were committed.',
            when: 'counters.ok - counters.lost = 7',
            because:
              'Committed means: on the disk of the master. That disk is gone with its master. All 7 survive if every OK has waited until a slave has received the write, and each then takes 73.5 ms instead of 2.5 ms.',
            world: {
              name: 'If every OK had waited for a slave',
              settings: { 'replication.mode': 'semi-sync', paceMs: 90 },
              reveal: [{ until: 'counters.ok = 7', mostMs: 3000 }, ...pullThePlug],
            },
          },
          {
            id: 'b',
            text: '5',
            reason: 'What db2 has received.',
            when: 'counters.ok - counters.lost = 5',
            because: 'What `db2` has received survives, applied or not.',
          },
          {
            id: 'c',
            text: '4',
            reason: 'What db2 has applied.',
            when: 'counters.ok - counters.lost = 4',
            because:
              'Received is enough here: `db2` applies its whole relay log before it takes over. It would be 4 if a backup blocked its SQL thread and the monitor threw the rest of the relay log away.',
            world: {
              name: 'If the relay log were thrown away',
              settings: { 'failover.drain': 'skip' },
              interventions: [{ atMs: 235, do: 'lock-rows', node: 'db2' }],
              reveal: pullThePlug,
            },
          },
          {
            id: 'd',
            text: '3',
            reason: 'What every slave has.',
            when: 'counters.ok - counters.lost = 3',
            because:
              'A write need not be everywhere, only where the new history begins. It would be 3 if `db3` were preferred as the new master, although it has received less than `db2`.',
            world: { name: 'If db3 took over', settings: { 'nodes.db3.promotion': 'prefer' } },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          when: 'counters.lost = 2',
          text: '5 survive. `db2` applied all that it had received and leads *epoch 2*. Writes 6 and 7 had their OK, and the only node that had them is dead.',
        },
        { text: 'Count the writes that had their OK and are nowhere in epoch 2: these are lost.' },
      ],
      remember: 'An asynchronous OK is a promise of one disk.',
      teacher:
        'Let them vote before the plug is pulled. Most say 7 or 4. The interesting pair is 4 against 5: received or applied?',
    },
    {
      id: 'position-six',
      title: 'Position 6 is taken again',
      say: 'The failover went well: `db2` is the master, the client knows its address, no alarm is left. Nobody tells the client that two of its promises are broken. Let it *write again*, and look where its next write goes.',
      sayPresent: 'The failover succeeded, and nobody tells the client what is missing. Write again.',
      enter: { atMs: 700, interventions: diesAt(SEVEN) },
      focus: ['c', 'db2', 'db3'],
      allow: [{ action: 'write' }, { action: 'restart', target: 'db1' }],
      gate: {
        is: 'state',
        when: 'node(db2).received >= 6 and counters.ok >= 8',
        hint: 'Let the client `c` write once, and let the run go on.',
        solve: [write, { until: 'counters.ok >= 8' }],
        others: [
          [write, write, { until: 'counters.ok >= 9' }],
          [
            { act: { do: 'restart', node: 'db1' } },
            { until: 'node(db1).process = up' },
            write,
            { until: 'counters.ok >= 8' },
          ],
        ],
      },
      told: [
        {
          text: 'It became entry 6 of epoch 2: another write under the number that a lost one had. Numbers do not tell histories apart; epochs do.',
        },
      ],
    },
    {
      id: 'old-disk',
      title: 'Where are 6 and 7 now?',
      say: 'Lost does not mean erased. The disk of `db1` survived the power cut, with its binlog. *Restart* `db1` and see what comes back with it.',
      enter: {
        atMs: 800,
        interventions: [...diesAt(SEVEN), { atMs: 700, do: 'write', client: 'c' }],
      },
      allow: [{ action: 'restart', target: 'db1' }, { action: 'write' }],
      gate: {
        is: 'state',
        when: 'node(db1).role = fenced',
        hint: 'Restart `db1` and let the run go on until the monitor has found it.',
        solve: [{ act: { do: 'restart', node: 'db1' } }, { until: 'node(db1).role = fenced' }],
        others: [
          [write, { playMs: 50 }, { act: { do: 'restart', node: 'db1' } }, { until: 'node(db1).role = fenced' }],
        ],
      },
      told: [
        {
          text: '`db1` still has writes 6 and 7 and would be proud of them. But epoch 2 began without them, so it is *fenced*. Nothing merges two histories by itself.',
        },
      ],
      remember: 'A lost write can sit on a disk and still be lost.',
    },
    {
      id: 'later',
      title: 'The same fault, 200 ms later',
      say: 'Back to the same picture: seven OKs, 6 and 7 on the wire. The client has nothing more to write. This time the master lives 200 ms longer, then it loses power exactly as before.',
      sayPresent: 'The same seven OKs. This time the master dies 200 ms later.',
      enter: { atMs: SEVEN, settings: { paceMs: 60 } },
      predict: {
        ask: 'How many promised writes are lost this time?',
        then: 'then wait 200 ms',
        reveal: [{ playMs: 200 }, ...pullThePlug],
        options: [
          {
            id: 'a',
            text: '2 again',
            reason: 'It is the same fault.',
            when: 'counters.lost = 2',
            because:
              'The fault is the same, the moment is not. It would be 2 again if the client had gone on writing every 17.5 ms: then about two writes are on the way to `db2` at any moment.',
            world: { name: 'If the client wrote on and on', settings: { 'clients.c.writes': 0 } },
          },
          {
            id: 'b',
            text: '1',
            reason: 'One is always on the wire.',
            when: 'counters.lost = 1',
            because:
              'Only while somebody writes is something on the wire. It would be 1 if the client wrote on and on, but thought for 40 ms between two writes.',
            world: {
              name: 'If it wrote on at half the rate',
              settings: { 'clients.c.writes': 0, 'clients.c.thinkMs': 40 },
            },
          },
          {
            id: 'c',
            text: 'None',
            reason: 'By then all have landed.',
            when: 'counters.lost = 0',
            because: 'By then every write has landed at `db2`.',
          },
        ],
      },
      gate: { is: 'read' },
      told: [{ text: 'None. The last write landed 36 ms after it left. From then on `db2` had every promise.' }],
      remember: 'What is lost is the lag at the instant of death: told OK, and not yet received.',
    },
    {
      id: 'lose-one',
      title: 'Lose exactly one',
      say: 'Your turn. All is quiet and every slave has everything. Make the master break *exactly one* promise. You may let the client write, and kill `db1`. The window is 35 ms wide: play, pause, step and go back as you like.',
      sayPresent: 'Everything has landed. Now break exactly one promise: write, and kill db1 in time.',
      enter: { atMs: 500 },
      allow: [{ action: 'write' }, { action: 'kill', target: 'db1' }],
      gate: {
        is: 'state',
        when: 'counters.lost = 1',
        hint: 'Write once. When the client has its OK and the write is still on the wire, kill `db1`; then let `db2` take over.',
        solve: [write, { until: 'counters.ok = 8' }, { playMs: 10 }, ...pullThePlug],
        others: [
          [write, { playMs: 100 }, write, { until: 'counters.ok = 9' }, { playMs: 20 }, ...pullThePlug],
          [write, { until: 'happened(write-ok(write = 8))' }, ...pullThePlug],
        ],
      },
      told: [
        {
          text: 'One promise broken. Every node did its duty: the master committed, the slaves copied, the monitor promoted the best slave.',
        },
      ],
    },
    {
      id: 'the-price',
      title: 'The price of a better promise',
      say: 'The cure is to say OK later. Set the mode to *semi-sync*: now the master waits until one slave has received the write. Then let the client write, and watch how long its OK takes.',
      sayPresent:
        'The cure is to say OK later. Set the mode to *semi-sync*, let the client write, and watch how long its OK takes.',
      enter: { atMs: 500 },
      allow: [{ set: 'replication.mode' }, { action: 'write' }],
      gate: {
        is: 'state',
        when: 'last(ms of write-ok) > 20',
        hint: 'Change the mode from async to semi-sync, let the client write, and let the run go on until it hears OK.',
        solve: [
          { act: { do: 'set', path: 'replication.mode', value: 'semi-sync' } },
          { playMs: 100 },
          write,
          { until: 'counters.ok = 8' },
        ],
        others: [
          [
            { act: { do: 'set', path: 'replication.mode', value: 'all' } },
            { playMs: 200 },
            write,
            { until: 'counters.ok = 8' },
          ],
          [
            write,
            { until: 'counters.ok = 8' },
            { act: { do: 'set', path: 'replication.mode', value: 'semi-sync' } },
            { playMs: 100 },
            write,
            { until: 'counters.ok = 9' },
          ],
        ],
      },
      told: [
        {
          when: 'last(ms of write-ok) < 100',
          text: '73.5 ms instead of 2.5 ms: there and back to `db2`. Kill `db1` the instant after, and this write survives.',
        },
        {
          text: 'More than 100 ms instead of 2.5 ms: there and back to the slave that is farthest. Kill `db1` the instant after, and this write survives.',
        },
      ],
      remember: 'Distance is paid for either way: in time with every write, or in writes when the master dies.',
      teacher: 'The next question is what happens when no slave answers: walkthrough 4, the timeout.',
    },
  ],
})
