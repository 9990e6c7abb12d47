import type { Cell, NodeFrame, SiteFrame } from '../../engine/index.ts'
import { type Accord, accordOf, masterWords, siteOf } from '../../words/index.ts'
import { badge, hue } from '../glyphs/index.ts'
import { area, disc, fitted, label, line, p, type Shape, textWidth } from '../picture/index.ts'
import { type CardScene, note } from './cardRows.ts'
import { cellsInWindow } from './columns.ts'
import { effect, type Instant } from './effect.ts'
import type { Box } from './layout.ts'
import { type MasterSpec, specOf } from './masterSizes.ts'
import { BESIDE, regionFoot, regionParts, witnessLines } from './regions.ts'
import { rowLine } from './rowLine.ts'
import { rowOf, shownKeys } from './shownRows.ts'
import { strip } from './strip.ts'

/**
 * What stands on the card of one of several masters: its log in its own order, the shared rows as it has them, and how
 * it stands to the others.
 */
const SLIDE_MS = 160
const SIGN = 19

export const masterSpec = ({ layout }: CardScene, place: Box): MasterSpec =>
  specOf(layout.masters!.size, place.width, layout.masters!.regions)

export function masterRows(at: Instant, node: NodeFrame, scene: CardScene, ground: string, place: Box): Shape[] {
  const spec = masterSpec(scene, place)
  const site = siteOf(at.frame, node.id)
  if (!site) return []
  const stale = node.process !== 'up'
  return [
    ...(site.region?.witness
      ? witnessLines(site.region, spec, stale)
      : [...logRow(at, node, site, scene, ground, spec), ...rowLines(at, site, scene, spec, stale)]),
    ...regionParts(at, node, site, scene, spec, place),
    ...(regionFoot(at, node, site, spec, place) ?? foot(at, node, site, spec, place)),
  ]
}

function logRow(
  at: Instant,
  node: NodeFrame,
  site: SiteFrame,
  scene: CardScene,
  ground: string,
  spec: MasterSpec,
): Shape[] {
  const { columns, log: top, size } = spec
  const up = node.process === 'up'
  const head = endOf(at, node)
  const start = Math.max(1, head - columns.count + 1)
  const word = { size: 13, fill: up ? hue.muted : hue.stale } as const
  const isWorded = size !== 'mini' && size !== 'strip'
  return [
    ...(isWorded ? [label('log-word', 12, top + 14.6, masterWords.log, word)] : []),
    strip(at, {
      key: 'binlog',
      cells: cellsInWindow(node.cells, start, columns).map((cell) => asSeen(cell, site)),
      start,
      columns,
      top,
      ground,
      ink: up ? hue.ink : hue.stale,
      head: null,
      last: node.received,
      purgedTo: node.purgedTo,
      originOf: scene.originOf,
      drop: 0,
    }),
  ]
}

/** The end of a log slides on as an entry comes. */
function endOf(at: Instant, { cells, received }: NodeFrame): number {
  let end = received
  for (const cell of cells) end -= 1 - effect(at, cell.receivedAt, SLIDE_MS)
  return end
}

/**
 * A write is promised where it was written. Discarded is what this master has thrown away: as long as it keeps the
 * version it does not know better, whatever another one has decided.
 */
function asSeen(cell: Cell, site: SiteFrame): Cell {
  const own = cell.origin === site.node
  const stands = cell.fate === 'discarded' && holds(site, cell)
  return { ...cell, okAt: own ? cell.okAt : null, fate: stands ? 'kept' : cell.fate }
}

const holds = ({ rows }: SiteFrame, { key, origin, number }: Cell): boolean =>
  rows.some((row) => row.key === key && row.versions.some((v) => v.origin === origin && v.sequence === number))

function rowLines(at: Instant, site: SiteFrame, scene: CardScene, spec: MasterSpec, stale: boolean): Shape[] {
  const { lines, more } = scene.layout.masters!
  const keys = shownKeys(at.frame, lines)
  const shapes = keys.map((key, i) =>
    rowLine(at.frame, {
      key,
      row: rowOf(site, key),
      width: spec.width,
      x: spec.columns.x,
      y: spec.row + i * spec.pitch,
      originOf: scene.originOf,
      stale,
      plain: site.region !== null,
      promisedTo: site.region?.promised.find((one) => one.key === key)?.to,
    }),
  )
  const rest = site.rows.filter(({ key }) => !keys.includes(key)).length
  if (more && rest > 0) {
    const y = spec.row + lines * spec.pitch - 2
    shapes.push(label('more', spec.columns.x, y, masterWords.more(rest), { fill: hue.muted }))
  }
  return shapes
}

/** Agrees, differs, or stands still: a sign, and words where there is room for them. */
function foot(at: Instant, node: NodeFrame, site: SiteFrame, spec: MasterSpec, place: Box): Shape[] {
  const { size, columns, width, log } = spec
  const up = node.process === 'up'
  // A witness has nothing that could agree, and its rows say so.
  if (up && site.region?.witness) return []
  const { is, words, short } = accordOf(at.frame, site)
  const sign = (x: number, y: number) => (up ? accordSign(is, x, y) : badge('unknown', x, y))
  if (size === 'mini') return [sign(SIGN, log + 10)]
  if (size === 'strip') return [sign(columns.x - 13, log + 10)]
  const how = { size: 13, bold: up && is !== 'agrees', fill: up ? ACCORD_HUE[is] : hue.stale }
  const inRoom = (room: number): string =>
    up ? fitted(textWidth(words, how) <= room ? words : short, room, how) : fitted(note(at, node), room, how)
  if (size === 'wide' && spec.footer === null) {
    const x = columns.x + columns.count * columns.pitch + 14
    return [sign(x, log + 10), label('accord', x + 14, log + 14.6, inRoom(width - x - 20), how)]
  }
  const y = place.height - spec.footer!
  return [
    ...(size === 'full' ? [line('rule', p`M12 ${place.height - 30.5}H${width - 12}`, hue.hair, 1)] : []),
    sign(SIGN, y - 4.5),
    label('accord', 34, y, inRoom((size === 'wide' ? BESIDE : width) - 42), how),
  ]
}

const ACCORD_HUE: Record<Accord, string> = { agrees: hue.ink, differs: hue.conflict, stopped: hue.crit }

export function accordSign(is: Accord, x: number, y: number): Shape {
  if (is === 'agrees') return disc('sign', x, y, 5.5, hue.ok)
  if (is === 'differs') return area('sign', p`M${x} ${y - 7}l7 7 -7 7 -7 -7z`, hue.conflict)
  return badge('critical', x, y)
}
