import { originHue, originOf, silhouette } from '../glyphs/index.ts'
import { area, box, disc, group, label, line, p, type Shape, textWidth } from '../picture/index.ts'
import type { Mark } from './lanes.ts'

// One sign for each thing that can happen on a lane. Ticks cross the line; glyphs stand on a gap in it (a plate
// of canvas), so that the line never runs through a sign.

/** Half of the width a mark takes, px. */
const RADIUS: Record<Mark['is'], number> = {
  write: 1.5,
  applied: 1.5,
  probe: 2.2,
  setting: 5,
  ack: 6,
  'probe-missed': 6,
  fault: 8,
  healed: 8,
  timeout: 9,
  death: 9,
  chosen: 9,
  restart: 9,
  fenced: 9,
  lost: 10,
  phantom: 9,
  blocked: 9,
  joined: 6,
  left: 6,
  entry: 8.5,
  conflict: 10,
}
export const markRadius = (is: Mark['is']): number => RADIUS[is]

/** Half the width of this very mark: a merged one carries a number and grows with it. */
export function markExtent(is: Mark['is'], count: number): number {
  return is === 'ack' && count > 1 ? plateWidth(count) / 2 + 2 : is === 'lost' ? lostWidth(count) / 2 : RADIUS[is]
}

const plateWidth = (count: number) => Math.max(15, textWidth(String(count), { mono: true }) + 8)
const lostWidth = (count: number) => Math.max(19, textWidth(String(count), { mono: true, bold: true }) + 8)

/**
 * The shapes of a mark around (0, 0); `pitch` is the distance of lanes, 16 .. 32: signs shrink under 22. A tick
 * that stands for several is bolder, unless it is one of a crowd: then the crowd says it.
 */
export function markGlyph(is: Mark['is'], count: number, pitch: number, alone = true, origin = 0): Shape[] {
  // The same sign is the same value, so that a frame that only moves it costs one attribute.
  const key = `${is} ${count} ${pitch} ${alone} ${origin}`
  const known = drawn.get(key)
  if (known) return known
  const shapes = is === 'entry' ? entrySign(origin, count, pitch) : draw(is, count, pitch, alone)
  if (drawn.size < 2_000) drawn.set(key, shapes)
  return shapes
}

const drawn = new Map<string, Shape[]>()

