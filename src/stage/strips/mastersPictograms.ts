/** Several masters: conflicts and what becomes of them. */
import { cross, hue, piston } from '../glyphs/index.ts'
import { box, line, type Shape } from '../picture/index.ts'
import { arrow, bothWays, card, clock, fork, MIDDLE } from './pictogramParts.ts'
import { small } from './small.ts'

const ringOf = (paint: string): Shape[] => [
  ...card('one', 53, 1, true),
  ...card('two', 103, 23, true),
  ...card('three', 3, 23, true),
  line('first', 'M90 9c14 0 24 3 28 11m0 0l1 -7l-6.4 3.2z', paint, 1.5),
  line('second', 'M100 31h-60m0 0l6 -3.5v7z', paint, 1.5),
  line('third', 'M18 20c4 -8 16 -11 32 -11m0 0l-6 -3.5v7z', paint, 1.5),
]

export const MASTERS = {
  /** Two masters, each copying from the other; of two writes one is thrown away. */
  'two-masters-lww': () => [
    ...card('one', 1, 12, true),
    ...card('other', 105, 12, true),
    ...bothWays(42, 98),
    small('kept', 52, 'applied', { promise: 1 }),
    small('thrown', 72, 'lost', { promise: 1 }),
  ],
  /** One master and its slave, and beyond a line two masters. */
  'two-strategies': () => [
    ...card('master', 2, 1, true),
    ...card('slave', 26, 23, false),
    line('between', 'M70 2v36', hue.ink, 1.5),
    ...card('one', 80, 1, true),
    ...card('other', 104, 23, true),
  ],
  /** A clock that is ahead, and the write that wins by it; the later one is thrown away. */
  'lww-clock-skew': () => [
    ...clock(16, MIDDLE),
    line('ahead', 'M30 9c7 3 9 12 5 19m0 0l5.5 -3.2l-6 -2.6z', hue.ink, 1.5),
    arrow('way', 48),
    small('wins', 74, 'applied', { promise: 1 }),
    small('later', 104, 'lost', { promise: 1 }),
  ],
  /** Two versions side by side. */
  'vector-clock-siblings': () => [
    ...fork(),
    small('one', 52, 'applied', { promise: 1 }),
    small('other', 72, 'applied', { promise: 1 }),
    box('row', 46, 4, 50, 32, 'none', { rx: 5, stroke: hue.conflict, 'stroke-width': 1.5 }),
  ],
  /** Two versions become one. */
  'custom-merge': () => [
    small('one', 0, 'applied'),
    small('other', 20, 'applied'),
    line('join', 'M40 13c14 0 14 7 26 7M40 27c14 0 14 -7 26 -7h8m0 0l-6 -3.5v7z', hue.ink, 1.5),
    small('merged', 82, 'applied', { promise: 1 }),
  ],
  /** Two writes pass each other, and each ends where the other one began. */
  'swapped-rows': () => [
    ...card('one', 1, 12, true),
    ...card('other', 105, 12, true),
    line('there', 'M40 12c22 0 38 16 58 16m0 0l-6 -3.5v7z', hue.conflict, 1.8),
    line('back', 'M98 12c-20 0 -36 16 -58 16m0 0l6 -3.5v7z', hue.conflict, 1.8),
  ],
  /** Two additions, and one of them is lost. */
  'lost-increment': () => [
    small('one', 0, 'applied', { promise: 1 }),
    line('plus', `M28 ${MIDDLE}h12M34 ${MIDDLE - 6}v12`, hue.ink, 2),
    small('other', 46, 'lost', { promise: 1 }),
    arrow('way', 68),
    small('sum', 92, 'applied'),
  ],
  /** The same thing comes from both sides, and both pistons stand still. */
  'duplicate-key': () => [
    { ...piston(10, MIDDLE + 2, false), key: 'one' },
    small('here', 32, 'received'),
    cross('clash', 70, MIDDLE, 11, hue.crit, 3),
    small('there', 90, 'received'),
    { ...piston(128, MIDDLE + 2, false), key: 'other' },
  ],
  /** Two gauges with enough in each, and a sum below its line. */
  'counters-below-zero': () => [
    line('axis', 'M4 22h132', hue.ink, 1.5),
    box('left', 20, 8, 20, 14, hue.ok),
    box('right', 56, 8, 20, 14, hue.ok),
    box('below', 104, 22, 20, 14, hue.crit),
  ],
  /** Three in a ring. */
  'ring-of-three': () => ringOf(hue.ink),
  /** Two are left in a ring, and an entry goes round and round. */
  'immortal-entry': () => [
    line('there', 'M44 12c16 -11 36 -11 52 0m0 0l-3.2 -6.2l-3.8 5.4z', hue.conflict, 1.8),
    line('back', 'M96 28c-16 11 -36 11 -52 0m0 0l3.2 6.2l3.8 -5.4z', hue.conflict, 1.8),
    ...card('one', 5, 12, true),
    ...card('other', 101, 12, true),
    small('entry', 62, 'applied'),
  ],
  /** A row is deleted, its place is forgotten, and it is there again. */
  'tombstone-zombie': () => [
    small('row', 0, 'applied'),
    cross('deleted', 34, MIDDLE, 11, hue.crit, 3),
    box('forgotten', 54, 12, 16, 16, 'none', {
      rx: 3,
      stroke: hue.stale,
      'stroke-width': 1.5,
      'stroke-dasharray': '2 3',
    }),
    arrow('way', 78),
    small('again', 102, 'extra'),
  ],
} satisfies Record<string, () => Shape[]>
