/** Semi-sync when nobody can answer: it falls back, says OK as before, and what was promised dies with the master. */
import type { Step } from '../../walkthrough.ts'
import { cutAt, dies, ok, quorum, semi, set, write, writes } from './scene.ts'

export const fallback: readonly Step[] = [
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
]
