/** A still picture of how a step ends: in the page's theme on a screen, in the light one on paper. */
import type { Frame } from '../../engine/index.ts'
import { type MomentLook, momentSvg, type StageView } from '../../stage/index.ts'
import { inTerms, noting, saidOf, stageSentence } from '../../words/index.ts'
import { usePage } from '../page/page.ts'
import { useMedia } from '../page/useMedia.ts'

const WIDE = { layout: 'wide', width: 560, height: 280 } as const
const NARROW = { layout: 'stacked', width: 350, height: 400 } as const

export function Decided({ frame, step }: { frame: Frame; step: number }) {
  const chosen = usePage((p) => p.theme)
  const dark = useMedia('(prefers-color-scheme: dark)')
  const theme = chosen === 'auto' ? (dark ? 'dark' : 'light') : chosen
  const narrow = usePage((p) => p.room.layout === 'phone')
  const isPaper = theme === 'light' && !narrow
  const alt = saidOf(frame, () => stageSentence(frame))
  return (
    <figure>
      <img className={isPaper ? '' : 'for-screen'} src={addressOf(frame, narrow ? NARROW : WIDE, theme)} alt={alt} />
      {!isPaper && <img className="for-paper" src={addressOf(frame, WIDE, 'light')} alt={alt} />}
      <figcaption className="muted">{noting.picture(step)}</figcaption>
    </figure>
  )
}

function addressOf(
  frame: Frame,
  { layout, width, height }: typeof WIDE | typeof NARROW,
  theme: MomentLook['theme'],
): string {
  const view: StageView = {
    selected: null,
    moved: {},
    zoom: null,
    reducedMotion: false,
    layout,
    lostNote: false,
    usPerSecond: frame.paceUs,
  }
  const title = inTerms(frame.title)
  const svg = saidOf(frame, () => momentSvg(frame, frame.time, view, { theme, width, height, title }))
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}
