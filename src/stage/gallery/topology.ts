import { createStage, type StageView } from '../topology/index.ts'
import { pictures } from '../topology/pictures.ts'

/**
 * A page to look at the stage without an app: arrow keys go through the pictures, T changes the theme. In the address:
 * ?p=name, ?t=dark, ?w= and ?h= for the size, ?still for reduced motion.
 */
const query = new URLSearchParams(location.search)
document.documentElement.dataset['theme'] = query.get('t') ?? 'light'
const svg = document.querySelector('svg')!
const caption = document.querySelector('p')!
const sizes = { wide: [728, 564], hero: [760, 392], stacked: [390, 416] } as const
let index = Math.max(
  0,
  pictures.findIndex((picture) => picture.name === query.get('p')),
)
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
  onSelect: (wish) => change({ selected: wish?.id ?? null }),
  onMoved: (id, place) => change({ moved: { ...view.moved, [id]: place } }),
  onZoom: (zoom) => change({ zoom }),
})

function change(part: Partial<StageView>): void {
  view = { ...view, ...part }
  show()
}

function show(): void {
  const picture = pictures[index]!
  const [width, height] = sizes[picture.layout]
  const w = Number(query.get('w') ?? width)
  const h = Number(query.get('h') ?? height)
  svg.setAttribute('width', String(w))
  svg.setAttribute('height', String(h))
  stage.resize(w, h)
  stage.draw(picture.frame, picture.frame.time, { ...view, layout: picture.layout })
  caption.textContent = `${picture.name} (${index + 1} of ${pictures.length})`
}

addEventListener('keydown', ({ key }) => {
  if (key === 'ArrowRight') index = (index + 1) % pictures.length
  if (key === 'ArrowLeft') index = (index + pictures.length - 1) % pictures.length
  if (key === 't')
    document.documentElement.dataset['theme'] = document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark'
  show()
})
show()
