import type { Frame, MessageFrame, VoterFrame } from '../../engine/index.ts'
import { commandWord, monitorName, monitorsName } from '../../words/index.ts'
import { eye, hue, missedRing, at as placed } from '../glyphs/index.ts'
import { area, disc, group, label, line, p, type Shape, textWidth } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { shareAt } from './flight.ts'
import { focusRing } from './focusRing.ts'
import { type Box, type Layout, MONITOR_RADIUS } from './layout.ts'
import { monitorLines } from './phrases.ts'
import type { Point } from './view.ts'

/**
 * The failover monitor: a hexagon with an eye, straight dotted probes to every node, a dot for each probe and each
 * answer under way, a dashed ring at the end of a probe that was missed. What it has decided stands beside it, and after
 * its name what it says: once, however many it says it to, as words that ride along would meet where all ways begin.
 */
export interface MonitorScene {
  layout: Layout
  place: Point
  cardOf(node: string): { box: Box; height: number } | null
  /** Does a bracket stand right under that card? */
  isMarked(node: string): boolean
}

export function isShown(at: Instant, layout: Layout): boolean {
  const { monitor } = at.frame
  if (!monitor || !layout.monitor) return false
  return at.view.layout !== 'hero' || monitor.state !== 'watching'
}

/** Drawn under the cards. */
export function probes(at: Instant, scene: MonitorScene): Shape[] {
  const shapes: Shape[] = []
  const grounds: Shape[] = []
  for (const { id, place, probes: watched } of standing(at, scene)) {
    for (const probe of watched) {
      const end = attach({ ...scene, place }, probe.node)
      if (!end) continue
      const silent = probe.missed > 0 ? hue.stale : hue.line
      shapes.push(
        line(`probe-${key(id)}${probe.node}`, p`M${place.x} ${place.y}L${end.x} ${end.y}`, silent, 1.5, {
          'stroke-dasharray': '1.5 5',
          'stroke-linecap': 'round',
        }),
      )
    }
    grounds.push(disc(`${key(id)}ground`, place.x, place.y, 26, hue.canvas))
  }
  return [...shapes, ...grounds]
}

/** Does the monitor look up at that card? */
export const isBelow = ({ x, y }: Point, box: Box, height: number): boolean =>
  y > box.y + height && x > box.x - 4 && x < box.x + box.width + 4

/** Where the probe of a monitor above or below a card meets it. */
export const probeX = ({ x }: Point, box: Box): number => Math.min(box.x + box.width - 20, Math.max(box.x + 20, x))

/** Where a probe meets a card: the nearest point of its side, below the header. */
function attach(scene: MonitorScene, node: string): Point | null {
  const card = scene.cardOf(node)
  if (!card) return null
  const { place } = scene
  const { box, height } = card
  const left = box.x - 4
  const right = box.x + box.width + 4
  if (place.x > left && place.x < right) {
    const under = scene.isMarked(node) ? 18 : 4
    return { x: probeX(place, box), y: place.y > box.y ? box.y + height + under : box.y - 4 }
  }
  return {
    x: place.x < left ? left : right,
    y: Math.max(box.y + 34, Math.min(box.y + height - 9, place.y)),
  }
}

/** Drawn above the cards. */
export function monitorShapes(at: Instant, scene: MonitorScene): Shape[] {
  const all = standing(at, scene)
  return [
    ...all.flatMap(({ id, place }) => travellers(at, { ...scene, place }, id)),
    ...talk(at, all),
    group('monitor', [...all.flatMap((one) => hexagon(at, one)), ...note(at, scene)], {
      'data-monitor': 'monitor',
      style: 'cursor:pointer',
    }),
    ...all.flatMap((one) => rings({ ...scene, place: one.place }, one)),
  ]
}

/** Beside one another at the monitor's place: towards where its words do not stand. */
const PITCH = 46

interface Standing extends Omit<VoterFrame, 'id'> {
  /** Its name; '' where it is the only one. */
  id: string
  place: Point
}

/** Every monitor and where it stands. The only one has no name of its own. */
function standing({ frame }: Instant, { place, layout }: MonitorScene): Standing[] {
  const { monitor, monitors } = frame
  if (monitor === null) return []
  const [first] = monitors
  if (first === undefined || first.id === 'monitor') {
    const alone = { dataCenter: null, verdict: 'up', votedFor: null, epoch: 1, leads: false } as const
    return [{ ...alone, ...monitor, id: '', place }]
  }
  const step = layout.monitor?.anchor === 'end' ? PITCH : -PITCH
  const last = monitors.length - 1
  return monitors.map((one, i) => ({ ...one, place: { x: place.x + (last - i) * step, y: place.y } }))
}

