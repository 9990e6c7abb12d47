/** A master is followed by another one: watching, choosing, fencing, coming back. */
import { badge, cross, eye, hue, roleIcon } from '../glyphs/index.ts'
import { line, type Shape } from '../picture/index.ts'
import { arrow, card, clock, hexagon, MIDDLE } from './pictogramParts.ts'
import { small } from './small.ts'

export const FAILOVER = {
  /** Entries pile up on a dotted link, and nobody is told. */
  'silent-partition': () => [
    ...card('master', 1, 12, true),
    line('link', `M37 ${MIDDLE}h66`, hue.stale, 1.5, { 'stroke-dasharray': '2 5' }),
    ...[0, 1, 2].map((i) => small(`held-${i}`, 42 + i * 18, 'applied')),
    ...card('slave', 105, 12, false),
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
} satisfies Record<string, () => Shape[]>
