import { does, mastersIn } from './manyMasters.ts'
import { definePreset } from './preset.ts'

/** DOMAIN 5.2, misconception 18: what holds for each write by itself need not hold for both together. */
export const countersBelowZero = definePreset({
  id: 'counters-below-zero',
  description: 'Two customers each buy what is left: all masters agree, on a number that should never have been.',
  pictogram: 'below-zero',
  scenario: {
    title: 'Sold twice: a counter below zero',
    about:
      'There are 10 in stock, and entries carry statements, so that no change is lost. c1 sells 8 at db1, c2 sells 7 at db2, at the same time: each master still has enough, and both customers hear OK. Then the changes cross and add up: both masters agree, on 5 less than nothing. Nothing was overwritten and nothing discarded: no rule that looks at rows can see what is wrong. Only who asks before the sale can: one master for this row, or shares of the stock. Real distance (Virginia, Oregon).',
    paceMs: 20,
    untilMs: 300,
    ...mastersIn([{}, {}]),
    multiMaster: { topology: 'all-to-all', rule: 'arrival', ship: 'statement', rows: 'stock' },
  },
  interventions: [
    does(30, 'c1', 'put', 10, 'stock'),
    does(110, 'c1', 'increment', -8, 'stock'),
    does(136, 'c2', 'increment', -7, 'stock'),
  ],
})
