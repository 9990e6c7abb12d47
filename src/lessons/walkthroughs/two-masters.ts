/**
 * Walkthrough 9: two masters that both say OK at once, one cart, and the rule that the last writer wins. First two writes
 * at nearly the same time under four rules, then a clock that is wrong, then the learner's own cure (DOMAIN 5.2, 5.3).
 *
 * The distance is that between Virginia and Oregon. A clock that is 2 s fast is rare, and nothing else is scaled.
 */
import type { Intervention } from '../../run/index.ts'
import { defineWalkthrough } from '../define.ts'
import type { Move } from '../walkthrough.ts'

const puts = (atMs: number, client: string, value: number): Intervention => ({
  ...{ atMs, do: 'write', client, operation: 'put', key: 'cart', value },
})

const FIRST = puts(30, 'c1', 1)
/** 20 ms apart, and 32 ms from each other. */
const TOGETHER = [FIRST, puts(150, 'c1', 2), puts(170, 'c2', 3)]
/** Half a second apart: `c2` has read what `c1` put. */
const AFTER = [FIRST, puts(150, 'c1', 2), puts(650, 'c2', 3)]
const FAST = { 'nodes.db1.clockOffsetMs': 2000 }

const write = (client: string): Move => ({ act: { do: 'write', client } })
const set = (path: string, value: number | string): Move => ({ act: { do: 'set', path, value } })
const settled: Move = { until: 'counters.discarded >= 1 and masters.agree = 2', mostMs: 2000 }
const later: Move = { until: 'time >= 850', mostMs: 3000 }
const both = (value: number) =>
  `row(db1, "cart") = ${value} and row(db2, "cart") = ${value} and versions(db1, "cart") = 1`

const guidance = { name: 'AWS Prescriptive Guidance', place: 'Using Amazon DynamoDB global tables: overview' }