/** In front of the keys of one of several. */
const key = (id: string): string => (id === '' ? '' : `${id}-`)

/** Of several each bears its name; the outline says what it makes of the master, and who leads. */
function hexagon({ view }: Instant, { id, place: { x, y }, verdict, leads }: Standing): Shape[] {
  const outline = p`M${x + 16.45} ${y + 9.5}L${x} ${y + 19}L${x - 16.45} ${y + 9.5}V${y - 9.5}L${x} ${y - 19}L${x + 16.45} ${y - 9.5}Z`
  const selected = view.selected === 'monitor'
  const doubts = id !== '' && verdict !== 'up'
  const look = {
    stroke: id !== '' && leads ? hue.accent : doubts ? hue.stale : hue.ink,
    'stroke-width': selected || (id !== '' && leads) ? 3.5 : 2,
    ...(doubts && verdict === 'down-for-me' ? { 'stroke-dasharray': '3 2.4' } : {}),
  }
  return [
    ...(view.focused === 'monitor' ? focusRing(x, y, MONITOR_RADIUS) : []),
    area(`${key(id)}hexagon`, outline, hue.canvas, look),
    id === ''
      ? eye(x, y, hue.ink)
      : label(`${key(id)}id`, x, y + 4.4, id.slice(0, 4), { anchor: 'middle', bold: true }),
  ]
}

/** What monitors say to one another, on its way between them. */
function talk(at: Instant, all: readonly Standing[]): Shape[] {
  const shapes: Shape[] = []
  for (const m of at.frame.messages) {
    if (m.kind !== 'gossip' && m.kind !== 'vote') continue
    const from = all.find(({ id }) => id === m.from)?.place
    const to = all.find(({ id }) => id === m.to)?.place
    if (!from || !to) continue
    const share = at.view.reducedMotion ? 0.5 : shareAt(m, at.time)
    // In an arc above them: those that stand between are not meant.
    const x = from.x + (to.x - from.x) * share
    const y = from.y - 22 - Math.sin(Math.PI * share) * 14
    shapes.push(placed(`${m.kind}-${m.id}`, x, y, SIGNS[m.kind], { 'data-message': m.id }))
  }
  return shapes
}

function note(at: Instant, scene: MonitorScene): Shape[] {
  const home = scene.layout.monitor
  if (!home || !at.frame.monitor) return []
  const dx = scene.place.x - home.x
  const dy = scene.place.y - home.y
  const x = dx + (home.anchor === 'start' ? home.note.x : home.note.x + home.note.width)
  const y = dy + home.note.y + 11
  const [first = '', second = ''] = monitorLines(at.frame.monitor)
  const [only] = at.frame.monitors
  const name = only === undefined || only.id === 'monitor' ? monitorName : monitorsName(at.frame)
  const how = { anchor: home.anchor, halo: hue.canvas }
  const shapes = [label('name', x, y, name, { ...how, size: 13, bold: true })]
  const said = orders(at.frame)
  if (said !== '') {
    const past = textWidth(name, { size: 13, bold: true }) + 8
    const aside = home.anchor === 'start' ? x + past : x - past
    shapes.push(label('order', aside, y, said, { ...how, bold: true, fill: hue.accent }))
  }
  const oneLine = home.note.width > 150
  const lines = oneLine ? [`${first} ${second}`.trim()] : [first, second]
  lines.forEach((text, i) => {
    if (text !== '') shapes.push(label(`note-${i}`, x, y + 18 + i * 16, text, { ...how, fill: hue.muted }))
  })
  return shapes
}

/** What the commands under way say, the first given first. */
const orders = ({ messages }: Frame): string =>
  [...new Set(messages.filter((m) => m.kind === 'command').map((m) => commandWord(m.word)))].join(', ')

function travellers(at: Instant, scene: MonitorScene, id: string): Shape[] {
  const own = id === '' ? 'monitor' : id
  const shapes: Shape[] = []
  for (const m of at.frame.messages) {
    if (m.kind !== 'probe' && m.kind !== 'answer' && m.kind !== 'command') continue
    if (m.from !== own && m.to !== own) continue
    const node = m.from === own ? m.to : m.from
    const end = attach(scene, node)
    if (end) shapes.push(traveller(at, m, own, scene.place, end))
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
function rings(scene: MonitorScene, monitor: Standing): Shape[] {
  const shapes: Shape[] = []
  for (const probe of monitor.probes) {
    const end = probe.missed > 0 ? attach(scene, probe.node) : null
    if (!end) continue
    const length = Math.hypot(scene.place.x - end.x, scene.place.y - end.y) || 1
    const x = end.x + ((scene.place.x - end.x) * 7.2) / length
    const y = end.y + ((scene.place.y - end.y) * 7.2) / length
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
