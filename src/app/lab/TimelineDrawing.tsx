/** The timeline: drawn by the stage, asked for at the panels' pace, its playhead moved at every frame. */

import { useEffect, useRef } from 'react'
import { createTimeline, type Window, windowFor } from '../../stage/index.ts'
import type { Timeline, Update } from '../../worker/index.ts'
import { useLive } from '../live/useLive.ts'
import { usePage } from '../page/page.ts'
import { Slider } from './Slider.tsx'

/** Wall milliseconds between two questions while playing; in between only the playhead moves. */
const LEAST_MS = 100

export function TimelineDrawing() {
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
    let askedAt = 0
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
        drawing.draw(
          timeline,
          frame.time,
          {
            from,
            to,
            width,
            height: 172,
            selected: selection?.kind === 'client' ? 'clients' : (selection?.id ?? null),
            hurried: transport.hurried,
            milestones: transport.milestones,
            ...(firstLane !== undefined && { firstLane }),
          },
          frame.monitor || frame.outages.length > 0 ? frame.outages : null,
        )
      }
      const key = `${from} ${to} ${transport.event} ${transport.playedTo} ${transport.run.interventions.length}`
      const now = performance.now()
      if (key === asked || (transport.playing && now - askedAt < LEAST_MS)) return
      asked = key
      askedAt = now
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
    <Slider>
      <svg ref={svg} className="stage" aria-hidden="true" />
    </Slider>
  )
}
