/**
 * The pane below the stage: the timeline, or lag along the same time. Its place is there at once, what is drawn in it
 * comes a moment later. The two tabs stand where the ruler leaves room.
 */
import { type KeyboardEvent, useRef } from 'react'
import { labels } from '../../words/index.ts'
import { TimelineDrawing } from '../later/around.ts'
import { LagPane } from '../later/monitor.ts'
import { useSlice } from '../live/useLive.ts'
import { page, usePage } from '../page/page.ts'

const STRIPS = ['time', 'lag'] as const

export function TimelinePane() {
  const chosen = usePage((p) => p.strip)
  // Two stages side by side need the height that the chart would take, and it is about one run only.
  const comparing = useSlice(({ other }) => other !== null) ?? false
  const strip = comparing ? 'time' : chosen
  return (
    <section className={strip === 'lag' ? 'tl monitor' : 'tl'} aria-label={labels.strips[strip]}>
      <h2 className="sr-only">{labels.strips[strip]}</h2>
      {!comparing && <StripTabs strip={strip} />}
      <div role="tabpanel" id="strip" aria-label={labels.strips[strip]} className="contents">
        {strip === 'time' ? <TimelineDrawing /> : <LagPane />}
      </div>
    </section>
  )
}

function StripTabs({ strip }: { strip: 'time' | 'lag' }) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    const next = strip === 'time' ? 'lag' : 'time'
    page.set({ strip: next })
    list.current?.querySelector<HTMLElement>(`[data-strip=${next}]`)?.focus()
  }
  return (
    <div ref={list} className="strip-tabs" role="tablist" aria-label={labels.stripTabs} onKeyDown={onKeyDown}>
      {STRIPS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          data-strip={one}
          aria-selected={one === strip}
          aria-controls="strip"
          title={labels.strips[one]}
          tabIndex={one === strip ? 0 : -1}
          onClick={() => page.set({ strip: one })}
        >
          {labels.stripWords[one]}
        </button>
      ))}
    </div>
  )
}
