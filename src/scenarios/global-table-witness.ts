import { does } from './manyMasters.ts'
import { definePreset } from './preset.ts'
import { regionsIn } from './regions.ts'

/** It only votes; the other two hold the table. */
const WITNESS = 'ohio'
const table = regionsIn(['east', WITNESS, 'west'], ['east', 'west'])

/**
 * DOMAIN 6: two copies of a table and a third vote. Without the witness two regions could not be told OK while one of them is
 * away; with it either may be alone with the witness, and when the witness is away they still have each other.
 */
export const globalTableWitness = definePreset({
  id: 'global-table-witness',
  description:
    'Two regions hold the table and a third one only votes: whoever still reaches the witness goes on when the other is away.',
  pictogram: 'witness-table',
  scenario: {
    title: 'A global table with a witness',
    about:
      'east and west hold the table; ohio is a witness, which has a vote and no table, and nobody reads or writes there. A write is OK when a second region has promised its row, and the witness is one: c1 in the east waits for ohio, 12 ms away and back, and not for west. At 0.3 s west is cut off: c2 and r2 are refused there, while east goes on with the vote of the witness. At 0.6 s west is back and is shown what it missed. At 0.8 s the witness is cut off instead. Nobody is refused, because east and west are two of three; only c1 waits longer, all the way to west and back. At 1.15 s it is back. Cut off west and ohio at once, and nothing is told OK any more. Real distances (Virginia, Ohio, Oregon); the isolations are scaled, real ones last minutes.',
    paceMs: 18,
    untilMs: 1400,
    ...table,
    clients: [
      ...table.clients,
      {
        id: 'r2',
        kind: 'reader',
        node: 'west',
        dataCenter: 'west',
        consistency: 'strong',
        readsPerSecond: 8,
        keys: 1,
        startMs: 60,
      },
    ],
    multiMaster: { topology: 'all-to-all', rule: 'wall-clock', rows: 'cart' },
    regions: { kind: 'mrsc', witness: WITNESS, leaseMs: 150, giveUpMs: 160 },
  },
  interventions: [
    does(80, 'c1', 'put', 1),
    does(170, 'c2', 'put', 2),
    { atMs: 300, do: 'cut-data-center', dataCenter: 'west' },
    does(360, 'c2', 'put', 3),
    does(430, 'c1', 'put', 4),
    { atMs: 600, do: 'heal-data-center', dataCenter: 'west' },
    { atMs: 800, do: 'cut-data-center', dataCenter: WITNESS },
    does(860, 'c1', 'put', 5),
    does(1000, 'c2', 'put', 6),
    { atMs: 1150, do: 'heal-data-center', dataCenter: WITNESS },
    does(1280, 'c1', 'put', 7),
  ],
})
