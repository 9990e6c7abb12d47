/** The moment as a picture: the drawing itself, or an image of it at twice the size of the screen's. */
import { fetchStagePacks, type LayoutKind, type MomentLook, momentSvg } from '../../stage/index.ts'
import { inTerms, seconds, sharing } from '../../words/index.ts'
import type { Update } from '../../worker/index.ts'
import { notify, page } from '../page/page.ts'
import { download } from './download.ts'

const SCALE = 2
/** Where no stage is on the page to take the size of. */
const ROOM = { width: 1280, height: 720 }

interface Moment {
  name: string
  svg: string
  width: number
  height: number
}

/** The stage as it stands, theme and camera included; without the selection, which means nothing in a file. */
async function momentOf({ frame, transport }: Update): Promise<Moment> {
  // Where no stage has been drawn yet, what arranges many may not be here.
  await fetchStagePacks(['operations'])
  const box = document.querySelector('[data-stage] .st')
  const width = box?.clientWidth || ROOM.width
  const height = box?.clientHeight || ROOM.height
  const { moved, zoom, room } = page.get()
  const layout: LayoutKind = room.layout === 'phone' ? 'stacked' : 'wide'
  const view = {
    selected: null,
    moved,
    zoom,
    reducedMotion: false,
    layout,
    lostNote: layout === 'wide',
    usPerSecond: frame.paceUs * transport.speed,
  }
  const theme = (document.documentElement.dataset['theme'] ?? 'light') as MomentLook['theme']
  const title = `${inTerms(frame.title)}, ${seconds(frame.time)} s`
  const svg = momentSvg(frame, frame.time, view, { theme, width, height, title })
  return { name: `${transport.run.scenario.id}-${seconds(frame.time)}s`, svg, width, height }
}

export async function exportSvg(update: Update): Promise<void> {
  const { name, svg } = await momentOf(update)
  download(`${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }))
}

export async function exportPng(update: Update): Promise<void> {
  const { name, svg, width, height } = await momentOf(update)
  try {
    const image = new Image(width, height)
    // Not a blob's address: a sandboxed page may draw only what its own text holds.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * SCALE
    canvas.height = height * SCALE
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const content = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    if (!content) throw new Error('no image')
    download(`${name}.png`, content)
  } catch {
    notify(sharing.exportFailed)
  }
}
