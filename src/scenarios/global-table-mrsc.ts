import { does } from './manyMasters.ts'
import { definePreset } from './preset.ts'
import { regionsIn } from './regions.ts'

const table = regionsIn(['east', 'ohio', 'west'])

/**
 * DOMAIN 6: nothing that was told OK is ever thrown away, and a strong read is never old, wherever it is asked. What it costs is
 * the way to the nearest other region, and a region that is alone takes nothing.
 */
export const globalTableMrsc = definePreset({
  id: 'global-table-mrsc',
  description:
    'Three regions agree on a row before anybody is told OK: a conflict is refused, and so is everything in a region that is alone.',
  pictogram: 'strong-table',
  scenario: {
    title: 'A global table, strongly consistent',
    about:
      'A write is OK when two of three replicas in its own region and a second region have it. So it takes as long as the way to the nearest other region and back: c1 in the east waits for Ohio, c3 in the west almost three times as long. At 0.32 s both write the same row: at most one of them is told OK, and the other hears of the conflict and tries again. At 0.6 s west is cut off. Its strong reads and its writes are refused, while the other two go on, and nobody is told OK for anything that is lost. At 1 s it is back, and r3 is shown what was written meanwhile. Change r3 to eventual reads and play again: it is answered while west is alone, and with an old cart. Real distances (Virginia, Ohio, Oregon); the isolation and the patience of a leader are scaled, real ones are longer. How regions ask each other is a model of ours, because AWS has published none.',
    paceMs: 18,
    untilMs: 1400,
    ...table,
    clients: [
      ...table.clients,
      {
        id: 'r3',
        kind: 'reader',
        node: 'west',
        dataCenter: 'west',
        consistency: 'strong',
        readsPerSecond: 9,
        keys: 1,
        startMs: 60,
      },
    ],
    multiMaster: { topology: 'all-to-all', rule: 'wall-clock', rows: 'cart' },
    regions: { kind: 'mrsc', leaseMs: 150, giveUpMs: 160 },
  },
  interventions: [
    does(100, 'c1', 'put', 1),
    does(180, 'c3', 'put', 2),
    does(320, 'c1', 'put', 3),
    does(322, 'c3', 'put', 4),
    does(480, 'c3', 'put', 5),
    { atMs: 600, do: 'cut-data-center', dataCenter: 'west' },
    does(660, 'c3', 'put', 6),
    does(720, 'c1', 'put', 7),
    { atMs: 1000, do: 'heal-data-center', dataCenter: 'west' },
    does(1180, 'c3', 'put', 8),
  ],
})
