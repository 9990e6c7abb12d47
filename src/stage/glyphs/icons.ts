import { area, box, disc, group, label, line, p, type Shape } from '../picture/index.ts'
import { hue } from './hue.ts'
import { at, stood } from './place.ts'

/**
 * Icons, each drawn around its own centre so that one number pair places it. Roles: crown, three lines, chevron, cross,
 * padlock, a barred sign, a switch. Threads: plug (I/O) and piston (SQL); a stopped one is hollow. None of them means anything by colour alone.
 */
export type RoleIcon = 'crown' | 'region' | 'lines' | 'chevron' | 'cross' | 'padlock' | 'turn' | 'bar' | 'power'

export const roleIcon = (icon: RoleIcon, x: number, y: number, paint: string): Shape =>
  stood('icon', x, y, `${icon} ${paint}`, () => ROLE_ICONS[icon](paint))

const ROLE_ICONS: Record<RoleIcon, (paint: string) => Shape[]> = {
  crown: (paint) => [
    area('crown', 'M-7.5 4V-4l3.8 4L0 -6l3.7 6L7.5 -4v8z', paint),
    line('band', 'M-7.5 6.2h15', paint, 1.6),
  ],
  // Three that belong together.
  region: (paint) => [
    line('ways', 'M0 -4L-5 4H5Z', paint, 1.6),
    disc('top', 0, -4, 3, paint),
    disc('left', -5, 4, 3, paint),
    disc('right', 5, 4, 3, paint),
  ],
  lines: (paint) => [line('lines', 'M-7 -4.5h14M-7 0h14M-7 4.5h14', paint, 2)],
  chevron: (paint) => [line('chevron', 'M-6.5 4l6.5 -8 6.5 8', paint, 3)],
  cross: (paint) => [cross('cross', 0, 0, 11, paint, 3)],
  padlock: (paint) => [
    box('body', -6, -1, 12, 8, paint, { rx: 1 }),
    line('shackle', 'M-3.7 -1v-2.3a3.7 3.7 0 0 1 7.4 0v2.3', paint, 1.8),
  ],
  // No entry: it answers, and takes no writes.
  bar: (paint) => [
    disc('ring', 0, 0, 7, 'none', { stroke: paint, 'stroke-width': 2 }),
    line('bar', 'M-4 0h8', paint, 3),
  ],
  power: (paint) => [line('ring', 'M-3.6 -4.2a6 6 0 1 0 7.2 0', paint, 2), line('switch', 'M0 -7.5v6.5', paint, 2.2)],
  turn: (paint) => [line('turn', 'M-6 -1a6.2 6.2 0 1 1 1.6 5', paint, 2), area('head', 'M-9 -3.5h6l-2.6 5.6z', paint)],
}

/** Two strokes, `size` wide. */
export const cross = (key: string, x: number, y: number, size: number, paint: string, width: number): Shape =>
  line(key, p`M${x - size / 2} ${y - size / 2}l${size} ${size}m0 ${-size}l${-size} ${size}`, paint, width)

/** The epoch, on a shield. (x, y) is its top left corner; 30 x 20. */
export const shield = (x: number, y: number, epoch: number, paint: string): Shape =>
  stood('shield', x, y, `${epoch} ${paint}`, () => [
    line('edge', 'M0 0h30v10c0 5 -7 7.5 -15 10c-8 -2.5 -15 -5 -15 -10z', paint, 1.5),
    label('epoch', 15, 13.6, `e${epoch}`, { fill: paint, bold: true, mono: true, anchor: 'middle' }),
  ])

/** The I/O thread: it plugs this node into its source. */
export const plug = (x: number, y: number, running: boolean): Shape => {
  const paint = running ? hue.ink : hue.stale
  return stood('plug', x, y, paint, () => [
    line('pins', 'M-7 -2.5h4M-7 2.5h4M3 0h4', paint, 1.6),
    running
      ? area('body', 'M-3 -5h3a5 5 0 0 1 0 10h-3z', paint)
      : line('body', 'M-2.5 -4.5h2.5a4.5 4.5 0 0 1 0 9h-2.5z', paint, 1.4),
  ])
}

