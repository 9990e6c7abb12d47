import { does } from './manyMasters.ts'
import { definePreset } from './preset.ts'
import { regionsIn } from './regions.ts'

/** DOMAIN 6: a region that is cut off goes on by itself, and what it said OK to may be thrown away afterwards. */
export const globalTableMrec = definePreset({
  id: 'global-table-mrec',
  description:
    'Two regions of three replicas each take writes; one is cut off, goes on, and loses what it had said OK to.',
  pictogram: 'two-masters',
  scenario: {
    title: 'A global table, eventually consistent',
    about:
      'Each region is three replicas in three zones: a write is OK once two of them have it, and travels to the other region afterwards. At 0.3 s one region is cut off and goes on by itself. When it is back, the later write of each row stays, and nobody logs what was thrown away. Real distance (Virginia, Ireland); the lease is scaled.',
    paceMs: 20,
    untilMs: 1000,
    ...regionsIn(['us', 'eu']),
    multiMaster: { topology: 'all-to-all', rule: 'wall-clock', rows: 'cart' },
    regions: { kind: 'mrec', leaseMs: 150 },
  },
  interventions: [
    does(40, 'c1', 'put', 1),
    { atMs: 300, do: 'cut-data-center', dataCenter: 'eu' },
    does(350, 'c1', 'put', 2),
    does(400, 'c2', 'put', 3),
    { atMs: 600, do: 'heal-data-center', dataCenter: 'eu' },
  ],
})
