import type { Frame, NodeFrame } from '../../engine/index.ts'
import {
  captions,
  cellWords,
  isBarred,
  isPoweredOff,
  kindOfRegions,
  masterWords,
  regionLabels,
} from '../../words/index.ts'
import { type CellLook, eye, hue, originHue, roleIcon, silhouette, smallClock, smallLock } from '../glyphs/index.ts'
import { area, box, disc, group, label, line, type Shape, svgMarkup } from '../picture/index.ts'
import { small } from './small.ts'

// The signs of a write and their words, then those of links and clients, apart from the pictograms: the lab shows
// these, the home page those.

const write = (fill: CellLook['fill'], more: Partial<CellLook> = {}) => [small('cell', 2, fill, more, 0)]

const doubled = (second: string, ...more: Shape[]) => [
  line('line', 'M0 5h20', hue.ink, 2),
  line('second', 'M0 11h20', hue.ink, 2, { 'stroke-dasharray': second }),
  ...more,
]

const SIGNS = {
  ok: { word: () => cellWords.promised, shapes: () => write('applied', { promise: 1 }) },
  acked: { word: () => cellWords.acked, shapes: () => write('applied', { proofs: [1] }) },
  received: { word: () => cellWords.received, shapes: () => write('received') },
  applied: { word: () => cellWords.applied, shapes: () => write('applied') },
  lost: { word: () => cellWords.lost, shapes: () => write('lost', { promise: 1 }) },
  extra: { word: () => cellWords.extra, shapes: () => write('extra') },
  discarded: { word: () => masterWords.discarded, shapes: () => write('discarded') },
  seen: {
    word: () => masterWords.seen,
    shapes: () => [area('swatch', silhouette('A', 9, 9), originHue('A'), { transform: 'translate(5 6)' })],
  },
  conflict: {
    word: () => masterWords.conflict,
    shapes: () => [area('diamond', 'M10 2l8 8 -8 8 -8 -8z', hue.conflict)],
  },
  leader: {
    word: () => regionLabels.leader,
    shapes: () => [area('leader', 'M3 15v-10l4.5 5.2l2.5 -7l2.5 7l4.5 -5.2v10z', hue.ink)],
  },
  flushed: {
    word: () => regionLabels.flushed,
    shapes: () => [box('flushed', 6.7, 5.7, 5.6, 8.6, 'none', { stroke: hue.ink, 'stroke-width': 1.4 })],
  },
  asks: {
    word: () => regionLabels.asks,
    shapes: () => [
      box('cell', 2, 2, 16, 16, 'none', { stroke: hue.ink, 'stroke-width': 1.8, 'stroke-dasharray': '3 2' }),
      label('sign', 10, 14.5, '?', { size: 13, bold: true, mono: true, anchor: 'middle' }),
    ],
  },
  promised: { word: () => regionLabels.promised, shapes: () => [smallLock('lock', 10, 9, hue.warn)] },
  waited: { word: () => captions.waitedFor, shapes: () => doubled('none') },
  gate: { word: () => captions.gate, shapes: () => doubled('none', line('bar', 'M6 -1v18', hue.ink, 3)) },
  fallen: { word: () => captions.gaveUp, shapes: () => doubled('2 4') },
  resent: { word: () => captions.sentAgain, shapes: () => write('waiting') },
  beat: { word: () => captions.heartbeatRow, shapes: () => write('applied', { beat: true }) },
  held: { word: () => captions.heldBack, shapes: () => [smallClock('clock', 10, 10, hue.warn)] },
  locked: { word: () => captions.lockedRows, shapes: () => [smallLock('lock', 10, 9, hue.warn)] },
  copy: {
    word: () => captions.copyOfData,
    shapes: () => [
      line('band', 'M0 10h20', hue.line, 11),
      line('inside', 'M0 10h20', hue.canvas, 8),
      line('done', 'M0 10h12', originHue('A'), 6),
    ],
  },
  purged: {
    word: () => captions.purged,
    shapes: () => [
      line('gone', 'M0 10h9', hue.stale, 1, { 'stroke-dasharray': '1 4' }),
      line('torn', 'M14 -2l-3 4.3 4 4.3 -4 4.3 4 4.3 -4 4.3', hue.stale, 1.6),
    ],
  },
  lease: {
    word: () => captions.lease,
    shapes: () => [
      line('whole', 'M0 10h20', hue.line, 1),
      line('left', 'M0 10h13', hue.ink, 3),
      line('ticks', 'M5 7.5v5M10 7.5v5M15 7.5v5', hue.line, 1),
    ],
  },
  readOnly: { word: () => captions.readOnlySign, shapes: () => [roleIcon('bar', 10, 10, hue.stale)] },
  off: { word: () => captions.switchedOff, shapes: () => [roleIcon('power', 10, 10, hue.stale)] },
  barred: { word: () => captions.behindProxy, shapes: () => [roleIcon('padlock', 10, 10, hue.stale)] },
  cutOff: { word: () => captions.cutOff, shapes: () => [line('strokes', 'M2 9l16 -5M2 17l16 -5', hue.crit, 3)] },
  reader: {
    word: () => captions.reader,
    shapes: () => [
      disc('circle', 8, 10, 7, 'none', { stroke: hue.ink, 'stroke-width': 2 }),
      disc('plate', 15, 3, 6, hue.canvas),
      group('eye', [eye(0, 0, hue.ink)], { transform: 'translate(14 3) scale(0.6)' }),
    ],
  },
} satisfies Record<string, { word: () => string; shapes: () => Shape[] }>

