import { ackRing, badge, cross, eye, hue, missedRing, piston, roleIcon } from '../glyphs/index.ts'
import { area, box, disc, line, type Shape, svgMarkup } from '../picture/index.ts'
import { small } from './small.ts'

// Small pictures for the cards of the home page, 140 x 40, made of the signs that the lab itself uses: whoever
// has read a card has begun to read the lab.

const WIDTH = 140
const HEIGHT = 40
const MIDDLE = 20

const arrow = (key: string, x: number): Shape =>
  line(key, `M${x} ${MIDDLE}h16m0 0l-6 -3.5v7z`, hue.ink, 1.5, { 'stroke-linejoin': 'miter' })

const gauge = (x: number, share: number, paint: string): Shape[] => [
  box('track', x, 16.5, 84, 7, hue.canvas, { rx: 3.5, stroke: hue.line, 'stroke-width': 1 }),
  area('filled', `M${x + 3.5} 16.5h${84 * share - 3.5}v7h${-(84 * share - 3.5)}a3.5 3.5 0 0 1 0 -7z`, paint),
  line('ticks', `M${x + 33.6} 13.5v13M${x + 63} 13.5v13`, hue.ink, 1.3),
]

const card = (key: string, x: number, y: number, master: boolean): Shape[] => [
  box(`${key}/card`, x, y, 34, 16, 'none', { rx: 3, stroke: hue.ink, 'stroke-width': 1.5 }),
  ...(master
    ? [area(`${key}/head`, `M${x} ${y + 6}v-3a3 3 0 0 1 3 -3h28a3 3 0 0 1 3 3v3z`, hue.ink)]
    : [line(`${key}/head`, `M${x} ${y + 5.5}h34`, hue.ink, 1)]),
]

/** The double line of a mode that waits, with the bar at its gate. */
const gate = (y: number): Shape[] => [
  line('link', `M22 ${y - 3}h28M22 ${y + 3}h28`, hue.ink, 2),
  line('bar', `M28 ${y - 9}v18`, hue.ink, 3),
]

/** A clock at ten past nine. */
const clock = (x: number, y: number): Shape[] => [
  disc('clock', x, y, 11, 'none', { stroke: hue.ink, 'stroke-width': 1.5 }),
  line('hands', `M${x - 6} ${y}h6l5 -4`, hue.ink, 1.5),
]

/** A slave that does not answer. */
const missed = (key: string, x: number, y: number): Shape => ({
  ...missedRing(key, 0, 0),
  attributes: { transform: `translate(${x} ${y})` },
})

/** A monitor: a full outline agrees, a broken one is not heard. */
const hexagon = (key: string, x: number, heard: boolean): Shape =>
  line(key, `M${x} ${MIDDLE + 10}l-8.7 -5v-10l8.7 -5l8.7 5v10z`, heard ? hue.ink : hue.stale, 1.5, {
    ...(heard ? {} : { 'stroke-dasharray': '2 3' }),
  })

/** Arrows there and back, over and under what stands between. */
const bothWays = (from: number, to: number): Shape[] => [
  line('there', `M${from} 7h${to - from}m0 0l-6 -3.5v7z`, hue.ink, 1.5),
  line('back', `M${to} 33h${from - to}m0 0l6 -3.5v7z`, hue.ink, 1.5),
]

/** One history becomes two. */
const fork = (): Shape[] => [
  small('root', 0, 'applied'),
  line('fork', 'M20 20c10 0 10 0 18 0m0 0l-6 -3.5v7z', hue.ink, 1.5),
]

const ringOf = (paint: string): Shape[] => [
  ...card('one', 53, 1, true),
  ...card('two', 103, 23, true),
  ...card('three', 3, 23, true),
  line('first', 'M90 9c14 0 24 3 28 11m0 0l1 -7l-6.4 3.2z', paint, 1.5),
  line('second', 'M100 31h-60m0 0l6 -3.5v7z', paint, 1.5),
  line('third', 'M18 20c4 -8 16 -11 32 -11m0 0l-6 -3.5v7z', paint, 1.5),
]

