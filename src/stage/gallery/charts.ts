import type { MachineChart, PartFrame } from '../../engine/index.ts'
import { circle, dense, draining, halfway, nested, roleOfThePicture, untouched } from '../chart/fixtures.ts'
import { createChart } from '../chart/index.ts'
import { begun, db2Draining, deadMaster } from '../strips/fixtures.ts'
import { createStrips, legend, PICTOGRAMS, pictogram } from '../strips/index.ts'
import { crowded, semiSyncTimesOut } from '../timeline/fixtures.ts'
import { createRuler, createTimeline, type Timeline, type TimelineView } from '../timeline/index.ts'

// A page to look at, for whoever changes how time is drawn: every part with the data of the pictures and with
// harder data. `?t=dark` and `?t=projector` change the theme. Served by `npm run dev` at /src/stage/charts.html.

document.documentElement.dataset['theme'] = new URLSearchParams(location.search).get('t') ?? 'light'

const NS = 'http://www.w3.org/2000/svg'
function place(
  title: string,
  into: Element = document.body,
  className = '',
): { holder: HTMLElement; svg: SVGSVGElement } {
  const section = document.createElement('section')
  const heading = document.createElement('h2')
  heading.textContent = title
  const holder = document.createElement('div')
  holder.className = className
  const svg = document.createElementNS(NS, 'svg')
  svg.dataset['part'] = title
  holder.append(svg)
  section.append(heading, holder)
  into.append(section)
  return { holder, svg }
}

function timeline(title: string, data: Timeline, time: number, view: Partial<TimelineView>) {
  const { svg } = place(title)
  const all = { from: data.from, to: data.to, width: 728, height: 172, ...view }
  let at = time
  const drawing = createTimeline(svg, {
    onSeek: (t) => {
      at = t
      drawing.draw(data, at, all)
    },
    onScrollLanes: (first) => {
      all.firstLane = first
      drawing.draw(data, at, all)
    },
  })
  drawing.draw(data, at, all)
}

const s = (seconds: number) => seconds * 1_000_000
timeline('timeline: lab picture', semiSyncTimesOut, s(8.32), { selected: 'db2' })
timeline('timeline: sought back, forked, hurried, milestones', semiSyncTimesOut, s(5.4), {
  selected: 'db1',
  forkedAt: s(5.6),
  hurried: [
    [s(6.7), s(7.4), 40],
    [s(4.05), s(4.1), 12],
  ],
  milestones: [
    { id: 1, t: s(5.9) },
    { id: 2, t: s(6.5) },
    { id: 3, t: s(8) },
    { id: 4, t: s(8.02) },
  ],
})
timeline('timeline: 3 nodes under load', crowded(3), s(8.9), { selected: 'db2' })
timeline('timeline: 6 nodes', crowded(6), s(7), { selected: 'db4' })
timeline('timeline: 9 nodes', crowded(9), s(7), { selected: 'db9', width: 728 })
timeline('timeline: narrow', semiSyncTimesOut, s(8.32), { width: 390 })
timeline('timeline: wide', crowded(4), s(8.9), { width: 1368 })

const slim = place('ruler: home', document.body, 'row')
createRuler(slim.svg, { onSeek() {} }).draw(
  { time: s(2.4), playedTo: s(2.4), from: 0, to: s(3.02) },
  { width: 300, kind: 'slim' },
)
const broad = place('ruler: phone', document.body, 'row')
createRuler(broad.svg, { onSeek() {} }).draw(
  { time: s(8.32), playedTo: s(8.32), from: 0, to: s(9.73) },
  { width: 358, kind: 'broad' },
)

const strips = document.createElement('div')
strips.className = 'row'
document.body.append(strips)
for (const [title, node] of Object.entries({
  'strips: lab picture': db2Draining,
  'strips: dead master': deadMaster,
  'strips: just begun': begun,
})) {
  createStrips(place(title, strips, 'panel').svg).draw(node, s(8.32), { width: 280 })
}
const cards = place('pictograms and legend', document.body, 'row')
cards.svg.remove()
cards.holder.innerHTML =
  PICTOGRAMS.map((id) => `<div>${pictogram(id)}<span class="line">${id}</span></div>`).join('') +
  legend(['ok', 'acked', 'received', 'applied', 'lost', 'extra', 'waited', 'gate', 'fallen', 'resent', 'reader'])
    .map(({ svg, word }) => `<span class="line">${svg}${word}</span>`)
    .join('')

const charts = document.createElement('div')
charts.className = 'row'
document.body.append(charts)
const showChart = (title: string, ...[machine, part, progress]: [MachineChart, PartFrame, number?]) => {
  const { svg } = place(title, charts, 'panel')
  createChart(svg, { onTransition: (id, at) => console.log(`${id} at ${at}`) }).draw(machine, part, {
    width: 280,
    progress: progress ?? null,
  })
}
showChart('chart: lab picture', roleOfThePicture, draining, 0.82)
showChart('chart: process', circle, halfway(circle))
showChart('chart: nested', nested, halfway(nested))
showChart('chart: dense', dense(4), untouched(dense(4)))
document.documentElement.dataset['ready'] = 'yes'
