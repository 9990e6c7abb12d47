import type { Frame, NodeFrame } from '../../engine/index.ts'
import { gateCount, gateWords } from '../../words/index.ts'
import { hue } from '../glyphs/index.ts'
import { group, label, line, p, type Shape } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { beside } from './route.ts'
import type { Stand, Way } from './ways.ts'

/**
 * The gate of a master that waits: quorum and all, which never give up, have a bar across each link where it leaves the
 * card; how many of the needed acknowledgements the oldest waiting write has is told beside it. A gate that waits for
 * more slaves than there are is shut: the bar is heavy, under a warning arc.
 */
const FROM_CARD = 12

/** Acknowledgements that a write waits for are drawn as a second line: in every mode but async. */
export const isWaitedFor = ({ mode }: Frame, way: Way): boolean =>
  mode.kind !== 'async' && way.from.role === 'master' && way.to.copy === null

export const hasGate = (frame: Frame, way: Way): boolean =>
  isWaitedFor(frame, way) && (frame.mode.kind === 'quorum' || frame.mode.kind === 'all')

/** The bar across one link. */
export function gateBar({ frame }: Instant, { route }: Way): Shape {
  const q = route.at(Math.min(0.4, FROM_CARD / Math.max(1, route.length)))
  const shut = frame.mode.gate === 'blocked'
  const [a, b] = [beside(q, 10), beside(q, -10)]
  return line('bar', p`M${a.x} ${a.y}L${b.x} ${b.y}`, shut ? hue.warn : hue.ink, shut ? 5 : 3)
}

/** How many acknowledgements the oldest write at the gate has: those that cover it, as far as they have arrived. */
function acksOfOldest(node: NodeFrame, time: number): number {
  const oldest = node.cells.find((c) => c.okAt === null && c.origin === node.id && c.fate === 'kept')
  return oldest ? oldest.ackedAt.filter((t) => t <= time).length : 0
}

/** Under the corner of that master's card, where its links leave: the count, or that the gate is shut. */
export function gateSign(at: Instant, ways: readonly Way[], stand: (id: string) => Stand | null): Shape[] {
  const { frame, time } = at
  const first = ways.find((way) => hasGate(frame, way))
  const master = first && stand(first.from.id)
  if (!first || !master) return []
  const { mode, nodes } = frame
  const shut = mode.gate === 'blocked'
  if (!shut && mode.waiting === 0) return []
  const arcs = shut ? ways.filter((way) => way.live && hasGate(frame, way)).map(arc) : []
  const { box, height } = master
  const right = box.x + box.width
  const bottom = box.y + height
  const close = nodes.some((n) => {
    const other = stand(n.id)?.box
    return other && other.y > box.y && other.y < bottom + 22 && other.x < right && other.x + other.width > box.x
  })
  if (close) return [group(`gate-${first.from.id}`, arcs)]
  const count = gateCount(Math.min(mode.needed, acksOfOldest(first.from, time)), mode.needed)
  const words = shut ? `${gateWords.blocked}, ${count}` : count
  const how = { size: 13, bold: true, anchor: 'end', halo: hue.canvas, fill: shut ? hue.warn : hue.ink } as const
  return [group(`gate-${first.from.id}`, [...arcs, label('count', right - 2, bottom + 17, words, how)])]
}

/** Over the bar of a shut gate. */
function arc({ link, route }: Way): Shape {
  const q = route.at(Math.min(0.4, FROM_CARD / Math.max(1, route.length)))
  const [a, b] = [beside(q, 12), beside(q, -12)]
  return line(`arc-${link.id}`, p`M${a.x} ${a.y}A13 13 0 0 0 ${b.x} ${b.y}`, hue.warn, 2)
}
