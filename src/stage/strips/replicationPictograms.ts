/** One master and its slaves: how they replicate, lag and are read. */
import { ackRing, badge, cross, eye, hue, piston } from '../glyphs/index.ts'
import { box, line, type Shape } from '../picture/index.ts'
import { arrow, card, clock, gate, gauge, MIDDLE, missed } from './pictogramParts.ts'
import { small } from './small.ts'

export const REPLICATION = {
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
  /** One master and two slaves, with nothing to do. */
  empty: () => [
    ...card('master', 1, 12, true),
    line('links', 'M35 18c14 0 14 -9 28 -9M35 22c14 0 14 9 28 9', hue.ink, 1.5),
    ...card('slave-1', 63, 1, false),
    ...card('slave-2', 63, 23, false),
  ],
} satisfies Record<string, () => Shape[]>
