import { createEngine, type Engine, type Frame } from '../../engine/index.ts'
import { preset } from '../../scenarios/index.ts'
import { pictures } from '../topology/fixtures/pictures.ts'
import { createStage, hand, type LayoutKind, type StageView } from '../topology/index.ts'

/**
 * A page to look at the stage without an app. Arrow keys go through the made-up pictures, T changes the theme; in the
 * address: ?p=name, ?t=dark, ?w= and ?h= for the size, ?still for reduced motion, ?selected=, ?focused=.
 * ?run=preset&at=ms&kill=node shows a real run instead: arrow keys go 50 wall milliseconds on or back, space plays.
 */
const query = new URLSearchParams(location.search)
document.documentElement.dataset['theme'] = query.get('t') ?? 'light'
const svg = document.querySelector('svg')!
const caption = document.querySelector('p')!
const SIZES = { wide: [728, 564], hero: [760, 392], stacked: [390, 416] } as const
const found = preset(query.get('run') ?? '')
let index = Math.max(
  0,
  pictures.findIndex((picture) => picture.name === query.get('p')),
)
let time = Number(query.get('at') ?? 0) * 1000
let engine: Engine | null = null
let playing = false
let view: StageView = {
  selected: query.get('selected'),
  focused: query.get('focused'),
  moved: {},
  zoom: null,
  reducedMotion: query.has('still'),
  layout: 'wide',
  lostNote: true,
  usPerSecond: Number(query.get('rate') ?? 40_000),
}
const stage = createStage(svg, {
  hand,
  onSelect: (wish) => change({ selected: wish?.id ?? null }),
  onMoved: (id, place) => change({ moved: { ...view.moved, [id]: place } }),
  onZoom: (zoom) => change({ zoom }),
})

function change(part: Partial<StageView>): void {
  view = { ...view, ...part }
  show()
}

/** The engine at `time`; going back begins anew, which is quick enough to look at. */
function runFrame(): Frame {
  const { run } = found!
  if (!engine || engine.time > time) {
    const node = query.get('kill')
    const kill = node ? [{ atMs: Number(query.get('at') ?? 0), do: 'kill' as const, node }] : []
    engine = createEngine({ ...run, interventions: [...run.interventions, ...kill] })
  }
  engine.runTo(time)
  return engine.frame()
}

function show(): void {
  const picture = pictures[index]!
  const layout = found ? ((query.get('layout') ?? 'wide') as LayoutKind) : picture.layout
  const frame = found ? runFrame() : picture.frame
  const [width, height] = (!found && picture.room) || SIZES[layout]
  const w = Number(query.get('w') ?? width)
  const h = Number(query.get('h') ?? height)
  svg.setAttribute('width', String(w))
  svg.setAttribute('height', String(h))
  stage.resize(w, h)
  stage.draw(frame, frame.time, { ...view, layout, ...(found ? { usPerSecond: frame.paceUs } : picture.view) })
  caption.textContent = found
    ? `${found.id} at ${time / 1000} ms`
    : `${picture.name} (${index + 1} of ${pictures.length})`
}

function play(before: number, now: number): void {
  if (!playing || !found) return
  time += Math.round(Math.min(50, now - before) * found.run.scenario.paceMs)
  show()
  requestAnimationFrame((next) => play(now, next))
}

addEventListener('keydown', ({ key }) => {
  const way = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  index = (index + way + pictures.length) % pictures.length
  if (found) time = Math.max(0, time + way * 50 * found.run.scenario.paceMs)
  if (key === 't') {
    const { dataset } = document.documentElement
    dataset['theme'] = dataset['theme'] === 'dark' ? 'light' : 'dark'
  }
  if (key === ' ') {
    playing = !playing
    requestAnimationFrame((now) => play(now, now))
  }
  show()
})
show()
