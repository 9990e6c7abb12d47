import type { MachineChart } from '../../engine/index.ts'
import { chartWords } from '../../words/index.ts'
import { column } from './column.ts'
import { type Edge, edgesOf, exitTokens, nameOf } from './edges.ts'
import { fold } from './fold.ts'
import { ROW, rowsOf, written } from './inscribe.ts'
import { type Layout, shifted } from './layout.ts'
import { orderFor } from './order.ts'

// Lays out a whole machine from its definition. States without states inside form a U (fold.ts) or a column
// (column.ts), whichever says more in less height; a state with states inside is a frame around their layout, below it; transitions that leave a frame, or hold in every
// state, are written under its name. The same definition always comes out the same.

const PAD = 8
const TITLE = 24

/** The layout of a machine in `width` px. */
export function layoutChart(chart: MachineChart, width: number): Layout {
  const edges = edgesOf(chart)
  const inside = level(chart, null, edges, width)
  const anywhere = exitsOf('', edges, width, inside.height)
  return stacked(width, [inside, anywhere], 0)
}

function level(chart: MachineChart, parent: string | null, edges: readonly Edge[], width: number): Layout {
  const children = chart.states.filter((state) => state.parent === parent)
  const atomic = children.filter(({ kind }) => kind === 'atomic').map(({ path }) => path)
  const initial = atomic.find((path) => path === chart.initial || `${chart.initial}.`.startsWith(`${path}.`))
  const first = initial === undefined ? atomic : [initial, ...atomic.filter((path) => path !== initial)]
  const parallel =
    chart.states.some(({ path, kind }) => path === parent && kind === 'parallel') ||
    (parent === null && chart.initial === '')
  const blocks = children
    .filter(({ kind }) => kind !== 'atomic')
    .map(({ path }) => framed(chart, path, edges, width, parallel))
  if (first.length > 0) blocks.unshift(arranged(first, edges, width))
  return stacked(width, blocks, PAD)
}

/** The arrangement that takes least height, counting inscriptions that had to be cut, and exits, as costs. */
function arranged(states: readonly string[], edges: readonly Edge[], width: number): Layout {
  const half = Math.ceil(states.length / 2)
  const inner = edges.filter(({ from }) => states.includes(from))
  let best: Layout | null = null
  let least = Number.POSITIVE_INFINITY
  for (const rows of new Set([half, Math.min(states.length, half + 1), states.length])) {
    const order = orderFor(states, inner, rows)
    const layout = rows < states.length ? fold(order, rows, inner, width) : column(order, inner, width)
    const cost = layout.height + 40 * layout.cut + 12 * layout.lines.filter(({ key }) => key.includes('/exit/')).length
    if (cost < least) [best, least] = [layout, cost]
  }
  return best!
}

/** A state with states inside: its name, what leads out of all of it, and what is inside. */
function framed(chart: MachineChart, path: string, edges: readonly Edge[], width: number, region: boolean): Layout {
  const room = width - 2 * PAD
  const exits = exitsOf(path, edges, room, 0)
  const inside = level(chart, path, edges, room)
  const content = shifted(stacked(room, [exits, inside], 0), PAD, TITLE)
  const height = content.height + TITLE + PAD
  const frame = { path, name: nameOf(path), region, x: 0.5, y: 0.5, width: width - 1, height: height - 1 }
  return { ...content, width, height, frames: [frame, ...content.frames] }
}

/** What leads out of a whole state, or holds in all of them, one under the other. */
function exitsOf(path: string, edges: readonly Edge[], width: number, above: number): Layout {
  const layout: Layout = { width, height: above > 0 ? PAD : 0, boxes: [], frames: [], lines: [], words: [], cut: 0 }
  for (const edge of edges) {
    if (edge.from !== path) continue
    const tokens = exitTokens(edge)
    if (edge.from === edge.to) tokens.push({ words: `(${chartWords.stays})`, inscription: null })
    if (path === '') tokens.unshift({ words: `${chartWords.anyState}:`, inscription: null })
    for (const row of rowsOf(tokens, width - 4, { key: `${path}>${edge.to}/exit`, side: 0, hook: 'none', x: 2 })) {
      layout.words.push(...written(row, layout.height))
      layout.height += ROW
      layout.cut += row.cut
    }
  }
  return layout.words.length > 0 ? layout : { ...layout, height: 0 }
}

function stacked(width: number, layouts: readonly Layout[], air: number): Layout {
  const all: Layout = { width, height: 0, boxes: [], frames: [], lines: [], words: [], cut: 0 }
  for (const layout of layouts) {
    if (layout.height === 0) continue
    const { boxes, frames, lines, words, cut } = shifted(layout, 0, all.height + (all.height > 0 ? air : 0))
    all.height += layout.height + (all.height > 0 ? air : 0)
    all.boxes.push(...boxes)
    all.frames.push(...frames)
    all.lines.push(...lines)
    all.words.push(...words)
    all.cut += cut
  }
  return all
}
