/** The timeline: drawn by the stage, asked for at the panels' pace, its playhead moved at every frame. */

import { useEffect, useRef } from 'react'
import type { Frame } from '../../engine/index.ts'
import { createTimeline, type Window, windowFor } from '../../stage/index.ts'
import type { Timeline, Update } from '../../worker/index.ts'
import { useLive } from '../live/useLive.ts'
import { usePage } from '../page/page.ts'
import { Slider } from './Slider.tsx'

/** Wall milliseconds between two questions while playing; in between only the playhead moves. */
const LEAST_MS = 100

interface Props {
  height?: number
  /** The one lane to show; absent: all. */
  laneOf?: (frame: Frame) => string
  /** Nothing after the playhead is shown, and this is said in its place. */
  hidden?: string
}

export function TimelineDrawing({ height = 172, laneOf, hidden }: Props) {
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

    let last: { of: Timeline; key: string; made: Timeline } | null = null
    /** The same for the same, so that what stands still is not drawn anew. */
    const shownOf = (all: Timeline, frame: Frame): Timeline => {
      if (laneOf === undefined && hidden === undefined) return all
      const only = laneOf?.(frame)
      const to = hidden === undefined ? all.playedTo : Math.min(all.playedTo, frame.time)
      const key = `${only} ${to}`
      if (last?.of !== all || last.key !== key) {
        const lanes = all.lanes
          .filter(({ id }) => only === undefined || id === only)
          .map((lane) => ({ ...lane, marks: lane.marks.filter(({ t }) => t <= to) }))
        last = { of: all, key, made: { ...all, playedTo: to, lanes } }
      }
      return last.made
    }

    const draw = ({ frame, transport }: Update) => {
      const { selection } = usePage.getState()
      // Another scenario: the old window means nothing there.
      if (run !== transport.run.scenario) [run, view, timeline, asked] = [transport.run.scenario, null, null, '']
      view = windowFor(frame.time, transport.playedTo, view, { paceUs: frame.paceUs })
      const { from, to } = view
      if (timeline) {
        drawing.draw(
          shownOf(timeline, frame),
          frame.time,
          {
            from,
            to,
            width,
            height,
            selected: selection?.kind === 'client' ? 'clients' : (selection?.id ?? null),
            hurried: transport.hurried,
            milestones:
              hidden === undefined ? transport.milestones : transport.milestones.filter(({ t }) => t <= frame.time),
            ...(hidden !== undefined && { beyond: hidden }),
            ...(firstLane !== undefined && { firstLane }),
          },
          laneOf === undefined && (frame.monitor || frame.outages.length > 0) ? frame.outages : null,
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
  }, [live, height, laneOf, hidden])
  return (
    <Slider>
      <svg ref={svg} className="stage" aria-hidden="true" />
    </Slider>
  )
}
