import { does, mastersIn } from './manyMasters.ts'
import { definePreset } from './preset.ts'

/** DOMAIN 5.3, misconception 8: vectors find out what did not know of each other; somebody else must make one of it. */
export const vectorClockSiblings = definePreset({
  id: 'vector-clock-siblings',
  description: 'Two writes that did not know of each other both stay, side by side, until a client makes one of them.',
  pictogram: 'siblings',
  scenario: {
    title: 'Siblings: both writes stay',
    about:
      'Vectors say which write had seen which. c1 adds 1 to the cart, and c2, who has read that, adds 2: no conflict. Then c1 adds 3 and c2 adds 4 at the same time: neither had seen the other, so both carts stay as siblings, and nothing is thrown away. They stay until somebody who has read both writes: at 0.34 s c1 does, and its vector covers both. Choose the wall clock as the rule and play again: an item is gone. Real distance (Virginia, Oregon); real clients must read before they write, here they know what their master has.',
    paceMs: 20,
    untilMs: 500,
    ...mastersIn([{}, {}]),
    multiMaster: { topology: 'all-to-all', rule: 'dotted-version-vectors', rows: 'cart' },
  },
  interventions: [
    does(30, 'c1', 'add', 1),
    does(110, 'c2', 'add', 2),
    does(190, 'c1', 'add', 3),
    does(216, 'c2', 'add', 4),
    does(340, 'c1', 'add', 5),
  ],
})
