/** What goes to and from monitors: probes and their answers, missed ones, commands, and what several of them say to one another. */
import type { Frame, MessageFrame } from '../../engine/index.ts'
import { commandWord } from '../../words/index.ts'
import { hue, missedRing, at as placed } from '../glyphs/index.ts'
import { area, disc, label, type Shape } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { shareAt } from './flight.ts'
import { MONITOR_RADIUS } from './layout.ts'
import { attach, key, type MonitorScene, type Standing } from './monitorPlace.ts'
import type { Point } from './view.ts'

/** What monitors say to one another, on its way between them. */
export function talk(at: Instant, all: readonly Standing[]): Shape[] {
  const shapes: Shape[] = []
  for (const m of at.frame.messages) {
    if (m.kind !== 'gossip' && m.kind !== 'vote') continue
    const from = all.find(({ id }) => id === m.from)?.place
    const to = all.find(({ id }) => id === m.to)?.place
    if (!from || !to) continue
    const share = at.view.reducedMotion ? 0.5 : shareAt(m, at.time)
    // In an arc above them: those that stand between are not meant.
    const x = from.x + (to.x - from.x) * share
    const y = from.y + (to.y - from.y) * share - 22 - Math.sin(Math.PI * share) * 14
    shapes.push(placed(`${m.kind}-${m.id}`, x, y, SIGNS[m.kind], { 'data-message': m.id }))
  }
  return shapes
}

/** What the commands under way say, the first given first. */
export const orders = ({ messages }: Frame): string =>
  [...new Set(messages.filter((m) => m.kind === 'command').map((m) => commandWord(m.word)))].join(', ')

export function travellers(at: Instant, scene: MonitorScene, { name: own, place }: Standing): Shape[] {
  const shapes: Shape[] = []
  for (const m of at.frame.messages) {
    if (m.kind !== 'probe' && m.kind !== 'answer' && m.kind !== 'command') continue
    if (m.from !== own && m.to !== own) continue
    const node = m.from === own ? m.to : m.from
    const end = attach(scene, place, node)
    if (end) shapes.push(traveller(at, m, own, place, end))
  }
  return shapes
}

function traveller(at: Instant, m: MessageFrame, own: string, from: Point, to: Point): Shape {
  const share = at.view.reducedMotion ? 0.5 : shareAt(m, at.time)
  const away = m.from === own ? share : 1 - share
  // Its way begins at the hexagon's rim, not at its centre.
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const rim = Math.min(0.9, MONITOR_RADIUS / length)
  const f = rim + (1 - rim) * away
  const x = from.x + (to.x - from.x) * f
  const y = from.y + (to.y - from.y) * f
  return placed(`${m.kind}-${m.id}`, x, y, SIGNS[m.kind as keyof typeof SIGNS], { 'data-message': m.id })
}

const SIGNS = {
  probe: [
    disc('rim', 0, 0, 5, hue.canvas),
    disc('dot', 0, 0, 2.4, hue.canvas, { stroke: hue.ink, 'stroke-width': 1.5 }),
  ],
  answer: [disc('rim', 0, 0, 5, hue.canvas), disc('dot', 0, 0, 3.2, hue.ink)],
  gossip: [disc('rim', 0, 0, 5, hue.canvas), disc('dot', 0, 0, 2.8, hue.stale)],
  vote: [disc('rim', 0, 0, 8, hue.canvas), area('sign', 'M-5 -5H5V5H-5Z', hue.accent)],
  command: [disc('rim', 0, 0, 10, hue.canvas), area('sign', 'M0 -7l7 7l-7 7l-7 -7z', hue.accent)],
}

/** A missed probe, at the node's end of its line; with a question mark while the node is under suspicion. */
export function rings(scene: MonitorScene, monitor: Standing): Shape[] {
  const shapes: Shape[] = []
  for (const probe of monitor.probes) {
    const { place } = monitor
    const end = probe.missed > 0 ? attach(scene, place, probe.node) : null
    if (!end) continue
    const length = Math.hypot(place.x - end.x, place.y - end.y) || 1
    const x = end.x + ((place.x - end.x) * 7.2) / length
    const y = end.y + ((place.y - end.y) * 7.2) / length
    const suspected =
      monitor.watches === probe.node && (monitor.state === 'suspecting' || monitor.state === 'confirming')
    shapes.push(
      suspected
        ? questionRing(`${key(monitor.id)}suspect`, x, y)
        : missedRing(`missed-${key(monitor.id)}${probe.node}`, x, y),
    )
  }
  return shapes
}

const questionRing = (name: string, x: number, y: number): Shape =>
  placed(name, x, y, [
    disc('ground', 0, 0, 12, hue.canvas),
    disc('ring', 0, 0, 9, hue.canvas, { stroke: hue.stale, 'stroke-width': 1.6, 'stroke-dasharray': '2.4 1.8' }),
    label('mark', 0, 4.4, '?', { bold: true, anchor: 'middle' }),
  ])