function draw(is: Mark['is'], count: number, pitch: number, alone: boolean): Shape[] {
  const tick = (half: number) => {
    const reach = Math.min(half, pitch / 2 - 3)
    return [line('tick', p`M0 ${-reach}v${2 * reach}`, 'var(--ink)', count > 1 && alone ? 2.5 : 1.5)]
  }
  const scale = Math.min(1, (pitch + 2) / 24)
  const sign = (...shapes: Shape[]) => [
    disc('plate', 0, 0, 9 * scale, 'var(--canvas)'),
    scale === 1
      ? group('sign', shapes)
      : group('sign', shapes, { transform: `scale(${Math.round(scale * 100) / 100})` }),
  ]
  switch (is) {
    case 'write':
      return tick(5)
    case 'applied':
      return tick(4)
    case 'probe':
      return [disc('dot', 0, 0, 2.2, 'var(--ink)')]
    case 'probe-missed':
      return [
        disc('plate', 0, 0, 6, 'var(--canvas)'),
        disc('ring', 0, 0, 4, 'var(--canvas)', {
          stroke: 'var(--stale)',
          'stroke-width': 1.6,
          'stroke-dasharray': '2.4 1.8',
        }),
      ]
    case 'ack':
      return count > 1
        ? counted(count)
        : [
            disc('plate', 0, 0, 6, 'var(--canvas)'),
            disc('ring', 0, 0, 4.5, 'var(--canvas)', { stroke: 'var(--ok)', 'stroke-width': 1.8 }),
          ]
    case 'timeout':
      return sign(
        disc('face', 0, 0, 6, 'none', { stroke: 'var(--warn)', 'stroke-width': 1.5 }),
        line('hands', 'M0 -3.5v3.5l3 1.8', 'var(--warn)', 1.5),
      )
    case 'death':
      return sign(line('cross', 'M-5.5 -5.5l11 11m0 -11l-11 11', 'var(--crit)', 3))
    case 'chosen':
      return sign(line('chevron', 'M-6.5 5l6.5 -8 6.5 8', 'var(--accent)', 3))
    case 'restart':
      return sign(line('turn', 'M-5 -5v4h4M-4.6 -1A5.4 5.4 0 1 1 -5.3 1.6', 'var(--ink)', 1.6))
    case 'fault':
      return [
        box('plate', -8, -7, 16, 14, 'var(--canvas)'),
        line('cut', p`M-1 ${-7 * scale}l-5 ${14 * scale}M6 ${-7 * scale}l-5 ${14 * scale}`, 'var(--crit)', 3),
      ]
    case 'healed':
      return [
        box('plate', -8, -7, 16, 14, 'var(--canvas)'),
        line('joined', p`M-5 ${-5 * scale}v${10 * scale}M5 ${-5 * scale}v${10 * scale}M-5 0h10`, 'var(--ok)', 2),
      ]
    case 'fenced':
      return sign(
        line('shackle', 'M-3 -1v-2a3 3 0 0 1 6 0v2', 'var(--stale)', 1.6),
        area('body', 'M-5 -1h10v7h-10z', 'var(--stale)'),
      )
    case 'setting':
      return [disc('plate', 0, 0, 5, 'var(--canvas)'), disc('dot', 0, 0, 3.5, 'var(--accent)')]
    case 'phantom':
      return sign(
        disc('face', 0, 0, 6, 'none', { stroke: 'var(--crit)', 'stroke-width': 1.6, 'stroke-dasharray': '2.4 1.8' }),
      )
    case 'blocked':
      return sign(line('bars', 'M-2.5 -5v10M2.5 -5v10', 'var(--crit)', 2.5))
    case 'joined':
      return sign(line('plus', 'M-4.5 0h9M0 -4.5v9', 'var(--ink)', 2))
    case 'left':
      return sign(line('minus', 'M-4.5 0h9', 'var(--ink)', 2))
    case 'entry':
      return entrySign(0, count, pitch)
    case 'conflict':
      return [
        area('plate', 'M0 -11l11 11 -11 11 -11 -11z', 'var(--canvas)'),
        area(
          'diamond',
          p`M0 ${-8 * scale}l${8 * scale} ${8 * scale} ${-8 * scale} ${8 * scale} ${-8 * scale} ${-8 * scale}z`,
          'var(--conflict)',
        ),
      ]
    case 'lost':
      return lost(count, Math.min(19, pitch - 1))
  }
}

/** An entry in the silhouette of its origin; several close together overlap like cards. */
function entrySign(place: number, count: number, pitch: number): Shape[] {
  const origin = originOf(place)
  const side = Math.min(12, pitch - 5)
  const [paint, half] = [originHue(origin), side / 2]
  const behind = count > 1 ? [{ key: 'behind', dx: 3 }] : []
  const at = (key: string, grown: number, dx: number, fill: string) =>
    group(key, [area('shape', silhouette(origin, side + 2 * grown, side + 2 * grown), fill)], {
      transform: p`translate(${dx - half - grown} ${-half - grown})`,
    })
  return [
    ...behind.flatMap(({ key, dx }) => [at(`${key}-plate`, 2.5, dx, 'var(--canvas)'), at(key, 0, dx, paint)]),
    at('plate', count > 1 ? 1.2 : 2.5, 0, 'var(--canvas)'),
    at('entry', 0, 0, paint),
  ]
}

/** Several acknowledgements as one ring around their number. */
function counted(count: number): Shape[] {
  const width = plateWidth(count)
  return [
    box('plate', -width / 2 - 1.5, -9, width + 3, 18, 'var(--canvas)'),
    box('ring', -width / 2, -7.5, width, 15, 'var(--canvas)', { rx: 7.5, stroke: 'var(--ok)', 'stroke-width': 1.8 }),
    label('count', 0, 4.4, String(count), { fill: 'var(--ok)', mono: true, anchor: 'middle' }),
  ]
}

/** The dashed cell of lost writes, with how many they are. */
function lost(count: number, height: number): Shape[] {
  const width = lostWidth(count)
  return [
    box('plate', -width / 2 - 2, -height / 2 - 1.5, width + 4, height + 3, 'var(--canvas)'),
    box('cell', -width / 2, -height / 2, width, height, 'var(--canvas)', {
      stroke: 'var(--crit)',
      'stroke-width': 2,
      'stroke-dasharray': '3 2',
    }),
    label('count', 0, 4.4, String(count), { fill: 'var(--crit)', bold: true, mono: true, anchor: 'middle' }),
  ]
}
