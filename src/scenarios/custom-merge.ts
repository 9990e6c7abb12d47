import { does, mastersIn } from './manyMasters.ts'
import { definePreset } from './preset.ts'

/** DOMAIN 5.3: a merge function that keeps what it promises must not care about order, grouping or repetition. */
export const customMerge = definePreset({
  id: 'custom-merge',
  description:
    'A function of your own makes one cart of two: all items of both stay, and so does what somebody took out.',
  pictogram: 'merge',
  scenario: {
    title: 'A merge function of your own',
    about:
      'Carts are lists, and the function makes their union: a and b are the two versions, and what it returns is the row. c1, c2 and c3 add an item each at the same time, and every master ends with all three, in whatever order they arrive. The union has its price: at 0.4 s c1 empties the cart while c3 adds an item to what it knew: all the items are back, and c1 was told OK. Change the function and play again; one that cares which is a and which is b may leave the masters apart. Real distances (Virginia, Oregon, São Paulo).',
    paceMs: 20,
    untilMs: 640,
    ...mastersIn([{}, {}, {}]),
    multiMaster: {
      topology: 'all-to-all',
      rule: 'function',
      rows: 'cart',
      function:
        '(a, b) => {\n  const items = [...(a.value ?? []), ...(b.value ?? [])]\n  return [...new Set(items)].sort((x, y) => x - y)\n}\n',
    },
  },
  interventions: [
    does(30, 'c1', 'add', 1),
    does(160, 'c1', 'add', 2),
    does(184, 'c2', 'add', 3),
    does(208, 'c3', 'add', 4),
    does(400, 'c1', 'delete'),
    does(425, 'c3', 'add', 5),
  ],
})
