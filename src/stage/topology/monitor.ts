import type { Frame, MessageFrame, MonitorFrame } from '../../engine/index.ts'
import { commandWord, doVote, monitorName, monitorsName, votingLines } from '../../words/index.ts'
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
  /** Where a monitor stands now; it may have been moved by hand. */
  placeOf(monitor: string): Point | null
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
      const end = attach(scene, place, probe.node)
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
function attach(scene: MonitorScene, place: Point, node: string): Point | null {
  const card = scene.cardOf(node)
  if (!card) return null
  const { box, height } = card
  const left = box.x - 4
  const right = box.x + box.width + 4
  if (place.x > left && place.x < right) {
    const under = scene.isMarked(node) ? 18 : 4
    const x = probeX(place, box)
    if (!isBehind(scene, node, x, place, box)) return { x, y: place.y > box.y ? box.y + height + under : box.y - 4 }
    // Beside it, above where those who stand further to the side meet it.
    return { x: right + 9, y: box.y + height - 34 }
  }
  return {
    x: place.x < left ? left : right,
    y: Math.max(box.y + 34, Math.min(box.y + height - 9, place.y)),
  }
}

/** Straight above or below, with another card between: its sign would lie half under that one. */
function isBehind({ layout, cardOf }: MonitorScene, node: string, x: number, place: Point, box: Box): boolean {
  for (const id of layout.cards.keys()) {
    const other = id === node ? null : cardOf(id)?.box
    if (other && other.x < x && other.x + other.width > x && (other.y - box.y) * (other.y - place.y) < 0) return true
  }
  return false
}

/** Drawn above the cards. */
export function monitorShapes(at: Instant, scene: MonitorScene): Shape[] {
  const all = standing(at, scene)
  return [
    ...all.flatMap((one) => travellers(at, scene, one)),
    ...talk(at, all),
    ...all.map((one) => {
      const words = one.name === spoken(at.frame) ? note(at, scene) : []
      return group(`monitor-${one.name}`, [...hexagon(at, one), ...words], touchable(one.name))
    }),
    ...all.flatMap((one) => rings(scene, one)),
  ]
}

const touchable = (name: string) => ({ 'data-monitor': name, style: 'cursor:pointer' })

const ONLY = 'monitor'

/** Whom the words are about: the one that leads, or else the first. */
const spoken = ({ monitors }: Frame): string => (monitors.find(({ leads }) => leads) ?? monitors[0])?.id ?? ONLY

interface Standing extends Omit<MonitorFrame, 'id'> {
  name: string
  /** Its name in a drawing of several; '' where it is the only one. */
  id: string
  place: Point
}

/** Every monitor and where it stands. The only one has no name of its own. */
function standing({ frame }: Instant, { placeOf }: MonitorScene): Standing[] {
  const { monitor, monitors } = frame
  if (monitor === null) return []
  const [first] = monitors
  if (first === undefined || first.id === ONLY) {
    const alone = { dataCenter: null, verdict: 'up', votedFor: null, epoch: 1, leads: false } as const
    const place = placeOf(ONLY)
    return place ? [{ ...alone, ...monitor, name: ONLY, id: '', place }] : []
  }
  return monitors.flatMap((one) => {
    const place = placeOf(one.id)
    return place ? [{ ...one, name: one.id, place }] : []
  })
}

/** In front of the keys of one of several. */
const key = (id: string): string => (id === '' ? '' : `${id}-`)

/** Of several each bears its name; the outline says what it makes of the master, and who leads. */
function hexagon({ view }: Instant, { name, id, place: { x, y }, verdict, leads }: Standing): Shape[] {
  const outline = p`M${x + 16.45} ${y + 9.5}L${x} ${y + 19}L${x - 16.45} ${y + 9.5}V${y - 9.5}L${x} ${y - 19}L${x + 16.45} ${y - 9.5}Z`
  const selected = view.selected === name
  const doubts = id !== '' && verdict !== 'up'
  const look = {
    stroke: id !== '' && leads ? hue.accent : doubts ? hue.stale : hue.ink,
    'stroke-width': selected || (id !== '' && leads) ? 3.5 : 2,
    ...(doubts && verdict === 'down-for-me' ? { 'stroke-dasharray': '3 2.4' } : {}),
  }
  return [
    ...(view.focused === name ? focusRing(x, y, MONITOR_RADIUS) : []),
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
    const y = from.y + (to.y - from.y) * share - 22 - Math.sin(Math.PI * share) * 14
    shapes.push(placed(`${m.kind}-${m.id}`, x, y, SIGNS[m.kind], { 'data-message': m.id }))
  }
  return shapes
}

function note(at: Instant, scene: MonitorScene): Shape[] {
  const home = scene.layout.monitor
  if (!home || !at.frame.monitor) return []
  // The only one takes its words along when it is moved.
  const place = scene.placeOf(ONLY) ?? home
  const dx = place.x - home.x
  const dy = place.y - home.y
  const x = dx + (home.anchor === 'start' ? home.note.x : home.note.x + home.note.width)
  const y = dy + home.note.y + 11
  const votes = doVote(at.frame)
  const idle = !at.frame.monitors.some(({ leads }) => leads)
  const voting = votes && idle ? votingLines(at.frame) : []
  const [first = '', second = ''] = voting.length > 0 ? voting : monitorLines(at.frame.monitor)
  const name = votes ? monitorsName(at.frame) : monitorName
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

function travellers(at: Instant, scene: MonitorScene, { name: own, place }: Standing): Shape[] {
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
function rings(scene: MonitorScene, monitor: Standing): Shape[] {
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
