/** The timeline: drawn by the stage, asked for at the panels' pace, its playhead moved at every frame. */

import { useEffect, useRef } from 'react'
import { createTimeline, type Window, windowFor } from '../../stage/index.ts'
import { labels, milestone, seconds } from '../../words/index.ts'
import type { Timeline, Update } from '../../worker/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { usePage } from '../page/page.ts'
import { timeKeys } from './timeKeys.ts'

export function TimelinePane() {
  const live = useLive()
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => {
    const element = svg.current
    if (!element) return
    const drawing = createTimeline(element, {
      onSeek: (t) => live.do({ do: 'seek', t }),
      onScrollLanes: (first) => {
        firstLane = first
        if (live.latest) draw(live.latest)
      },
    })
    let firstLane: number | undefined
    let view: Window | null = null
    let timeline: Timeline | null = null
    let asked = ''
    let run: unknown = null
    const box = element.parentElement as HTMLElement
    // Asked for once and then told: asking at every frame would make the browser lay out the page each time.
    let width = Math.max(320, box.clientWidth)

    const draw = ({ frame, transport }: Update) => {
      const { selection } = usePage.getState()
      // Another scenario: the old window means nothing there.
      if (run !== transport.run.scenario) [run, view, timeline, asked] = [transport.run.scenario, null, null, '']
      view = windowFor(frame.time, transport.playedTo, view, { paceUs: frame.paceUs })
      const { from, to } = view
      if (timeline) {
        drawing.draw(timeline, frame.time, {
          from,
          to,
          width,
          height: 172,
          selected: selection?.kind === 'client' ? 'clients' : (selection?.id ?? null),
          hurried: transport.hurried,
          milestones: transport.milestones,
          ...(firstLane !== undefined && { firstLane }),
        })
      }
      const key = `${from} ${to} ${transport.event} ${transport.playedTo} ${transport.run.interventions.length}`
      if (key === asked) return
      asked = key
      live.lab.ask({ ask: 'timeline', from, to }).then((answer) => {
        timeline = answer
        if (asked === key && live.latest) draw(live.latest)
      })
    }
    const redraw = () => live.latest && draw(live.latest)
    const stops = [live.onUpdate(draw), usePage.subscribe(redraw)]
    const size = new ResizeObserver(([entry]) => {
      if (entry) width = Math.max(320, entry.contentRect.width)
      redraw()
    })
    size.observe(box)
    return () => {
      for (const stop of stops) stop()
      size.disconnect()
      drawing.destroy()
    }
  }, [live])
  return (
    <section className="tl" aria-label={labels.timeline}>
      <h2 className="sr-only">{labels.timeline}</h2>
      <Slider>
        <svg ref={svg} className="stage" aria-hidden="true" />
      </Slider>
    </section>
  )
}

/** The playhead for the keyboard and for screen readers, around whatever draws it. */
export function Slider({ children, className = '' }: { children: React.ReactNode; className?: string }) {
  const live = useLive()
  const at = useSlice(({ frame: { recent }, transport: { time, event, playedTo, playing } }) => {
    const newest = recent[recent.length - 1]
    return { time, event, playedTo, playing, newest: newest?.t === time ? newest : undefined }
  })
  // A focused slider speaks at every change of this text: while playing the page's own voice tells what happens.
  const where = labels.playheadAt(seconds(at?.time ?? 0), at?.event ?? 0)
  return (
    <div
      role="slider"
      tabIndex={0}
      className={`relative rounded-[4px] -outline-offset-3 ${className}`}
      aria-label={labels.playhead}
      aria-valuemin={0}
      aria-valuemax={at?.playedTo ?? 0}
      aria-valuenow={at?.time ?? 0}
      aria-valuetext={
        at?.playing ? labels.stands(true, false) : at?.newest ? `${where}: ${milestone(at.newest)}` : where
      }
      data-playhead=""
      onKeyDown={(event) => {
        if (timeKeys(live, event.key, event.shiftKey)) event.preventDefault()
      }}
    >
      {children}
    </div>
  )
}
