import { does, mastersIn } from './manyMasters.ts'
import { definePreset } from './preset.ts'

/** DOMAIN 5.4, misconception 15: a delete is a write like any other, and forgetting it too early brings the row back. */
export const tombstoneZombie = definePreset({
  id: 'tombstone-zombie',
  description: 'A row is deleted while one master is away, and comes back from the dead when that master does.',
  pictogram: 'zombie',
  scenario: {
    title: 'The deleted row that comes back',
    about:
      'A deleted row leaves a tombstone, or an old copy would count as news. At 0.15 s db3 dies; then c1 deletes the cart. The tombstones are thrown away once they are 150 ms old, and logs are purged, although db3 has heard of nothing. At 0.56 s db3 is back with its cart; db1 and db2 compare their rows with it, find one that they do not know, and take it. Choose “everyone” for tombstones and play again: they wait for db3, and the cart stays deleted. Real distances (Virginia, Oregon, São Paulo); Cassandra’s ten days of grace are scaled to 150 ms.',
    paceMs: 25,
    untilMs: 1450,
    ...mastersIn([{}, {}, {}]),
    multiMaster: { topology: 'all-to-all', rule: 'wall-clock', rows: 'cart', tombstones: 'grace', graceMs: 150 },
  },
  interventions: [
    does(30, 'c1', 'put', 1),
    { atMs: 150, do: 'kill', node: 'db3' },
    does(210, 'c1', 'delete'),
    { atMs: 430, do: 'purge', node: 'db1' },
    { atMs: 430, do: 'purge', node: 'db2' },
    { atMs: 500, do: 'restart', node: 'db3' },
    { atMs: 740, do: 'repair', node: 'db1', from: 'db3' },
    { atMs: 1000, do: 'repair', node: 'db2', from: 'db3' },
  ],
})
