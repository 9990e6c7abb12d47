/**
 * The failover monitor: a hexagon with an eye, straight dotted probes to every node, a dot for each probe and each
 * answer under way, a dashed ring at the end of a probe that was missed. What it has decided stands beside it, and after
 * its name what it says: once, however many it says it to, as words that ride along would meet where all ways begin.
 */
import type { Frame } from '../../engine/index.ts'
import { doVote, monitorName, monitorsName, votingLines } from '../../words/index.ts'
import { eye, hue } from '../glyphs/index.ts'
import { area, disc, group, label, line, p, type Shape, textWidth } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { focusRing } from './focusRing.ts'
import { happenings } from './happenings.ts'
import { type Layout, MONITOR_RADIUS } from './layout.ts'
import { attach, key, type MonitorScene, ONLY, type Standing, standing } from './monitorPlace.ts'
import { monitorLines } from './phrases.ts'

export { isBelow, type MonitorScene, probeX } from './monitorPlace.ts'

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

/** Drawn above the cards. */
export function monitorShapes(at: Instant, scene: MonitorScene): Shape[] {
  const all = standing(at, scene)
  return [
    ...all.flatMap((one) => happenings.travellers(at, scene, one)),
    ...happenings.talk(at, all),
    ...all.map((one) => {
      const words = one.name === spoken(at.frame) ? note(at, scene) : []
      return group(`monitor-${one.name}`, [...hexagon(at, one), ...words], touchable(one.name))
    }),
    ...all.flatMap((one) => happenings.rings(scene, one)),
  ]
}

const touchable = (name: string) => ({ 'data-monitor': name, style: 'cursor:pointer' })

/** Whom the words are about: the one that leads, or else the first. */
const spoken = ({ monitors }: Frame): string => (monitors.find(({ leads }) => leads) ?? monitors[0])?.id ?? ONLY

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
  const said = happenings.orders(at.frame)
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
