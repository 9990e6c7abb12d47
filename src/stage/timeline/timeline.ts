import type { Outage } from '../../engine/index.ts'
import { paint, resized } from '../picture/index.ts'
import type { Timeline } from './lanes.ts'
import { attachScrub } from './scrub.ts'
import { type TimelinePicture, type TimelineView, timelinePicture } from './timelinePicture.ts'

// The timeline as a thing on a page: shows its picture in an <svg> and turns the pointer into wishes. It holds
// no time of its own: what a wish does is the page's business, and comes back as the next draw.

export interface TimelineEvents {
  /** The reader wants to be at `t` (microseconds, within what has been played). */
  onSeek(t: number): void
  onScrubStart?: () => void
  onScrubEnd?: () => void
  /** A mark or milestone was pressed: the id of its fact. */
  onFact?: (id: number) => void
  /** Not all lanes fit and the wheel was turned: show lanes from this index on (`view.firstLane`). */
  onScrollLanes?: (first: number) => void
}

export interface TimelineDrawing {
  draw(timeline: Timeline, time: number, view: TimelineView, outages?: readonly Outage[] | null): void
  /** Draws the last picture again at another size, px. */
  resize(width: number, height: number): void
  destroy(): void
}

export function createTimeline(svg: SVGSVGElement, events: TimelineEvents): TimelineDrawing {
  let last: { timeline: Timeline; time: number; view: TimelineView; outages: readonly Outage[] | null } | null = null
  let picture: TimelinePicture | null = null

  const scrub = attachScrub(svg, {
    width: () => last?.view.width ?? 1,
    timeAt(x) {
      if (!last || !picture) return 0
      const { view, timeline } = last
      const share = (x - picture.x0) / (picture.x1 - picture.x0)
      const t = Math.round(view.from + share * (view.to - view.from))
      return Math.max(0, view.from, Math.min(view.to, timeline.playedTo, t))
    },
    hit(x, y) {
      let best: { t: number; fact: number; distance: number } | null = null
      for (const target of picture?.targets ?? []) {
        const distance = Math.abs(x - target.x)
        if (distance > target.reachX || Math.abs(y - target.y) > target.reachY) continue
        if (!best || distance < best.distance) best = { t: target.t, fact: target.fact, distance }
      }
      return best
    },
    onSeek: (t) => events.onSeek(t),
    onScrubStart: () => events.onScrubStart?.(),
    onScrubEnd: () => events.onScrubEnd?.(),
    onFact: (id) => events.onFact?.(id),
  })

  const wheel = (event: WheelEvent) => {
    if (!picture || picture.rows.total <= picture.rows.rows.length) return
    const { first, total, rows } = picture.rows
    const next = Math.max(0, Math.min(total - rows.length, first + Math.sign(event.deltaY)))
    if (next === first) return
    event.preventDefault()
    events.onScrollLanes?.(next)
  }
  svg.addEventListener('wheel', wheel, { passive: false })

  const drawing: TimelineDrawing = {
    draw(timeline, time, view, outages = null) {
      // While the reader drags, the paper lies still under the hand.
      const held = scrub.scrubbing() && last ? { ...view, from: last.view.from, to: last.view.to } : view
      last = { timeline, time, view: held, outages }
      picture = timelinePicture(timeline, time, held, outages)
      resized(svg, held.width, held.height)
      paint(svg, picture.shapes)
    },
    resize(width, height) {
      if (last) drawing.draw(last.timeline, last.time, { ...last.view, width, height }, last.outages)
    },
    destroy() {
      scrub.detach()
      svg.removeEventListener('wheel', wheel)
      paint(svg, [])
    },
  }
  return drawing
}
