import type { MessageFrame, NodeFrame, RegionFrame } from '../../engine/index.ts'
import { flushedBy } from '../../words/index.ts'
import { cross, hue, at as placed } from '../glyphs/index.ts'
import { area, box, disc, group, label, line, p, type Shape } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { isPulse, shownShare } from './flight.ts'
import { messageMarks, travelling } from './messageMarks.ts'
import type { ReplicaSpec } from './regionSizes.ts'

/**
 * The three replicas of a region: who leads, which one is down, and the end of the log that they keep together, the same
 * change in the same column: solid = applied, outlined = flushed, a dot = not there. What they say to each other rides on
 * the lane above them; too quick to be followed, it lights up the lane.
 */
type Replica = RegionFrame['replicas'][number]

const CELL = { width: 7, height: 10, pitch: 9 }
const ICON = 16
const LETTER = 12
const PULSE_MS = 160

/** Middle of a replica, where its messages leave and arrive. */
const middleOf = (spec: ReplicaSpec, zone: number): number =>
  spec.x + zone * spec.pitch + (ICON + (spec.lettered ? LETTER : 0) + spec.cells * CELL.pitch) / 2

export function replicas(at: Instant, node: NodeFrame, region: RegionFrame, spec: ReplicaSpec): Shape[] {
  const up = node.process === 'up'
  const { newest } = flushedBy(region)
  const first = Math.max(1, newest - spec.cells + 1)
  return [
    group('replicas', [
      ...(spec.lettered ? lane(at, node, region, spec) : []),
      ...region.replicas.map((one, zone) => replica(one, spec.x + zone * spec.pitch, first, spec, up)),
      ...(spec.count !== null && newest > 0 && up ? quorum(region, spec.count, spec.lane) : []),
      ...(spec.lettered ? talk(at, node, spec) : []),
    ]),
  ]
}

function replica(one: Replica, x: number, first: number, spec: ReplicaSpec, up: boolean): Shape {
  const isUp = up && one.state !== 'down'
  const ink = isUp ? hue.ink : hue.stale
  const from = ICON + (spec.lettered ? LETTER : 0)
  const cells = Array.from({ length: spec.cells }, (_, i) => change(one, first + i, from + i * CELL.pitch, ink))
  return placed(`replica-${one.zone}`, x, spec.y, [
    sign(isUp ? one.state : 'down', ink),
    ...(spec.lettered
      ? [label('zone', ICON, 4.4, one.zone, { mono: true, bold: one.state === 'leader', fill: ink })]
      : []),
    ...cells,
  ])
}

/** A crown for the leader, a ring for who follows, a cross for who is down. */
function sign(state: Replica['state'], ink: string): Shape {
  if (state === 'leader') return area('leader', 'M0 4.5v-8l3 3.6l3 -5.1l3 5.1l3 -3.6v8z', ink)
  if (state === 'down') return cross('down', 6, 0, 8, ink, 2)
  return disc('follower', 6, 0, 4, 'none', { stroke: ink, 'stroke-width': 1.6 })
}

function change({ persisted, applied }: Replica, position: number, x: number, ink: string): Shape {
  const key = `change-${position}`
  if (position > persisted) return disc(key, x + CELL.width / 2, 0, 1.2, hue.line)
  if (position > applied)
    return box(key, x + 0.7, -CELL.height / 2 + 0.7, CELL.width - 1.4, CELL.height - 1.4, 'none', {
      stroke: ink,
      'stroke-width': 1.4,
    })
  return box(key, x, -CELL.height / 2, CELL.width, CELL.height, ink)
}

/** How many have flushed the newest change: two of three are enough. */
function quorum(region: RegionFrame, x: number, y: number): Shape[] {
  const { has, of } = flushedBy(region)
  const paint = has >= 2 ? hue.ok : hue.warn
  return [
    ...(has >= 2 ? [line('quorum', p`M${x - 13} ${y + 0.5}l3 3.2l5.4 -6.4`, paint, 2)] : []),
    label('flushed', x, y + 4.4, `${has}/${of}`, { mono: true, bold: true, fill: paint }),
  ]
}

function lane(at: Instant, node: NodeFrame, region: RegionFrame, spec: ReplicaSpec): Shape[] {
  const [left, right] = [middleOf(spec, 0), middleOf(spec, 2)]
  const d = p`M${left} ${spec.lane}H${right}`
  const feet = [0, 1, 2].map((zone) => p`M${middleOf(spec, zone)} ${spec.lane}v5`).join('')
  const electing = region.electingSince >= 0 || node.process !== 'up'
  const dashed = electing ? { 'stroke-dasharray': '2 4' } : {}
  const glow = node.process === 'up' ? strengthOf(at, node.id) : 0
  return [
    ...(glow > 0 ? [line('glow', d, hue.ok, 4, { opacity: Math.round(100 * glow) / 100 })] : []),
    line('lane', d + feet, electing ? hue.stale : hue.line, 1, dashed),
  ]
}

const isInside = ({ from, to }: MessageFrame, node: string): boolean =>
  from.startsWith(`${node}/`) && to.startsWith(`${node}/`)

/** How bright the lane is: what is under way is too quick to be seen, or has just come. */
function strengthOf(at: Instant, node: string): number {
  if (at.frame.messages.some((m) => isInside(m, node) && isPulse(at, m))) return 0.9
  const window = (PULSE_MS / 1000) * at.view.usPerSecond
  let youngest = window
  for (const { kind, at: where, t } of at.frame.recent)
    if (kind === 'replica-flushed' && where === node && t <= at.time) youngest = Math.min(youngest, at.time - t)
  // Where it can be followed, it needs no glow.
  if (youngest >= window || at.view.usPerSecond < SLOW) return 0
  return at.view.reducedMotion ? 0.9 : 0.9 * (1 - youngest / window)
}

/** Below this many microseconds a wall second even a flight of half a millisecond can be followed. */
const SLOW = 3000

/** Small cells on their way to a replica, rings on their way back, chevrons of those who want to lead. */
function talk(at: Instant, { id }: NodeFrame, spec: ReplicaSpec): Shape[] {
  return at.frame.messages
    .filter((m) => isInside(m, id) && !isPulse(at, m))
    .map((m) => {
      const [from, to] = [m.from, m.to].map((end) => middleOf(spec, 'abc'.indexOf(end.slice(id.length + 1))))
      const x = from! + (to! - from!) * shownShare(at, m)
      const y = spec.lane + (m.kind === 'persisted' ? 4 : -4)
      return travelling(`${m.kind}-${m.id}`, { x, y }, token(m.kind), messageMarks(at, m, 7), m)
    })
}

/** Takes the pointer for a sign this small; a large one would take the card's. */
const hit: Shape = disc('hit', 0, 0, 8, 'none', { stroke: 'transparent', 'pointer-events': 'all' })

function token(kind: MessageFrame['kind']): Shape[] {
  if (kind === 'persist') return [hit, box('rim', -5.5, -5.5, 11, 11, hue.panel), box('cell', -4, -4, 8, 8, hue.ink)]
  if (kind === 'persisted') return [hit, disc('ring', 0, 0, 4, hue.panel, { stroke: hue.ok, 'stroke-width': 2 })]
  return [hit, line('chevron', 'M-4 3l4 -6l4 6', hue.accent, 2.2)]
}
