/** Walkthrough 10: three pairs of four writes, and what their vectors say: before, after, concurrent. */
import type { Step } from '../../walkthrough.ts'
import { A1, adds, B1, crossed, FOUR, riak, WRITTEN } from './scenes.ts'

export const pairs: readonly Step[] = [
  {
    id: 'first-pair',
    title: 'Four writes',
    say: 'A1, then B1, whose writer had seen it. Both clients have read B1 and write at nearly the same time: A2 and B2, which have not crossed yet. Compare the vectors of *A1* and *B2*.',
    sayPresent: 'Four writes. The last two have not crossed yet. Compare the vectors of A1 and B2.',
    enter: WRITTEN,
    vectors: ['db1:1', 'db2:2'],
    predict: {
      ask: 'What do the vectors say of A1 and B2?',
      then: 'then compare',
      reveal: [{ playMs: 1 }],
      options: [
        {
          id: 'a',
          text: 'A1 before B2',
          reason: 'B2 counts one of A.',
          when: 'relation("db1:1", "db2:2") = before',
          because: 'Whoever wrote B2 had seen A1.',
        },
        {
          id: 'b',
          text: 'B2 before A1',
          reason: 'B2 has the larger numbers.',
          when: 'relation("db1:1", "db2:2") = after',
          because:
            'Larger numbers mean that more was seen, so B2 is the one that knows. B2 comes before A1 if `c2` has written twice before `c1` reads and writes.',
          world: {
            name: 'If c2 wrote first, and c1 read that',
            interventions: [adds(30, 'c2', 2), adds(60, 'c2', 4), adds(190, 'c1', 1)],
          },
        },
        {
          id: 'c',
          text: 'Concurrent',
          reason: 'They are of different masters.',
          when: 'relation("db1:1", "db2:2") = concurrent',
          because:
            'Different masters can know of each other: B2 counts one of A, which is A1. The two are concurrent if the line is cut all the time, and B2 counts none of A.',
          world: {
            name: 'If the line had been cut all the time',
            interventions: [{ atMs: 20, do: 'cut', between: ['db1', 'db2'] }, ...FOUR],
          },
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: '`c2` has never asked A for anything, and B2 knows of A1 all the same: through B1, which it had read. What was seen is passed on.',
      },
    ],
    teacher:
      'Have the room vote by hands before anybody looks at the numbers, and once more after. The three options come back in the next two steps.',
  },
  {
    id: 'second-pair',
    title: 'The rule, and the next pair',
    say: 'Higher nowhere: that write came *before*. Each higher somewhere: neither writer had seen the other, the writes are *concurrent*. Now compare *A2* and *B1*.',
    sayPresent: 'Higher nowhere: it came before. Each higher somewhere: concurrent. Now compare A2 and B1.',
    enter: WRITTEN,
    vectors: ['db1:2', 'db2:1'],
    predict: {
      ask: 'What do the vectors say of A2 and B1?',
      then: 'then compare',
      reveal: [{ playMs: 1 }],
      options: [
        {
          id: 'a',
          text: 'A2 before B1',
          reason: 'A comes first.',
          when: 'relation("db1:2", "db2:1") = before',
          because:
            'The order of the letters means nothing. B1 is higher nowhere, so it came first. A2 comes before B1 if `c1` writes twice, and `c2` reads that.',
          world: {
            name: 'If c1 wrote twice, and c2 read that',
            interventions: [A1, adds(60, 'c1', 3), adds(190, 'c2', 2)],
          },
        },
        {
          id: 'b',
          text: 'B1 before A2',
          reason: 'A2 is higher in A, B1 nowhere.',
          when: 'relation("db1:2", "db2:1") = after',
          because: 'Whoever wrote A2 had seen B1.',
        },
        {
          id: 'c',
          text: 'Concurrent',
          reason: 'The numbers differ.',
          when: 'relation("db1:2", "db2:1") = concurrent',
          because:
            'Vectors that differ are not yet concurrent: each must be higher somewhere. They are if `c1` writes A2 while B1 is on its way, because then A2 counts no B.',
          world: {
            name: 'If B1 had still been on its way',
            interventions: [A1, B1, adds(125, 'c1', 3)],
          },
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: 'So there is no conflict between these two, whatever the rule: A2 was written by somebody who knew B1, and takes its place.',
      },
    ],
    teacher:
      'Write both vectors one below the other and compare column by column: that is all a database does, and why it is cheap.',
  },
  {
    id: 'third-pair',
    title: '26 ms apart',
    say: '`c1` wrote A2. `c2` wrote B2 26 ms later, and the clocks of both masters are right. A2 takes about 40 ms to `db2`. Compare *A2* and *B2*.',
    sayPresent: 'B2 was written 26 ms after A2, and all clocks are right. Compare A2 and B2.',
    enter: WRITTEN,
    vectors: ['db1:2', 'db2:2'],
    predict: {
      ask: 'What do the vectors say of A2 and B2?',
      then: 'then compare',
      reveal: [{ playMs: 1 }],
      options: [
        {
          id: 'a',
          text: 'A2 before B2',
          reason: 'It was written 26 ms earlier.',
          when: 'relation("db1:2", "db2:2") = before',
          because:
            'Earlier it was, but a vector knows no time. A2 comes before B2 if `c2` waits until A2 is there, reads it, and then writes.',
          world: {
            name: 'If c2 had read A2 first',
            interventions: [A1, B1, adds(190, 'c1', 3), adds(270, 'c2', 4)],
            reveal: [crossed],
          },
        },
        {
          id: 'b',
          text: 'B2 before A2',
          reason: 'A2 has not arrived yet.',
          when: 'relation("db1:2", "db2:2") = after',
          because: 'That A2 is late does not make B2 older. B2 comes before A2 if `c1` has read B2 when it writes.',
          world: {
            name: 'If c1 had read B2 first',
            interventions: [A1, B1, adds(190, 'c2', 4), adds(270, 'c1', 3)],
            reveal: [crossed],
          },
        },
        {
          id: 'c',
          text: 'Concurrent',
          reason: 'Each is higher somewhere.',
          when: 'relation("db1:2", "db2:2") = concurrent',
          because: 'Neither writer had seen the other.',
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: 'Concurrent is not “at the same time”. It means that neither writer knew of the other, be it 26 ms or two days: a master that is cut off makes concurrent writes all the while.',
      },
    ],
    remember: 'A vector tells whether one write knew of another. That is all it tells.',
    model: {
      text: 'Amazon’s Dynamo kept such vectors with its values, and so does Riak, where they are called causal context. Counted there is for each key; here, for each master.',
      source: riak,
    },
    teacher:
      'Ask for a pair from daily life: two people edit a copy of one document on two flights. Who was later in the air does not matter.',
  },
]