export const twoMasters = defineWalkthrough({
  id: 'two-masters',
  number: 9,
  title: 'Two masters, one cart',
  minutes: 6,
  goal: 'You can say what the last writer wins throws away, whom it tells, and what a wrong clock does to it.',
  belief: 'The latest time stamp is the latest write.',
  pictogram: 'two-masters',
  sources: [
    {
      ...guidance,
      url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/dynamodb-global-tables/overview.html',
    },
    {
      name: 'Amazon DynamoDB Developer Guide',
      place: 'How DynamoDB global tables work',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html',
    },
    { name: 'Kulkarni and others, 2014', place: 'Logical Physical Clocks (hybrid clocks)' },
  ],
  run: {
    scenario: {
      title: 'Two masters, one cart',
      about:
        'Two masters take writes to the same row, and by rule the last writer wins. Real distance (Virginia, Oregon); clocks that are wrong by 2 s are rare.',
      paceMs: 20,
      untilMs: 2000,
      nodes: [
        { id: 'db1', role: 'master' },
        { id: 'db2', role: 'master' },
      ],
      network: { clientOneWayMs: 8, links: [{ between: ['db1', 'db2'], oneWayMs: 32 }] },
      clients: [
        { id: 'c1', kind: 'stream', ratePerSecond: 0, keys: 1, node: 'db1' },
        { id: 'c2', kind: 'stream', ratePerSecond: 0, keys: 1, node: 'db2' },
      ],
      replication: { connectRetryMs: 60 },
      costs: { applyMs: 10, restartMs: 60 },
      failover: { monitor: false },
      multiMaster: { topology: 'all-to-all', rule: 'wall-clock', rows: 'cart' },
    },
  },
  steps: [
    {
      id: 'nobody-waits',
      title: 'Two masters, and nobody waits',
      say: 'Both nodes are masters, 32 ms apart, and each copies from the other. Client `c1` writes at `db1`, `c2` at `db2`, each at the nearest. They share one row, the `cart`. `c1` puts 1 in it. Watch its OK, and the way of the write to `db2`.',
      sayPresent: 'Two masters, each copies from the other, and two clients share one row: the cart. c1 puts 1.',
      enter: { atMs: 25, interventions: [FIRST] },
      gate: { is: 'time', until: 'counters.ok = 1 and row(db2, "cart") = 1', mostMs: 1000 },
      told: [
        {
          text: 'OK after 18 ms, from the master next door; a moment later `db2` has the same cart. Every write is a local one: that is what two masters are bought for.',
        },
      ],
    },
    {
      id: 'at-once',
      title: 'Two writes at nearly the same time',
      say: 'Now `c1` puts 2. `c2` puts 3, 20 ms later: before `db2` can have heard of the 2. Both hear OK after 18 ms. Then the two writes cross on the line. The rule is *the last writer wins*: each write carries the time on its master’s clock.',
      sayPresent: 'c1 puts 2; 20 ms later c2 puts 3. Both hear OK, and the two writes cross on the line.',
      enter: { atMs: 145, interventions: TOGETHER },
      predict: {
        ask: 'What is in the cart once both writes are everywhere?',
        then: 'then let them write',
        reveal: [{ until: 'time >= 300', mostMs: 1000 }],
        options: [
          {
            id: 'a',
            text: '2 at both',
            reason: 'c1 was first.',
            when: both(2),
            because:
              'Being first does not help, the later clock wins. It is 2 at both if one site has priority, and that is `db1`: then all of its writes win, however old they are.',
            world: {
              name: 'If db1 had priority',
              settings: { 'multiMaster.rule': 'site-priority', 'nodes.db1.priority': 10 },
            },
          },
          {
            id: 'b',
            text: '3 at both',
            reason: 'Its clock is 20 ms later.',
            when: both(3),
            because: 'Both masters compare the same two time stamps.',
          },
          {
            id: 'c',
            text: '3 and 2',
            reason: 'Each keeps what arrives last.',
            when: 'row(db1, "cart") = 3 and row(db2, "cart") = 2 and versions(db1, "cart") = 1',
            because:
              'Then the masters would differ for ever, and nothing would report it. That is plain MySQL with row images and no rule: each has the other one’s write, as it arrived last.',
            world: { name: 'If there were no rule', settings: { 'multiMaster.rule': 'arrival' } },
          },
          {
            id: 'd',
            text: '2 and 3, both',
            reason: 'Neither had seen the other.',
            when: 'versions(db1, "cart") = 2 and versions(db2, "cart") = 2',
            because:
              'A time stamp cannot tell that neither knew of the other. With version vectors both masters keep both, as siblings, and the next reader has to decide.',
            world: { name: 'If versions had vectors', settings: { 'multiMaster.rule': 'version-vectors' } },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: '3 at both: they agree again, without having asked each other. That is what the rule is for. And `c1` was told OK for a 2 that is nowhere now.',
        },
      ],
      remember: 'The last writer wins, so masters agree: by throwing away a promise.',
      teacher:
        'All four answers are a real product’s behaviour. Ask which of them the room would want for a shopping cart, and for a bank account.',
    },
    {
      id: 'who-is-told',
      title: 'Who is told about it?',
      say: 'Do it yourself. All is quiet, and both masters have 1. *Let both clients write*, the second before it can know of the first, until one promise is thrown away. Look for whoever is told: an error, an alarm, a line in a log of either master.',
      sayPresent: 'Let both clients write at nearly the same time. Then look for whoever is told.',
      enter: { atMs: 140, interventions: [FIRST] },
      allow: [{ action: 'write' }],
      gate: {
        is: 'state',
        when: 'counters.discarded >= 1 and masters.agree = 2',
        hint: 'Write from c1, and from c2 before 32 ms have passed: pause in between if need be.',
        solve: [write('c1'), { playMs: 5 }, write('c2'), settled],
        others: [
          [write('c2'), write('c1'), settled],
          [write('c2'), { playMs: 20 }, write('c1'), settled],
        ],
      },
      told: [
        {
          text: 'Two OKs, no error, and one cart. The marks and the sentence above the stage are the lab’s, which watches both masters. To a database there was no conflict: it has seen a newer time stamp, and taken it.',
        },
      ],
      remember: 'Who loses is not told. Neither is the operator.',
      model: {
        text: 'DynamoDB’s global tables with eventual consistency settle conflicts like this, item by item, by a time stamp of their own, and keep no record of what lost.',
        source: guidance,
      },
    },
    {
      id: 'fast-clock',
      title: 'A clock that is 2 s fast',
      say: 'The clock of `db1` is now 2 s *fast*. `c1` puts 2. Both masters have it. Half a second later, at 0.65 s, `c2` *reads* the 2 and puts 3 in its place. No hurry, nothing crosses, and there is no doubt who wrote last.',
      sayPresent: 'The clock of db1 is 2 s fast. c1 puts 2. Half a second later c2 reads it and puts 3.',
      enter: { atMs: 300, settings: FAST, interventions: AFTER },
      predict: {
        ask: 'What is in the cart afterwards?',
        then: 'then let c2 write',
        reveal: [{ until: 'time >= 850', mostMs: 1000 }],
        options: [
          {
            id: 'a',
            text: '3 at both',
            reason: 'c2 wrote last, knowing the 2.',
            when: both(3),
            because:
              'It did, but the 2 is stamped 2.2 s and the 3 only 0.7 s, and the rule compares stamps only. It is 3 if both clocks are right.',
            world: { name: 'If both clocks were right', settings: { 'nodes.db1.clockOffsetMs': 0 } },
          },
          {
            id: 'b',
            text: '2 at both',
            reason: 'Its time stamp is later.',
            when: both(2),
            because: 'The rule compares time stamps, and nothing else.',
          },
          {
            id: 'c',
            text: '3 and 2',
            reason: 'The clocks differ, so the masters do.',
            when: '(row(db1, "cart") = 2 and row(db2, "cart") = 3) or (row(db1, "cart") = 3 and row(db2, "cart") = 2)',
            because:
              'A wrong clock stamps wrongly, but both masters compare the same stamps, so they agree. They differ while the line is cut and there is no rule of clocks between them.',
            world: {
              name: 'If the line were cut, with no rule',
              settings: { 'multiMaster.rule': 'arrival' },
              interventions: [
                FIRST,
                puts(150, 'c1', 2),
                { atMs: 630, do: 'cut', between: ['db1', 'db2'] },
                puts(650, 'c2', 3),
              ],
              reveal: [{ until: 'row(db2, "cart") = 3', mostMs: 600 }, { playMs: 30 }],
            },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: '2 at both: `db2` threw the 3 away, and told `c2` OK all the same. Nobody else ever saw the 3. Until 2.2 s no write at `db2` can win against that 2.',
        },
      ],
      remember: 'The latest time stamp is not the latest write.',
    },
    {
      id: 'your-cure',
      title: 'Your cure',
      say: 'The same story, before `c2` has written: the 2 stands at both masters with its stamp from the future. At 0.65 s `c2` will put 3. *Bring it about that the 3 stays, at both.* You may set the clock of `db1` right, or choose another rule, then let it happen.',
      sayPresent: 'The same story, before c2 writes. Bring it about that the 3 stays, at both masters.',
      enter: { atMs: 300, settings: FAST, interventions: AFTER },
      allow: [{ set: 'multiMaster.rule' }, { set: 'nodes.db1.clockOffsetMs' }],
      gate: {
        is: 'state',
        when: both(3),
        over: 'counters.discarded >= 1 or time >= 850',
        hint: 'Setting the clock right does not help: the stamp of the 2 is written already. Choose a rule that knows what c2 had read: hybrid clocks, or version vectors. Did it go wrong? Choose again.',
        solve: [set('multiMaster.rule', 'hybrid-clock'), later],
        others: [
          [set('multiMaster.rule', 'version-vectors'), later],
          [set('nodes.db1.clockOffsetMs', 0), set('multiMaster.rule', 'hybrid-clock'), later],
        ],
      },
      told: [
        {
          when: 'masters.rule = hybrid-clock',
          text: 'A hybrid clock never falls behind a stamp that it has seen: `db2` had seen 2.2 s, so the 3 is stamped a little later. What somebody has read can no longer beat what they write.',
        },
        {
          text: 'The 3 stays, because this rule knows that `c2` had seen the 2. Which rules know that, and which only happen to pick the right one, is worth a try.',
        },
      ],
    },
    {
      id: 'what-remains',
      title: 'What no clock can mend',
      say: 'One more try, by hybrid clocks now. The two writes of the beginning again: `c1` puts 2, and 20 ms later `c2` puts 3, neither knowing of the other. Watch whether both survive.',
      sayPresent:
        'One more try, by hybrid clocks: two writes 20 ms apart, neither knowing of the other. Do both survive?',
      enter: { atMs: 145, settings: { 'multiMaster.rule': 'hybrid-clock' }, interventions: TOGETHER },
      gate: { is: 'time', until: 'time >= 260 and masters.agree = 2', mostMs: 1000 },
      told: [
        {
          when: 'counters.discarded >= 1',
          text: 'One is thrown away as before. A better clock orders what knew of each other. What did not has no order: something must choose, or somebody must merge.',
        },
        { text: 'Both are there.' },
      ],
      remember: 'Clocks can order what knew of each other. They cannot settle what did not.',
    },
    {
      id: 'the-bill',
      title: 'What two masters cost',
      say: 'You have bought writes that are OK after 18 ms on both coasts, and that go on when the line is cut. You pay with a rule that breaks promises in silence. If one row is written in one place only, it never has to. If not, choose a rule that keeps both, and merge.',
      sayPresent: 'Local writes on both coasts, paid for with a rule that breaks promises in silence.',
      enter: 'here',
      gate: { is: 'read' },
      remember: 'Two masters give you local writes. The price is a rule that decides which promise to break.',
      teacher: 'The next walkthrough shows how vectors find conflicts, and that finding is not yet deciding.',
    },
  ],
})
