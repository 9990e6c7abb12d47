import { alerting } from '../../words/index.ts'
import { area, box, disc, group, line, p, type Shape } from '../picture/index.ts'
import type { AlertSpan, LagSeries } from './series.ts'

// Alerts as bars under the ruler: thin for a warning, thick and with a stem for a critical one. A ring with a point
// stands where a user could first have noticed: before the bar, it came too late.

/** Something that a click can reach: it seeks to exactly `t`. */
export interface Target {
  x: number
  y: number
  reachX: number
  reachY: number
  t: number
  fact: number
}

export function alertShapes(
  { alerts, playedTo }: LagSeries,
  { from, to, slave, chosen }: { from: number; to: number; slave: string; chosen?: number | null },
  x: (t: number) => number,
  y: number,
  bottom: number,
): { shapes: Shape[]; targets: Target[] } {
  const shapes: Shape[] = []
  const targets: Target[] = []
  for (const alert of alerts) {
    const end = alert.to ?? Math.min(to, playedTo)
    const own = alert.node === slave || alert.reason === 'copies'
    if (!own || end < from || alert.from > to) continue
    const [a, b] = [x(Math.max(from, alert.from)), Math.max(x(Math.min(to, end)), x(Math.max(from, alert.from)) + 3)]
    shapes.push(bar(alert, a, b, y, bottom, alert.id === chosen))
    if (alert.from >= from) targets.push({ x: a, y: y + 5, reachX: 8, reachY: 10, t: alert.from, fact: alert.fact })
    const { noticedAt } = alert
    if (noticedAt === null || noticedAt < from || noticedAt > to) continue
    shapes.push(noticed(`noticed/${alert.id}`, x(noticedAt), y + 5))
    targets.push({ x: x(noticedAt), y: y + 5, reachX: 6, reachY: 10, t: noticedAt, fact: alert.fact })
  }
  return { shapes, targets }
}

function bar(alert: AlertSpan, a: number, b: number, y: number, bottom: number, chosen: boolean): Shape {
  const critical = alert.level === 'critical'
  const hue = critical ? 'var(--crit)' : 'var(--warn)'
  const row = ROWS[alert.reason]
  const height = critical ? 4 : 2
  const parts = [box('bar', a, y + row, b - a, height, hue)]
  if (critical) parts.push(area('start', p`M${a} ${y + row - 1}v${height + 2}h2v${-height - 2}z`, hue))
  if (chosen) parts.push(line('stem', p`M${a} ${y + row}V${bottom}`, hue, 1))
  return { ...group(`alert/${alert.id}`, parts), title: alerting.span(alert) }
}

/** Bars of different reasons do not cover one another. */
const ROWS = { entries: 0, seconds: 4, 'no-data': 8, copies: 12 } as const

const noticed = (key: string, x: number, y: number): Shape => ({
  ...group(key, [
    disc('ring', x, y, 4.5, 'var(--canvas)', { stroke: 'var(--ink)', 'stroke-width': 1.5 }),
    disc('point', x, y, 1.6, 'var(--ink)'),
  ]),
  title: alerting.noticedHere,
})
