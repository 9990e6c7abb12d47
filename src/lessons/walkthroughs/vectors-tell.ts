/**
 * Walkthrough 10: vectors tell which write knew of which, and decide nothing. First what a vector counts, then three pairs
 * of four writes, then the same conflict under rules that decide it in three ways (DOMAIN 5.3, 6; misconceptions 8 and 20).
 *
 * The distance is that between Virginia and Oregon. Nothing is scaled. Simplified: a vector counts all writes of a master,
 * where real stores keep one for each key; here there is one row.
 */
import { defineWalkthrough } from '../define.ts'
import type { Move } from '../walkthrough.ts'
import { deciding } from './vectors/deciding.ts'
import { pairs } from './vectors/pairs.ts'
import { A1, adds, B1, developerGuide, dynamo, riak, write } from './vectors/scenes.ts'

const UNION =
  '(a, b) => {\n  const items = [...(a.value ?? []), ...(b.value ?? [])]\n  return [...new Set(items)].sort((x, y) => x - y)\n}\n'

const arrives: Move = { playMs: 90 }

export const vectorsTell = defineWalkthrough({
  id: 'vectors-tell',
  number: 10,
  title: 'Vector clocks tell, they do not decide',
  minutes: 8,
  goal: 'You can read from two vectors whether one write knew of the other, and say what must still be decided then.',
  belief: 'Vector clocks resolve conflicts.',
  pictogram: 'siblings',
  sources: [dynamo, riak, developerGuide],
  run: {
    scenario: {
      title: 'Vector clocks tell, they do not decide',
      about:
        'Two masters take writes to the same row, and every write carries a vector. Real distance (Virginia, Oregon). A vector counts all writes of a master, where real stores keep one for each key.',
      paceMs: 20,
      untilMs: 2000,
      nodes: [
        { id: 'db1', role: 'master' },
        { id: 'db2', role: 'master' },
      ],
      network: { clientOneWayMs: 8, links: [{ between: ['db1', 'db2'], oneWayMs: 32 }] },
      clients: [
        { id: 'c1', kind: 'stream', ratePerSecond: 0, keys: 1, operation: 'add', node: 'db1' },
        { id: 'c2', kind: 'stream', ratePerSecond: 0, keys: 1, operation: 'add', node: 'db2' },
      ],
      replication: { connectRetryMs: 60 },
      costs: { applyMs: 4, restartMs: 60 },
      failover: { monitor: false },
      multiMaster: { topology: 'all-to-all', rule: 'version-vectors', rows: 'cart, likes', function: UNION },
    },
  },
  steps: [
    {
      id: 'what-is-counted',
      title: 'A vector counts what was seen',
      say: 'Two masters, A and B, take writes and copy from each other, 32 ms apart. Each write carries a *vector*: for either master, how many of its writes the writer had seen. `c1` adds item 1 to the cart, the first write of A. Watch its vector, and how both masters get it.',
      sayPresent: 'Each write carries a vector: for either master, how many of its writes the writer had seen.',
      enter: { atMs: 25, interventions: [A1] },
      vectors: 'all',
      gate: { is: 'time', until: 'counters.ok = 1 and rows(db2) = 1', mostMs: 1000 },
      told: [
        {
          text: 'A1 carries A 1, B 0: it is the first write of A, and nothing of B was known. The vector travels with the value, so it is the same at both masters. No clock is in it.',
        },
      ],
      teacher:
        'Write the two counters on the board and let the room fill them in before each step. The letters are the masters, as on the stage.',
    },
    {
      id: 'what-it-carries',
      title: 'The next writer has read it',
      say: 'A1 is at both masters. Now `c2` *reads* the cart at `db2` and adds item 2: the first write of B. Its vector says what its writer had seen, itself included.',
      sayPresent: 'c2 has read the cart with A1 in it, and adds item 2: the first write of B.',
      enter: { atMs: 105, interventions: [A1, B1] },
      vectors: 'all',
      predict: {
        ask: 'Which vector does the next write carry?',
        then: 'then let c2 write',
        reveal: [{ playMs: 60 }],
        options: [
          {
            id: 'a',
            text: 'A 0, B 1',
            reason: 'It is B’s first, and B’s alone.',
            when: 'vector("db2:1", db1) = 0 and vector("db2:1", db2) = 1',
            because:
              'A vector does not only count its own master. `c2` had read the cart with A1, and that is noted. A stays 0 if A1 is still on its way when `c2` writes.',
            world: {
              name: 'If A1 were still on its way',
              settings: { 'network.links.db1~db2.oneWayMs': 120 },
              reveal: [{ playMs: 45 }],
            },
          },
          {
            id: 'b',
            text: 'A 1, B 1',
            reason: 'It had seen A1, and is B1.',
            when: 'vector("db2:1", db1) = 1 and vector("db2:1", db2) = 1',
            because: 'What was read is counted, and the write itself.',
          },
          {
            id: 'c',
            text: 'A 2, B 0',
            reason: 'One more than before.',
            when: 'vector("db1:2", db1) = 2 and vector("db1:2", db2) = 0',
            because:
              'One more it is, but in the counter of the master that takes the write, and that is B. It is A 2, B 0 if `c1` writes again, at A.',
            world: { name: 'If c1 wrote again', interventions: [A1, adds(110, 'c1', 2)] },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'A 1, B 1: its writer had seen the first write of A, and it is itself the first of B. Had `c2` not read the cart, the 1 of A would be missing.',
        },
      ],
      remember: 'A vector says what the writer had seen.',
      teacher:
        'Ask what a client must send with its write so that the master can know this: the vector that it was given with its read.',
    },
    {
      id: 'by-hand',
      title: 'Build one by hand',
      say: 'Now the cart is empty, and you let both clients write. *Build a write that carries A 2, B 2*, and end with one cart at both masters. Each write has to see what came before it, and its way to the other master takes about 40 ms.',
      sayPresent: 'From an empty cart: build a write that carries A 2, B 2. Each write must see those before it.',
      enter: { atMs: 20 },
      allow: [{ action: 'write' }],
      vectors: 'all',
      gate: {
        is: 'state',
        when: '(vector("db1:2", db2) = 2 or vector("db2:2", db1) = 2) and versions(db1, "cart") = 1 and masters.agree = 2',
        hint: 'Four writes, two of each client. Before a client writes, let the other one’s writes arrive at its master. Too many writes, or two carts? Begin the step again.',
        solve: [write('c1'), arrives, write('c2'), arrives, write('c1'), arrives, write('c2'), arrives],
        others: [
          [write('c1'), arrives, write('c1'), arrives, write('c2'), arrives, write('c2'), arrives],
          [write('c2'), arrives, write('c1'), arrives, write('c1'), arrives, write('c2'), arrives],
        ],
      },
      told: [
        {
          text: 'A 2, B 2: its writer had seen two writes of each. There are six orders in which to get there, and all end in the same vector. It counts what was seen, and forgets in which order.',
        },
      ],
      teacher:
        'Let two people be the clients, each with a slip of paper for the cart, and a third one carry slips between them.',
    },
    ...pairs,
    ...deciding,
  ],
})