const PICTURES = {
  /** A write, received, applied. */
  'async-pipeline': () => [
    small('logged', 0, 'applied'),
    arrow('way-1', 22),
    small('received', 46, 'received'),
    arrow('way-2', 68),
    small('applied', 92, 'applied'),
  ],
  /** The double line of semi-sync, an acknowledgement, then the promise. */
  'semi-sync': () => [
    small('written', 0, 'applied'),
    line('link', `M24 ${MIDDLE - 3}h28M24 ${MIDDLE + 3}h28`, hue.ink, 2),
    ackRing('ack', 66, MIDDLE, false),
    line('promise-way', `M80 ${MIDDLE}h14m0 0l-6 -3.5v7z`, hue.ink, 1.5),
    small('promised', 102, 'applied', { promise: 1, proofs: [1] }),
  ],
  /** A lag gauge over its second mark. */
  'lag-under-load': () => [...gauge(0, 0.68, hue.warn), badge('warn', 100, MIDDLE)],
  /** A piston behind a heap of received entries. */
  'slow-sql-thread': () => [
    ...[0, 1, 2, 3].map((i) => small(`waiting-${i}`, 54 - i * 18, 'received')),
    line('way', `M78 ${MIDDLE}h5`, hue.ink, 1.5),
    piston(94, MIDDLE + 2, true),
  ],
  /** A master ends, a slave is chosen, a master stands. */
  'failover-clean': () => [
    roleIcon('crown', 7.5, MIDDLE, hue.stale),
    cross('death', 35, MIDDLE, 11, hue.crit, 3),
    { ...roleIcon('chevron', 65, MIDDLE, hue.accent), key: 'chosen' },
    { ...roleIcon('crown', 95.5, MIDDLE, hue.ink), key: 'crowned' },
  ],
  /** Promised writes, two of them lost. */
  'failover-lost-writes': () => [
    ...[0, 1, 2].map((i) => small(`kept-${i}`, i * 18, 'applied', { promise: 1 })),
    ...[3, 4].map((i) => small(`lost-${i}`, i * 18, 'lost', { promise: 1 })),
  ],
  /** Two acknowledgements, a bar across the double line, then the promise. */
  'sync-quorum': () => [
    small('written', 0, 'applied'),
    ...gate(MIDDLE),
    ackRing('ack-1', 64, 11, false),
    ackRing('ack-2', 64, 30, false),
    line('promise-way', `M80 ${MIDDLE}h14m0 0l-6 -3.5v7z`, hue.ink, 1.5),
    small('promised', 102, 'applied', { promise: 1, proofs: [1, 1] }),
  ],
  /** Every slave must have it: one is gone, and the write waits at the gate. */
  'fully-sync': () => [
    small('written', 0, 'received'),
    ...gate(MIDDLE),
    ackRing('ack', 64, 11, false),
    missed('missing', 64, 30),
    line('promise-way', `M80 ${MIDDLE}h16`, hue.stale, 1.5, { 'stroke-dasharray': '2 4' }),
    small('waiting', 102, 'received', { proofs: [1] }),
  ],
  /** An eye reads a committed write; then the write is gone. */
  'after-commit-phantom': () => [
    small('committed', 0, 'applied'),
    arrow('way-1', 22),
    eye(56, MIDDLE, hue.ink),
    cross('death', 84, MIDDLE, 11, hue.crit, 3),
    small('lost', 102, 'lost'),
  ],
  /** A master, a slave in the middle, and the slaves that copy from it. */
  'two-tier': () => [
    ...card('master', 1, 12, true),
    line('link-1', `M35 ${MIDDLE}h14m0 0l-6 -3.5v7z`, hue.ink, 1.5),
    ...card('middle', 52, 12, false),
    line('links', 'M86 18c8 0 8 -9 18 -9M86 22c8 0 8 9 18 9', hue.ink, 1.5),
    ...card('leaf-1', 104, 1, false),
    ...card('leaf-2', 104, 23, false),
  ],
  /** Entries pile up on a dotted link, and nobody is told. */
  'silent-partition': () => [
    ...card('master', 1, 12, true),
    line('link', `M37 ${MIDDLE}h66`, hue.stale, 1.5, { 'stroke-dasharray': '2 5' }),
    ...[0, 1, 2].map((i) => small(`held-${i}`, 42 + i * 18, 'applied')),
    ...card('slave', 105, 12, false),
  ],
  /** The old master comes back with entries that the others have left behind, and is fenced. */
  'old-master-returns': () => [
    small('kept', 0, 'applied'),
    small('extra-1', 18, 'extra'),
    small('extra-2', 36, 'extra'),
    line('turn', `M76 ${MIDDLE}h-16m0 0l6 -3.5v7z`, hue.ink, 1.5),
    { ...roleIcon('padlock', 90, MIDDLE - 2, hue.stale), key: 'fence' },
    { ...roleIcon('crown', 122, MIDDLE, hue.ink), key: 'crowned' },
  ],
  /** What only the old master has is taken back, and it is a slave. */
  'rewind-old-master': () => [
    small('kept', 0, 'applied'),
    small('extra-1', 18, 'extra'),
    small('extra-2', 36, 'extra'),
    line('turn', 'M46 8c-8 -7 -22 -7 -28 0m0 0l6.5 -1.5l-5 -5z', hue.ink, 1.5),
    arrow('way', 64),
    { ...roleIcon('padlock', 92, MIDDLE - 2, hue.stale), key: 'fence' },
    { ...roleIcon('lines', 122, MIDDLE, hue.ink), key: 'slave' },
  ],
  /** What is received and not applied is thrown away before the crown. */
  'drain-skipped': () => [
    small('applied', 0, 'applied', { promise: 1 }),
    ...[1, 2].map((i) => small(`thrown-${i}`, i * 18, 'lost', { promise: 1 })),
    arrow('way', 62),
    { ...roleIcon('crown', 96, MIDDLE, hue.ink), key: 'crowned' },
  ],
  /** The crown goes from one card to the other, and back comes a slave. */
  switchover: () => [
    { ...roleIcon('crown', 14, MIDDLE, hue.stale), key: 'before' },
    line('there', `M32 ${MIDDLE - 6}h40m0 0l-6 -3.5v7z`, hue.ink, 1.5),
    line('back', `M72 ${MIDDLE + 6}h-40m0 0l6 -3.5v7z`, hue.ink, 1.5),
    { ...roleIcon('crown', 92, MIDDLE, hue.ink), key: 'crowned' },
  ],
  /** Two crowns, and a write goes to the old one. */
  'old-connections-kept': () => [
    small('write', 0, 'applied', { promise: 1 }),
    line('kept', `M20 ${MIDDLE}h20m0 0l-6 -3.5v7z`, hue.crit, 1.5),
    { ...roleIcon('crown', 56, MIDDLE, hue.stale), key: 'old' },
    { ...roleIcon('crown', 116, MIDDLE, hue.ink), key: 'crowned' },
  ],
  /** A clock runs out, the old master is locked, and only then is another crowned. */
  'lease-fencing': () => [
    ...clock(16, MIDDLE),
    { ...roleIcon('padlock', 46, MIDDLE - 2, hue.stale), key: 'fence' },
    arrow('way', 64),
    { ...roleIcon('crown', 98, MIDDLE, hue.ink), key: 'crowned' },
  ],
  /** Two places, a cut between them, and a master in each. */
  'two-data-centers': () => [
    ...card('east', 1, 12, true),
    line('link', `M37 ${MIDDLE}h66`, hue.stale, 1.5, { 'stroke-dasharray': '2 5' }),
    cross('cut', 70, MIDDLE, 11, hue.crit, 3),
    ...card('west', 105, 12, true),
  ],
  /** Received, held until its time has come, and then applied. */
  'delayed-slave': () => [
    ...[0, 1].map((i) => small(`held-${i}`, i * 18, 'received')),
    ...clock(58, MIDDLE),
    arrow('way', 74),
    small('applied', 98, 'applied'),
  ],
  /** The beginning of a log is gone; what it held is missing elsewhere. */
  'purged-log': () => [
    ...[0, 18].map((x) =>
      box(`gone-${x}`, x + 1, 12, 14, 16, 'none', {
        rx: 3,
        stroke: hue.stale,
        'stroke-width': 1.5,
        'stroke-dasharray': '2 3',
      }),
    ),
    ...[2, 3].map((i) => small(`kept-${i}`, i * 18, 'applied')),
    line('link', `M78 ${MIDDLE}h22`, hue.stale, 1.5, { 'stroke-dasharray': '2 5' }),
    cross('refused', 89, MIDDLE, 9, hue.crit, 3),
    ...card('slave', 105, 12, false),
  ],
  /** All data of one node on their way to another. */
  reseed: () => [
    ...card('donor', 1, 12, false),
    line('link', `M37 ${MIDDLE}h66`, hue.ink, 1.5),
    box('data', 56, 11, 26, 18, hue.canvas, { rx: 2, stroke: hue.ink, 'stroke-width': 1.5 }),
    line('rows', 'M56 17h26M56 23h26M65 11v18', hue.ink, 1),
    ...card('new', 105, 12, false),
  ],
  /** A row that says what time it was there, and the time here. */
  heartbeat: () => [
    ...clock(16, MIDDLE),
    line('beat', `M32 ${MIDDLE}h14l4 -9l6 18l5 -9h16`, hue.accent, 1.8),
    arrow('way', 80),
    ...clock(120, MIDDLE).map((shape) => ({ ...shape, key: `there-${shape.key}` })),
  ],
  /** The newest entry is received and not yet applied: an eye does not see it. */
  'stale-reads': () => [
    ...[0, 1].map((i) => small(`applied-${i}`, i * 18, 'applied')),
    small('newest', 36, 'received', { promise: 1 }),
    line('way', `M82 ${MIDDLE}h-16m0 0l6 -3.5v7z`, hue.ink, 1.5),
    eye(98, MIDDLE, hue.warn),
  ],
  /** A promised write, and an eye that sees it on the other side. */
  'read-your-writes': () => [
    small('told', 0, 'applied', { promise: 1 }),
    arrow('way-1', 24),
    small('seen', 48, 'applied'),
    line('way-2', `M92 ${MIDDLE}h-16m0 0l6 -3.5v7z`, hue.ink, 1.5),
    eye(108, MIDDLE, hue.ink),
  ],
  /** Two slaves, one further than the other, and an eye that goes from the one to the other. */
  'went-back': () => [
    ...[0, 1, 2].map((i) => small(`far-${i}`, i * 18, 'applied')),
    small('near', 108, 'applied'),
    { ...eye(80, MIDDLE, hue.crit), key: 'eye' },
    line('turn', 'M62 8c10 -8 32 -8 42 1m0 0l-6.5 -1.5l5 -5z', hue.crit, 1.5),
  ],
  /** An eye sees that the newest is missing; only then comes the alert. */
  'noticed-first': () => [
    small('applied', 0, 'applied'),
    small('newest', 18, 'received', { promise: 1 }),
    eye(58, MIDDLE, hue.warn),
    arrow('way', 76),
    { ...badge('critical', 104, MIDDLE), key: 'alert' },
  ],
  /** Three that watch; two of them make a master. */
  'three-monitors': () => [
    ...[10, 36].map((x) => hexagon(`agrees-${x}`, x, true)),
    hexagon('alone', 62, false),
    arrow('way', 80),
    { ...roleIcon('crown', 112, MIDDLE, hue.ink), key: 'crowned' },
  ],
  /** One that watches knows, two are behind a cut, and nobody is crowned. */
  'no-majority': () => [
    hexagon('knows', 10, true),
    line('link', `M24 ${MIDDLE}h24`, hue.stale, 1.5, { 'stroke-dasharray': '2 5' }),
    cross('cut', 36, MIDDLE, 9, hue.crit, 3),
    ...[62, 86].map((x) => hexagon(`away-${x}`, x, false)),
    { ...roleIcon('crown', 122, MIDDLE, hue.stale), key: 'nobody' },
  ],
  /** Two masters, each copying from the other; of two writes one is thrown away. */
  'two-masters-lww': () => [
    ...card('one', 1, 12, true),
    ...card('other', 105, 12, true),
    ...bothWays(42, 98),
    small('kept', 52, 'applied', { promise: 1 }),
    small('thrown', 72, 'lost', { promise: 1 }),
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
  /** One master and two slaves, with nothing to do. */
  empty: () => [
    ...card('master', 1, 12, true),
    line('links', 'M35 18c14 0 14 -9 28 -9M35 22c14 0 14 9 28 9', hue.ink, 1.5),
    ...card('slave-1', 63, 1, false),
    ...card('slave-2', 63, 23, false),
  ],
} satisfies Record<string, () => Shape[]>

type PictogramId = keyof typeof PICTURES
export const PICTOGRAMS = Object.keys(PICTURES) as PictogramId[]

/** The pictogram of a preset as SVG text; a preset without one gets the picture of a write. */
export function pictogram(id: string): string {
  const known = Object.hasOwn(PICTURES, id) ? PICTURES[id as PictogramId] : PICTURES['async-pipeline']
  return svgMarkup(known(), WIDTH, HEIGHT)
}
