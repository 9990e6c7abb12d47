import type { Frame } from '../../engine/index.ts'
import { captions, cellWords } from '../../words/index.ts'
import { type CellLook, eye, hue } from '../glyphs/index.ts'
import { disc, group, line, type Shape, svgMarkup } from '../picture/index.ts'
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
  waited: { word: () => captions.waitedFor, shapes: () => doubled('none') },
  gate: { word: () => captions.gate, shapes: () => doubled('none', line('bar', 'M6 -1v18', hue.ink, 3)) },
  fallen: { word: () => captions.gaveUp, shapes: () => doubled('2 4') },
  resent: { word: () => captions.sentAgain, shapes: () => write('waiting') },
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

/** Which signs this moment asks to be explained: those of a write, and what else is drawn. */
export function signsIn({ mode, nodes, clients, links }: Frame): readonly Sign[] {
  const signs = [...COMMON]
  if (nodes.some(({ cells }) => cells.some(({ fate }) => fate === 'extra'))) signs.push('extra')
  if (mode.gate === 'fallen-back') signs.push('fallen')
  else if (mode.kind === 'semi-sync') signs.push('waited')
  else if (mode.kind !== 'async') signs.push('gate')
  if (links.some(({ lossPercent }) => lossPercent > 0)) signs.push('resent')
  if (clients.some(({ kind }) => kind === 'reader' || kind === 'read-write')) signs.push('reader')
  return signs
}

/** Each sign as a small picture with its word, in the present vocabulary. */
export const legend = (signs: readonly Sign[] = COMMON): readonly Entry[] => signs.map(entry)
