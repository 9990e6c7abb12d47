import { does } from './manyMasters.ts'
import { definePreset } from './preset.ts'
import { regionsIn } from './regions.ts'

const table = regionsIn(['us', 'eu'])
const reader = {
  id: 'r2',
  kind: 'reader',
  node: 'eu',
  dataCenter: 'eu',
  consistency: 'strong',
  readsPerSecond: 14,
  keys: 1,
  startMs: 20,
}

/**
 * DOMAIN 6: what is near is fast and what is far is late. A strong read is strong within its region only, a region that is cut
 * off goes on by itself, and what it said OK to may be thrown away afterwards.
 */
export const globalTableMrec = definePreset({
  id: 'global-table-mrec',
  description:
    'Two regions say OK after milliseconds and hear of each other later: a strong read is old, and a promised write is thrown away.',
  pictogram: 'global-table',
  scenario: {
    title: 'A global table, eventually consistent',
    about:
      'Each region is three replicas in three zones: a write is OK once two of them have flushed it, and travels to the other region afterwards. At 0.08 s c1 has its OK within 8 ms, and r2 in Europe, who asks for a strong read, is still shown nothing: strong is strong within a region. At 0.3 s the leader of us dies, and until its lease has run out c1 is refused. At 0.6 s eu is cut off: both regions go on, both say OK for the same row, and when the line is back the later one stays. The other one is gone, its client was told OK, and no log of the table says so. What helps: let only one region write a row, or a table of kind MRSC. Real distance (Virginia, Ireland); lease and isolation are scaled, real ones last seconds and minutes.',
    paceMs: 20,
    untilMs: 1300,
    ...table,
    clients: [...table.clients, reader],
    multiMaster: { topology: 'all-to-all', rule: 'wall-clock', rows: 'cart' },
    regions: { kind: 'mrec', leaseMs: 120 },
  },
  interventions: [
    does(80, 'c1', 'put', 1),
    { atMs: 300, do: 'kill-replica', node: 'us', zone: 'a' },
    does(340, 'c1', 'put', 2),
    does(450, 'c1', 'put', 3),
    { atMs: 520, do: 'restart-replica', node: 'us', zone: 'a' },
    { atMs: 600, do: 'cut-data-center', dataCenter: 'eu' },
    does(670, 'c1', 'put', 4),
    does(740, 'c2', 'put', 5),
    { atMs: 900, do: 'heal-data-center', dataCenter: 'eu' },
  ],
})
