import { does, mastersIn, sets } from './manyMasters.ts'
import { definePreset } from './preset.ts'

/** DOMAIN 5.2, as recorded of MariaDB: row images lose one of two increments, statements add both up. */
export const lostIncrement = definePreset({
  id: 'lost-increment',
  description: 'Two masters add to the same number; as rows one of the increments is lost, as statements both count.',
  pictogram: 'increment',
  scenario: {
    title: 'The increment that is lost',
    about:
      'The row holds 100. c1 adds 10 at db1, c2 adds 1 at db2, at the same time. An entry carries the row as it came out: 110 overwrites 101, 101 overwrites 110, and nowhere are there 111. At 0.25 s c1 puts 100 again. At 0.34 s entries carry the statement instead: each master adds what the other one added, and both come to 111. Statements pay for that elsewhere, with whatever depends on time, chance or other rows. Real distance (Virginia, Oregon); the outcome is that of a real MariaDB.',
    paceMs: 20,
    untilMs: 560,
    ...mastersIn([{}, {}]),
    multiMaster: { topology: 'all-to-all', rule: 'arrival', rows: 'stock' },
  },
  interventions: [
    does(30, 'c1', 'put', 100, 'stock'),
    does(110, 'c1', 'increment', 10, 'stock'),
    does(136, 'c2', 'increment', 1, 'stock'),
    does(250, 'c1', 'put', 100, 'stock'),
    sets(340, 'multiMaster.ship', 'statement'),
    does(400, 'c1', 'increment', 10, 'stock'),
    does(426, 'c2', 'increment', 1, 'stock'),
  ],
})
