import type { MachineChart, PartFrame } from '../../engine/index.ts'
import { chartWords } from '../../words/index.ts'
import { area, box, disc, fitted, group, label, line, p, type Shape } from '../picture/index.ts'
import type { Layout, LineAt, WordsAt } from './layout.ts'

// A machine's chart with its present state in it: where it has been is inked, where it is is filled, where it
// has never been is grey; the way it came last is bold. Ways that have been taken can be pressed.

export interface ChartView {
  /** Px; 280 in the inspector. */
  width: number
  /** Id of a transition to point out. */
  selected?: string | null
  /** Work under way in the active state, 0 .. 1 (how far it has drained); null or absent = none. */
  progress?: number | null
}

export function chartPicture(layout: Layout, chart: MachineChart, part: PartFrame, view: ChartView): Shape[] {
  const taken = (ids: readonly string[]) => ids.some((id) => part.fired[id] !== undefined)
  const last = (ids: readonly string[]) => part.last !== '' && ids.includes(part.last)
  const been = new Set(part.active)
  const start = chart.states.find(({ path }) => path === chart.initial)
  if (start) been.add(start.path)
  for (const { id, from, to } of chart.transitions) {
    if (part.fired[id] === undefined) continue
    been.add(from)
    been.add(to)
  }
  const active = new Set(part.active)

  const frames = layout.frames.map(({ path, name, region, ...at }) =>
    group(path, [
      box('outline', at.x, at.y, at.width, at.height, 'none', {
        rx: 4,
        stroke: active.has(path) ? 'var(--ink)' : 'var(--line)',
        'stroke-width': active.has(path) ? 1.5 : 1,
        'stroke-dasharray': region ? '3 3' : undefined,
      }),
      label('name', at.x + 8, at.y + 16, name, {
        fill: active.has(path) ? 'var(--ink)' : 'var(--muted)',
        bold: active.has(path),
      }),
    ]),
  )
  const boxes = layout.boxes.map(({ path, name, ...at }) => {
    const [on, was] = [active.has(path), been.has(path)]
    return group(path, [
      box('outline', at.x + 0.5, at.y, at.width - 1, at.height, on ? 'var(--ink)' : 'none', {
        rx: 4,
        stroke: was ? 'var(--ink)' : 'var(--line)',
        'stroke-width': on ? 2 : was ? 1.5 : 1,
      }),
      label('name', at.x + at.width / 2, at.y + 16.4, fitted(name, at.width - 8, { bold: on }), {
        fill: on ? 'var(--canvas)' : was ? 'var(--ink)' : 'var(--muted)',
        bold: on,
        anchor: 'middle',
      }),
      ...(on && view.progress !== undefined && view.progress !== null
        ? [
            box('track', at.x, at.y + at.height + 6, at.width, 3, 'var(--hair)'),
            box(
              'done',
              at.x,
              at.y + at.height + 6,
              at.width * Math.max(0, Math.min(1, view.progress)),
              3,
              'var(--ink)',
            ),
          ]
        : []),
    ])
  })
  // Ways that were taken lie over those that were not.
  const lines = [...layout.lines]
    .sort((a, b) => Number(taken(a.ids)) - Number(taken(b.ids)))
    .map((one) => arrow(one, taken(one.ids), last(one.ids)))
  const words = layout.words.map((one) => {
    const selected = view.selected !== undefined && view.selected !== null && one.ids.includes(view.selected)
    return inscription(one, taken(one.ids), last(one.ids), selected)
  })
  return [group('frames', frames), group('lines', lines), group('boxes', boxes), group('words', words)]
}

const HEADS = { down: 'l-4 -8h8z', up: 'l-4 8h8z', right: 'l-8 -4v8z', left: 'l8 -4v8z' }
const HOOK_HEADS = { ...HEADS, right: 'l-6 -3v6z', left: 'l6 -3v6z' }

function arrow({ key, d, tip }: LineAt, taken: boolean, last: boolean): Shape {
  const ink = taken ? 'var(--ink)' : 'var(--line)'
  const way = line('line', d, ink, last ? 2 : taken ? 1.5 : 1)
  if (tip.to === 'nowhere') {
    return group(key, [way, disc('ring', tip.x, tip.y, 3, 'none', { stroke: ink, 'stroke-width': last ? 2 : 1.5 })])
  }
  const heads = key.includes('/exit/') ? HOOK_HEADS : HEADS
  return group(key, [way, area('head', p`M${tip.x} ${tip.y}` + heads[tip.to], ink)])
}

function inscription(one: WordsAt, taken: boolean, last: boolean, selected: boolean): Shape {
  const { target } = one
  const words = label('words', one.x, one.y, one.words, {
    fill: last ? 'var(--ink)' : 'var(--muted)',
    bold: last,
    mono: true,
    anchor: one.anchor,
  })
  if (one.ids.length === 0) return group(one.key, [words])
  const ground = box(
    'target',
    target.x,
    target.y,
    target.width,
    target.height,
    selected ? 'var(--sel)' : 'var(--canvas)',
    {
      'fill-opacity': selected ? 1 : 0,
    },
  )
  const shape = group(one.key, [ground, words], {
    'data-transitions': one.ids.join(' '),
    role: taken ? 'button' : undefined,
    tabindex: taken ? 0 : undefined,
    cursor: taken ? 'pointer' : undefined,
    'aria-label': taken ? one.title : undefined,
  })
  return { ...shape, title: `${one.title}\n${taken ? chartWords.press : chartWords.notYet}` }
}