/** The SQL thread: one stroke per entry it applies. `down` is how far the stroke has gone, 0 to 1. */
export const piston = (x: number, y: number, running: boolean, down = 0): Shape => {
  const paint = running ? hue.ink : hue.stale
  const drop = 3 * down
  return group('piston', [
    line('rod', p`M${x} ${y - 9}v${7 + drop}`, paint, 2),
    running
      ? box('head', x - 5.5, y - 2 + drop, 11, 5.5, paint)
      : box('head', x - 5, y - 1.5, 10, 4.5, 'none', { stroke: paint, 'stroke-width': 1.4 }),
  ])
}

export const eye = (x: number, y: number, paint: string): Shape =>
  at('eye', x, y, [line('lids', 'M-10 0q10 -10 20 0q-10 10 -20 0z', paint, 1.6), disc('pupil', 0, 0, 3.2, paint)])

/** What stops a SQL thread although it runs: it holds entries back on purpose, or somebody's lock does. */
export const smallClock = (key: string, x: number, y: number, paint: string): Shape =>
  at(key, x, y, [
    disc('face', 0, 0, 6, 'none', { stroke: paint, 'stroke-width': 1.5 }),
    line('hands', 'M0 -3.5v3.5l2.6 1.6', paint, 1.5),
  ])

export const smallLock = (key: string, x: number, y: number, paint: string): Shape =>
  at(key, x, y, [
    box('body', -5, -1, 10, 7, paint, { rx: 1 }),
    line('shackle', 'M-3 -1v-2a3 3 0 0 1 6 0v2', paint, 1.6),
  ])

/** A timeout. */
export const clock = (x: number, y: number, paint: string = hue.warn): Shape =>
  at('clock', x, y, [
    disc('ground', 0, 0, 9, hue.canvas),
    disc('face', 0, 0, 6, 'none', { stroke: paint, 'stroke-width': 1.5 }),
    line('hands', 'M0 -3.5v3.5l3 1.8', paint, 1.5),
  ])

/** An acknowledgement: hollow = received, filled = applied. */
export const ackRing = (key: string, x: number, y: number, applied: boolean): Shape =>
  at(key, x, y, [
    disc('ground', 0, 0, 11, hue.canvas),
    disc('ring', 0, 0, 8, applied ? hue.ok : hue.canvas, { stroke: hue.ok, 'stroke-width': 2 }),
    line('tick', 'M-3.8 0l2.8 3 5 -6', applied ? hue.on : hue.ok, 2),
  ])

/** A cut network: two strokes across its line. Never drawn beside a dead node: that has its own sign. */
export const cutStrokes = (key: string, x: number, y: number): Shape =>
  at(key, x, y, [box('ground', -9, -12, 18, 24, hue.canvas), line('strokes', 'M-2 -11l-6 22M8 -11l-6 22', hue.crit, 3)])

export type Badge = 'ok' | 'warn' | 'critical' | 'unknown'

/** Health as a shape first, a hue second. */
export const badge = (level: Badge, x: number, y: number): Shape => stood('badge', x, y, level, () => [BADGES[level]])

const BADGES: Record<Badge, Shape> = {
  ok: disc('ok', 0, 0, 6, hue.ok),
  warn: area('warn', 'M-7 5.5L0 -7L7 5.5Z', hue.warn),
  critical: area('critical', 'M-2.9 -7H2.9L7 -2.9V2.9L2.9 7H-2.9L-7 2.9V-2.9Z', hue.crit),
  unknown: disc('unknown', 0, 0, 5.5, 'none', {
    stroke: hue.stale,
    'stroke-width': 1.6,
    'stroke-dasharray': '2.4 1.8',
  }),
}

/** A probe that was not answered. */
export const missedRing = (key: string, x: number, y: number): Shape =>
  at(key, x, y, [
    disc('ground', 0, 0, 9, hue.canvas),
    disc('ring', 0, 0, 5, hue.canvas, { stroke: hue.stale, 'stroke-width': 1.6, 'stroke-dasharray': '2.4 1.8' }),
  ])
