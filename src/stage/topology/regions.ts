import type { NodeFrame, RegionFrame, SiteFrame } from '../../engine/index.ts'
import { bandOf, latencyOf, regionNote, regionOf, regionWords } from '../../words/index.ts'
import { badge, hue, smallLock } from '../glyphs/index.ts'
import { area, disc, fitted, group, label, p, type Shape } from '../picture/index.ts'
import type { CardScene } from './cardRows.ts'
import type { Instant } from './effect.ts'
import type { Box } from './layout.ts'
import type { MasterSpec } from './masterSizes.ts'
import { latencyGauges } from './regionLatency.ts'
import { replicas } from './regionReplicas.ts'

/**
 * What a region shows beside what every master does: its replicas, how late the items of others are, and a band across
 * its lower end when it has no leader or reaches nobody.
 */
export function regionParts(
  at: Instant,
  node: NodeFrame,
  { region }: SiteFrame,
  scene: CardScene,
  spec: MasterSpec,
  place: Box,
): Shape[] {
  if (!region || !spec.replicas) return []
  const { latency, width } = spec
  const isWide = spec.size === 'wide'
  const look = {
    x: isWide ? 198 : 64,
    y: place.height - (latency ?? 0),
    to: width - 8,
    originOf: scene.originOf,
    stale: node.process !== 'up',
    wordX: isWide ? null : 12,
  }
  return [
    ...replicas(at, node, region, spec.replicas),
    ...(latency === null || latency === undefined ? [] : latencyGauges(latencyOf(region), look)),
  ]
}

/** In place of log and rows: a witness has neither, only what it has promised of the rows of others. */
export function witnessLines({ promised }: RegionFrame, spec: MasterSpec, stale: boolean): Shape[] {
  const { size, width, columns, log, row, pitch } = spec
  const isTight = size === 'mini' || size === 'strip'
  const [x, to] = isTight ? [columns.x, width] : [12, size === 'wide' ? BESIDE : width]
  const how = { size: isTight ? 12 : 13, fill: stale ? hue.stale : hue.muted } as const
  const words = label('change-data', x, log + 14.6, fitted(regionWords.changeData, to - x - 8, how), how)
  if (isTight) return [words]
  const shown = promised.slice(0, size === 'wide' ? 1 : 2)
  return [
    words,
    ...shown.map(({ key, to: whose }, i) =>
      group(`row-${key}`, [
        smallLock('promised', x + 6, row + i * pitch - 5, hue.warn),
        label('promised-to', x + 17, row + i * pitch, fitted(`${key} for ${whose}`, to - x - 25), { fill: hue.warn }),
      ]),
    ),
  ]
}

const SIGN = 19
/** On a phone's card: so far may words below the log reach that stand beside the gauges. */
export const BESIDE = 196

/** In place of the words about agreement, when there is something more pressing to say; null: there is not. */
export function regionFoot(
  at: Instant,
  node: NodeFrame,
  { region }: SiteFrame,
  spec: MasterSpec,
  place: Box,
): Shape[] | null {
  if (!region) return null
  const band = bandOf(region, node, at.frame, at.time)
  const { size, width, columns, log } = spec
  if (band === null) {
    const note = node.process === 'up' ? regionNote(region, size === 'wide') : ''
    if (note === '' || size === 'mini' || size === 'strip' || spec.footer === null) return null
    const y = place.height - spec.footer
    return [
      disc('waits', SIGN, y - 4.5, 5, 'none', { stroke: hue.ink, 'stroke-width': 1.6 }),
      label('accord', 34, y, fitted(note, (size === 'wide' ? BESIDE : width) - 42, { size: 13 }), { size: 13 }),
    ]
  }
  const paint = band.tone === 'crit' ? hue.crit : hue.warn
  if (size === 'mini') return [badge(band.tone === 'crit' ? 'critical' : 'warn', SIGN, log + 10)]
  if (size === 'strip') return [badge(band.tone === 'crit' ? 'critical' : 'warn', columns.x - 13, log + 10)]
  const high = size === 'full' ? 26 : 22
  const to = size === 'wide' ? BESIDE - 4 : width
  const [top, bottom] = [place.height - high, place.height]
  const end = size === 'wide' ? p`H${to}V${bottom}` : p`H${to}V${bottom - 6}a6 6 0 0 1 -6 6`
  const how = { size: 13, bold: true, fill: hue.on } as const
  return [
    area('band', `${p`M0 ${top}`}${end}${p`H6a6 6 0 0 1 -6 -6z`}`, paint),
    label('accord', 12, bottom - (high - 9.4) / 2, fitted(band.words, to - 16, how), how),
  ]
}

/** Above this there is room for it beside name and letter. */
const TAGGED = 240

/** In the header: of which kind its table is. */
export function regionTag({ frame }: Instant, { id }: NodeFrame, width: number): string | null {
  const region = regionOf(frame, id)
  return !region || width < TAGGED ? null : regionWords.tag(region.kind)
}
