/** What several of the small pictures are made of, in a frame of 140 x 40. */
import { hue, missedRing } from '../glyphs/index.ts'
import { area, box, disc, line, type Shape } from '../picture/index.ts'
import { small } from './small.ts'

/** Half its height. */
export const MIDDLE = 20

export const arrow = (key: string, x: number): Shape =>
  line(key, `M${x} ${MIDDLE}h16m0 0l-6 -3.5v7z`, hue.ink, 1.5, { 'stroke-linejoin': 'miter' })

export const gauge = (x: number, share: number, paint: string): Shape[] => [
  box('track', x, 16.5, 84, 7, hue.canvas, { rx: 3.5, stroke: hue.line, 'stroke-width': 1 }),
  area('filled', `M${x + 3.5} 16.5h${84 * share - 3.5}v7h${-(84 * share - 3.5)}a3.5 3.5 0 0 1 0 -7z`, paint),
  line('ticks', `M${x + 33.6} 13.5v13M${x + 63} 13.5v13`, hue.ink, 1.3),
]

export const card = (key: string, x: number, y: number, master: boolean): Shape[] => [
  box(`${key}/card`, x, y, 34, 16, 'none', { rx: 3, stroke: hue.ink, 'stroke-width': 1.5 }),
  ...(master
    ? [area(`${key}/head`, `M${x} ${y + 6}v-3a3 3 0 0 1 3 -3h28a3 3 0 0 1 3 3v3z`, hue.ink)]
    : [line(`${key}/head`, `M${x} ${y + 5.5}h34`, hue.ink, 1)]),
]

/** The double line of a mode that waits, with the bar at its gate. */
export const gate = (y: number): Shape[] => [
  line('link', `M22 ${y - 3}h28M22 ${y + 3}h28`, hue.ink, 2),
  line('bar', `M28 ${y - 9}v18`, hue.ink, 3),
]

/** A clock at ten past nine. */
export const clock = (x: number, y: number): Shape[] => [
  disc('clock', x, y, 11, 'none', { stroke: hue.ink, 'stroke-width': 1.5 }),
  line('hands', `M${x - 6} ${y}h6l5 -4`, hue.ink, 1.5),
]

/** A slave that does not answer. */
export const missed = (key: string, x: number, y: number): Shape => ({
  ...missedRing(key, 0, 0),
  attributes: { transform: `translate(${x} ${y})` },
})

/** A monitor: a full outline agrees, a broken one is not heard. */
export const hexagon = (key: string, x: number, heard: boolean): Shape =>
  line(key, `M${x} ${MIDDLE + 10}l-8.7 -5v-10l8.7 -5l8.7 5v10z`, heard ? hue.ink : hue.stale, 1.5, {
    ...(heard ? {} : { 'stroke-dasharray': '2 3' }),
  })

/** Arrows there and back, over and under what stands between. */
export const bothWays = (from: number, to: number): Shape[] => [
  line('there', `M${from} 7h${to - from}m0 0l-6 -3.5v7z`, hue.ink, 1.5),
  line('back', `M${to} 33h${from - to}m0 0l6 -3.5v7z`, hue.ink, 1.5),
]

/** One history becomes two. */
export const fork = (): Shape[] => [
  small('root', 0, 'applied'),
  line('fork', 'M20 20c10 0 10 0 18 0m0 0l-6 -3.5v7z', hue.ink, 1.5),
]
