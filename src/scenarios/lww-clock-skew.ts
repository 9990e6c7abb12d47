import { does, mastersIn, sets } from './manyMasters.ts'
import { definePreset } from './preset.ts'

/** DOMAIN 5.3, misconception 7: by clocks on walls the last writer need not be the last; hybrid clocks mend half of it. */
export const lwwClockSkew = definePreset({
  id: 'lww-clock-skew',
  description: 'One of three clocks is fast: the later write loses, and so does one that had read what it loses to.',
  pictogram: 'fast-clock',
  scenario: {
    title: 'Three masters, one cart, one fast clock',
    about:
      'The clock of db1 is 2 s fast. c1 puts 3 at db1; a moment later c2 puts 5 at db2, really later, and loses. At 0.23 s c3 has read the 3 and puts 7 over it: that loses too, though nobody else wrote meanwhile. At 0.33 s the rule is changed to hybrid clocks, which never fall behind what they have seen: c3 puts 8, and that stays. At 0.55 s c1 and c2 write at the same time again, and the really later one loses as before: no clock can tell what did not know of each other. Real distances (Virginia, Oregon, São Paulo); real clocks are rarely wrong by more than 0.5 s.',
    paceMs: 20,
    untilMs: 780,
    ...mastersIn([{ clockOffsetMs: 2000 }, {}, {}]),
    multiMaster: { topology: 'all-to-all', rule: 'wall-clock', rows: 'cart' },
  },
  interventions: [
    does(30, 'c1', 'put', 3),
    does(58, 'c2', 'put', 5),
    does(230, 'c3', 'put', 7),
    sets(330, 'multiMaster.rule', 'hybrid-clock'),
    does(380, 'c3', 'put', 8),
    does(550, 'c1', 'put', 9),
    does(578, 'c2', 'put', 10),
  ],
})
