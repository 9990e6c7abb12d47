import { does, mastersIn, sets } from './manyMasters.ts'
import { definePreset } from './preset.ts'

/** DOMAIN 5.1: whoever would drop an entry is gone, and it goes round for ever (MySQL's remedy was IGNORE_SERVER_IDS). */
export const immortalEntry = definePreset({
  id: 'immortal-entry',
  description: 'A master is taken out of a ring while an entry of its own goes round: nobody drops it any more.',
  pictogram: 'immortal',
  scenario: {
    title: 'The entry that nobody drops',
    about:
      'In this ring a master drops only what it wrote itself. At 0.31 s db1 is taken out while its 7 is on the way: the entry has lost the only one who would drop it, and goes round and round. Each time it puts the 7 back: at 0.56 s c3 puts 9, and soon the 7 is there again, with no error. At 0.9 s, right after another 9, the masters are told to drop whatever they have applied before: the entry ends there, and the 9 stays. Real distances (Virginia, Oregon, São Paulo).',
    paceMs: 25,
    untilMs: 1150,
    ...mastersIn([{}, {}, {}]),
    multiMaster: { topology: 'ring', loops: 'origin', rule: 'arrival', rows: 'cart' },
  },
  interventions: [
    does(30, 'c2', 'put', 1),
    does(240, 'c1', 'put', 7),
    { atMs: 310, do: 'remove-master', node: 'db1' },
    does(560, 'c3', 'put', 9),
    does(868, 'c3', 'put', 9),
    sets(900, 'multiMaster.loops', 'seen'),
  ],
})
