import { does, mastersIn } from './manyMasters.ts'
import { definePreset } from './preset.ts'

/** DOMAIN 5.2, 5.3: the price of two masters, and that it grows with the time in which they do not hear of each other. */
export const twoMastersLww = definePreset({
  id: 'two-masters-lww',
  description: 'Two masters take writes to the same row, and the rule throws one of them away after both were told OK.',
  pictogram: 'two-masters',
  scenario: {
    title: 'Two masters, the last writer wins',
    about:
      'Both masters say OK at once and copy from each other afterwards. A single write reaches both. Then c1 and c2 change the same row before either master has heard of the other: both hear OK, and the one with the earlier clock is thrown away. At 0.26 s the line is cut: both sides write on, both hear OK, and when it is back at 0.49 s only the later cart is left. Real distance (Virginia, Oregon); the cut is scaled, real ones last minutes.',
    paceMs: 20,
    untilMs: 720,
    ...mastersIn([{}, {}]),
    costs: { applyMs: 25 },
    multiMaster: { topology: 'all-to-all', rule: 'wall-clock', rows: 'cart,stock' },
  },
  interventions: [
    does(30, 'c1', 'put', 1),
    does(120, 'c1', 'put', 2),
    does(145, 'c2', 'put', 3),
    { atMs: 260, do: 'cut', between: ['db1', 'db2'] },
    does(330, 'c1', 'put', 4),
    does(410, 'c2', 'put', 5),
    does(440, 'c1', 'put', 6, 'stock'),
    { atMs: 490, do: 'heal', between: ['db1', 'db2'] },
  ],
})
