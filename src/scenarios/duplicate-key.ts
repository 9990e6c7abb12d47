import { does, mastersIn } from './manyMasters.ts'
import { definePreset } from './preset.ts'

/** DOMAIN 5.2, misconception 17: two masters that count 1, 2, 3 give the same number away, and both appliers stop. */
export const duplicateKey = definePreset({
  id: 'duplicate-key',
  description: 'Two masters give the same generated key away: both appliers stop, and nothing gets through any more.',
  pictogram: 'duplicate',
  scenario: {
    title: 'The same key twice, and both stop',
    about:
      'Generated keys are shared: each master counts 1, 2, 3 by itself. c1 and c2 insert a row at the same time, both get key n1, and each applier stops at the row of the other (error 1062). From then on nothing gets through: db2 does not hear of the cart that c1 changes at 0.24 s. At 0.33 s and 0.43 s somebody skips the entry that is in the way: all goes on, and n1 differs for good. Choose interleaved keys and play again: n1 and n2, and no error. Real distance (Virginia, Oregon); the outcome is that of a real MariaDB.',
    paceMs: 20,
    untilMs: 560,
    ...mastersIn([{}, {}]),
    multiMaster: { topology: 'all-to-all', rule: 'arrival', rows: 'cart', generatedKeys: 'shared' },
  },
  interventions: [
    does(30, 'c1', 'put', 1),
    does(110, 'c1', 'insert', 11),
    does(136, 'c2', 'insert', 22),
    does(240, 'c1', 'put', 2),
    { atMs: 330, do: 'skip-entry', node: 'db2', from: 'db1' },
    { atMs: 430, do: 'skip-entry', node: 'db1', from: 'db2' },
  ],
})
