import { does, mastersIn, sets } from './manyMasters.ts'
import { definePreset } from './preset.ts'

/** DOMAIN 5.2, as recorded of MariaDB: two updates cross, each master ends with the other's value, and nobody says so. */
export const swappedRows = definePreset({
  id: 'swapped-rows',
  description: 'Two updates cross on the way: each master ends with the value of the other, and no error says so.',
  pictogram: 'swapped',
  scenario: {
    title: 'Swapped rows, and no error',
    about:
      'Plain MySQL has no rule for conflicts: what arrives last stands. c1 puts 2 at db1, c2 puts 3 at db2; the entries cross, and db1 ends with 3, db2 with 2. Both appliers run, nothing is late, no error stands anywhere: only who compares the rows finds out. At 0.32 s db2 takes the rows of db1, and they are equal again. At 0.5 s a rule is chosen that does not depend on who arrives last, and the same once more ends well. Real distance (Virginia, Oregon); the outcome is that of a real MariaDB.',
    paceMs: 20,
    untilMs: 740,
    ...mastersIn([{}, {}]),
    multiMaster: { topology: 'all-to-all', rule: 'arrival', rows: 'cart' },
  },
  interventions: [
    does(30, 'c1', 'put', 1),
    does(120, 'c1', 'put', 2),
    does(145, 'c2', 'put', 3),
    { atMs: 320, do: 'repair', node: 'db2', from: 'db1' },
    sets(500, 'multiMaster.rule', 'wall-clock'),
    does(560, 'c1', 'put', 4),
    does(585, 'c2', 'put', 5),
  ],
})
