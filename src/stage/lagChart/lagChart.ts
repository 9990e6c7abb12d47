import { paint, resized } from '../picture/index.ts'
import { attachScrub } from '../timeline/scrub.ts'
import { type Handle, type LagPicture, type LagView, lagPicture } from './lagPicture.ts'
import type { LagSeries } from './series.ts'

// The chart as a thing on a page: shows its picture in an <svg>, turns the pointer into wishes, and says where the
// thresholds' handles are, for the page to put something there that a hand and a keyboard can move.

export interface LagChartEvents {
  onSeek(t: number): void
  /** Somebody points at an instant; null = no longer. */
  onHover?: (t: number | null) => void
  /** A mark of an alert was pressed: the id of its fact. */
  onFact?: (id: number) => void
}

export interface LagChartDrawing {
  /** Returns the handles as they now stand. */
  draw(series: LagSeries, time: number, view: LagView): readonly Handle[]
  destroy(): void
}

export function createLagChart(svg: SVGSVGElement, events: LagChartEvents): LagChartDrawing {
  let last: { series: LagSeries; view: LagView } | null = null
  let picture: LagPicture | null = null
  const timeAt = (x: number): number => {
    if (!last || !picture) return 0
    const { view, series } = last
    const share = (x - picture.x0) / (picture.x1 - picture.x0)
    const t = Math.round(view.from + share * (view.to - view.from))
    return Math.max(0, view.from, Math.min(view.to, series.playedTo, t))
  }
  const scrub = attachScrub(svg, {
    width: () => last?.view.width ?? 1,
    timeAt,
    hit(x, y) {
      const near = (picture?.targets ?? []).filter(
        (target) => Math.abs(x - target.x) <= target.reachX && Math.abs(y - target.y) <= target.reachY,
      )
      return near.sort((a, b) => Math.abs(x - a.x) - Math.abs(x - b.x))[0] ?? null
    },
    onSeek: events.onSeek,
    onFact: events.onFact,
  })
  const point = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || !last) return
    const rect = svg.getBoundingClientRect()
    events.onHover?.(timeAt(((event.clientX - rect.left) * last.view.width) / Math.max(1, rect.width)))
  }
  const leave = () => events.onHover?.(null)
  svg.addEventListener('pointermove', point)
  svg.addEventListener('pointerleave', leave)
  return {
    draw(series, time, view) {
      const held = scrub.scrubbing() && last ? { ...view, from: last.view.from, to: last.view.to } : view
      last = { series, view: held }
      picture = lagPicture(series, time, held)
      resized(svg, held.width, held.height)
      paint(svg, picture.shapes)
      return picture.handles
    },
    destroy() {
      scrub.detach()
      svg.removeEventListener('pointermove', point)
      svg.removeEventListener('pointerleave', leave)
      paint(svg, [])
    },
  }
}
