import { does, mastersIn } from './manyMasters.ts'
import { definePreset } from './preset.ts'

/** DOMAIN 5.1: a ring needs the fewest links, and each master in it is the only way to all behind it. */
export const ringOfThree = definePreset({
  id: 'ring-of-three',
  description: 'Each of three masters copies from the one before it; one dies, and everything behind it waits.',
  pictogram: 'ring',
  scenario: {
    title: 'A ring of three masters',
    about:
      'An entry goes from db1 to db2 to db3 and comes back to db1, which drops it as its own. Every hop takes time: the last master hears of a write two hops later. At 0.25 s db2 dies: what c1 writes then reaches nobody, though db3 is well, and what c3 writes gets only as far as db1. At 0.47 s db2 is started again, fetches what it missed, and passes it on. Choose all-to-all and play again: db3 hears of it at once. Real distances (Virginia, Oregon, São Paulo); a restart is scaled, real ones take seconds.',
    paceMs: 20,
    untilMs: 900,
    ...mastersIn([{}, {}, {}]),
    multiMaster: { topology: 'ring', loops: 'origin', rule: 'wall-clock', rows: 'cart,stock' },
  },
  interventions: [
    does(30, 'c1', 'put', 1),
    { atMs: 250, do: 'kill', node: 'db2' },
    does(310, 'c1', 'put', 2),
    does(360, 'c3', 'put', 5, 'stock'),
    { atMs: 470, do: 'restart', node: 'db2' },
  ],
})
