/** Walkthrough 10: the same conflict under rules that decide it, and under one that does not; then a counter, and DynamoDB. */
import type { Intervention } from '../../../run/index.ts'
import type { Move, Step } from '../../walkthrough.ts'
import { crossed, developerGuide, dynamo, FOUR, WRITTEN, write } from './scenes.ts'

const LARGER = '(a, b) => Math.max(a.value, b.value)'

const likes = (atMs: number, client: string, operation: 'put' | 'increment', value: number): Intervention => ({
  ...{ atMs, do: 'write', client, operation, key: 'likes', value },
})
/** 10 likes that both masters know of; then both add some. */
const LIKES = [likes(30, 'c1', 'put', 10), likes(150, 'c1', 'increment', 2), likes(160, 'c2', 'increment', 3)]
const counted = (value: number) => `row(db1, "likes") = ${value} and row(db2, "likes") = ${value}`

const agreed: Move = { until: 'masters.agree = 2 and masters.conflicts >= 1', mostMs: 1000 }
const inOneCart: Move = { until: 'masters.agree = 2 and versions(db1, "cart") = 1', mostMs: 1000 }

export const deciding: readonly Step[] = [
  {
    id: 'they-cross',
    title: 'Found. And now?',
    say: 'Now A2 and B2 cross. Each master compares their vectors: concurrent, a conflict. One cart holds the items 1, 2 and 3, the other 1, 2 and 4. The rule here is *version vectors*.',
    sayPresent: 'A2 and B2 cross, and each master finds the conflict. One cart holds 1, 2, 3, the other 1, 2, 4.',
    enter: WRITTEN,
    vectors: ['db1:2', 'db2:2'],
    predict: {
      ask: 'What does a reader of the cart get afterwards?',
      then: 'then let them cross',
      reveal: [{ until: 'time >= 330', mostMs: 1000 }],
      options: [
        {
          id: 'a',
          text: '1, 2 and 4',
          reason: 'The later cart replaces the other.',
          when: 'row(db1, "cart") = "[1,2,4]" and versions(db1, "cart") = 1 and versions(db2, "cart") = 1',
          because:
            'Vectors know no “later” here, that is what concurrent means. It is 1, 2 and 4 if the last writer wins; then item 3 is gone, and its writer was told OK.',
          world: { name: 'If the last writer won', settings: { 'multiMaster.rule': 'wall-clock' } },
        },
        {
          id: 'b',
          text: 'Both carts',
          reason: 'Nobody has decided anything.',
          when: 'versions(db1, "cart") = 2 and versions(db2, "cart") = 2',
          because: 'Vectors find a conflict and stop there.',
        },
        {
          id: 'c',
          text: '1, 2, 3 and 4',
          reason: 'The vectors merge the carts.',
          when: 'row(db1, "cart") = "[1,2,3,4]" and row(db2, "cart") = "[1,2,3,4]" and versions(db1, "cart") = 1',
          because:
            'A vector holds two counters, and knows nothing of items. It is 1 to 4 if somebody has written a function that unites carts.',
          world: { name: 'If a function united them', settings: { 'multiMaster.rule': 'function' } },
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: 'Both carts stand at both masters, side by side, as *siblings*. The vectors have done all they can. Nothing is lost, and nothing is decided: whoever reads next is handed two carts.',
      },
    ],
    remember: 'To detect a conflict is not to resolve it.',
    teacher:
      'All three answers come from the same two vectors. What differs is the rule, and that is chosen by people. Ask who in their systems has chosen it.',
  },
  {
    id: 'make-it-one',
    title: 'Make one cart of it',
    say: 'Once more, just before they cross. *Bring it about that one cart stands at both masters, and that no promised item is thrown away.* You may choose a rule before they cross, or let a client write afterwards: it reads both carts, and writes one.',
    sayPresent: 'Make one cart of it, without throwing away what was promised. A rule may do it, or a client.',
    enter: WRITTEN,
    allow: [{ action: 'write' }, { set: 'multiMaster.rule' }],
    vectors: 'all',
    gate: {
      is: 'state',
      when: 'masters.conflicts >= 1 and masters.agree = 2 and versions(db1, "cart") = 1 and masters.discarded = 0',
      over: 'masters.discarded >= 1',
      hint: 'Choose your function as the rule before they cross. Or let them cross, and then let one client write. Has a rule thrown one away? Choose again.',
      solve: [{ act: { do: 'set', path: 'multiMaster.rule', value: 'function' } }, agreed],
      others: [
        [crossed, write('c1'), { playMs: 60 }, inOneCart],
        [crossed, write('c2'), { playMs: 60 }, inOneCart],
      ],
    },
    told: [
      {
        when: 'masters.rule = function',
        text: 'The function made the union of both carts, at each master, without asking anybody. Somebody had to write it beforehand, knowing what a cart is.',
      },
      {
        text: 'The client was handed both carts and wrote one. Look at its vector: it had seen A2 and B2, so it is concurrent to neither, and takes the place of both.',
      },
    ],
    model: {
      text: 'Dynamo’s shopping cart was united like this by the application. An item that is added is never lost; one that was taken out can come back.',
      source: dynamo,
    },
    teacher: 'Do it twice: once by the rule, once by a client. Ask where the decision was taken, when, and by whom.',
  },
  {
    id: 'a-counter',
    title: 'The same for a counter',
    say: 'Now the row counts likes: 10, and both masters know it. `c1` adds 2, and 10 ms later `c2` adds 3, at the other master. Concurrent again. A cart was united. Of two numbers the function here keeps *the larger one*.',
    sayPresent: 'A row counts likes: 10. c1 adds 2 and c2 adds 3, concurrently. The function keeps the larger number.',
    enter: {
      atMs: 145,
      settings: { 'multiMaster.rule': 'function', 'multiMaster.function': LARGER },
      interventions: LIKES,
    },
    predict: {
      ask: 'How many likes are counted in the end?',
      then: 'then let them add',
      reveal: [{ until: 'time >= 280', mostMs: 1000 }],
      options: [
        {
          id: 'a',
          text: '13',
          reason: 'The larger of 12 and 13.',
          when: counted(13),
          because: 'A function does what it says, on the two numbers it is given.',
        },
        {
          id: 'b',
          text: '15',
          reason: '10, and 2, and 3.',
          when: counted(15),
          because:
            'That would be right, but this function never sees the 10. It is 15 with one that is given what both had seen, and adds what each has added.',
          world: {
            name: 'If it added what each had added',
            settings: { 'multiMaster.function': '(a, b, base) => a.value + b.value - base.value' },
          },
        },
        {
          id: 'c',
          text: '25',
          reason: '12 and 13.',
          when: counted(25),
          because: 'It is 25 if the function adds the two numbers. Then the 10 that both had seen is counted twice.',
          world: {
            name: 'If it added both numbers',
            settings: { 'multiMaster.function': '(a, b) => a.value + b.value' },
          },
        },
      ],
    },
    gate: { is: 'read' },
    told: [
      {
        text: '13, and two likes are gone although `c1` was told OK. The vectors found this conflict exactly as they found that of the cart. What to make of it depends on what the value means, and no vector knows that.',
      },
    ],
    remember: 'Finding a conflict is the same for every value. Resolving it is not.',
    teacher: 'Let the room look for the function that gives 15, before showing that world.',
  },
  {
    id: 'not-dynamodb',
    title: 'Dynamo is not DynamoDB',
    say: 'The article says that DynamoDB needs vector clocks. They belong to *Dynamo*, of which Amazon wrote in 2007, and to Riak. Today’s documentation of DynamoDB’s global tables describes *last writer wins* for each item: no vectors, no siblings. Here are the same four writes by that rule.',
    sayPresent:
      'Vector clocks belong to Dynamo, of 2007. The documentation of DynamoDB’s global tables describes last writer wins.',
    enter: { atMs: 330, settings: { 'multiMaster.rule': 'wall-clock' }, interventions: FOUR },
    vectors: ['db1:2', 'db2:2'],
    gate: { is: 'read' },
    told: [
      {
        text: 'Item 3 is gone, and nobody was told. The vectors would have known that A2 and B2 are concurrent, but this rule does not ask them.',
      },
    ],
    remember: 'Vectors tell. A rule, a function or a person decides.',
    model: {
      text: 'The default kind of global table settles concurrent changes by last writer wins. The strongly consistent kind refuses one of them instead, with an error that can be tried again.',
      source: developerGuide,
    },
    teacher:
      'Ask for other names that are mixed up like these two, and how the room would check such a claim: in the documentation, by its date.',
  },
]