export type Sign = keyof typeof SIGNS
/** Always there: the signs of a write. */
const COMMON: readonly Sign[] = ['ok', 'acked', 'received', 'applied', 'lost']
/** Where there are several masters: nothing is acknowledged, and nothing waits to be applied in sight. */
const MASTERS: readonly Sign[] = ['ok', 'applied', 'discarded', 'seen', 'conflict']
/** Of regions: nobody keeps what writers had seen, and each has replicas of its own. */
const OF_KIND: Record<'mrec' | 'mrsc', readonly Sign[]> = {
  mrec: ['ok', 'discarded', 'conflict', 'leader', 'flushed'],
  mrsc: ['ok', 'leader', 'flushed', 'asks', 'promised'],
}

interface Entry {
  id: Sign
  word: string
  /** 20 x 32, as SVG text. */
  svg: string
}

const entry = (id: Sign): Entry => {
  const { word, shapes } = SIGNS[id]
  return { id, word: word(), svg: svgMarkup(shapes(), 20, 32, -6) }
}

const some = (found: (node: NodeFrame) => boolean) => (frame: Frame) => frame.nodes.some(found)

/** What is drawn only where it happens. */
const SEEN: readonly (readonly [Sign, (frame: Frame) => boolean])[] = [
  ['beat', some(({ cells }) => cells.some(({ heartbeat }) => heartbeat))],
  ['held', some(({ applier }) => applier.state === 'delaying')],
  ['locked', some(({ applier }) => applier.state === 'blocked')],
  ['copy', some(({ copy }) => copy !== null)],
  ['purged', some(({ receiver }) => receiver.state === 'refused' && receiver.reason === 'purged')],
  ['lease', some(({ leaseUntil }) => leaseUntil !== null)],
  ['readOnly', some(({ process, role }) => process === 'up' && role === 'read-only')],
  ['off', (frame) => frame.nodes.some((node) => isPoweredOff(frame, node))],
  ['barred', some((node) => isBarred(node))],
  ['cutOff', ({ dataCenters }) => dataCenters.some(({ cut }) => cut)],
]

/** Which signs this moment asks to be explained: those of a write, and what else is drawn. */
export function signsIn(frame: Frame): readonly Sign[] {
  const { mode, nodes, clients, links } = frame
  const kind = kindOfRegions(frame)
  const signs = [...(kind ? OF_KIND[kind] : frame.multiMaster ? MASTERS : COMMON)]
  if (nodes.some(({ cells }) => cells.some(({ fate }) => fate === 'extra'))) signs.push('extra')
  if (mode.gate === 'fallen-back') signs.push('fallen')
  else if (mode.kind === 'semi-sync') signs.push('waited')
  else if (mode.kind !== 'async') signs.push('gate')
  for (const [sign, isSeen] of SEEN) if (isSeen(frame)) signs.push(sign)
  if (links.some(({ lossPercent }) => lossPercent > 0)) signs.push('resent')
  if (clients.some(({ kind }) => kind === 'reader' || kind === 'read-write')) signs.push('reader')
  return signs
}

/** Each sign as a small picture with its word, in the present vocabulary. */
export const legend = (signs: readonly Sign[] = COMMON): readonly Entry[] => signs.map(entry)
