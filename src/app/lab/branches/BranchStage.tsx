/** One of the two stages of a comparison: drawn at every update like the lab's own, from its side of the update. */
import { useEffect, useRef } from 'react'
import { createStage } from '../../../stage/index.ts'
import type { Update } from '../../../worker/index.ts'
import { useLive } from '../../live/useLive.ts'
import { page, usePage } from '../../page/page.ts'

export type Side = 'here' | 'there'

/** Narrower than this, cards stand below each other. */
const WIDE = 540

export function BranchStage({ side, label }: { side: Side; label: string }) {
  const live = useLive()
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => {
    const element = svg.current
    if (!element) return
    const stage = createStage(element, { id: `branch-${side}`, onSelect: (wish) => page.select(wish) })
    const still = matchMedia('(prefers-reduced-motion: reduce)')
    let width = element.clientWidth
    const draw = ({ frame, transport, other }: Update) => {
      const shown = side === 'here' ? frame : other?.frame
      if (!shown) return
      const { selection, focus } = page.get()
      stage.draw(shown, shown.time, {
        selected: selection?.id ?? null,
        focused: side === 'here' ? (focus?.id ?? null) : null,
        moved: {},
        zoom: null,
        layout: width < WIDE ? 'stacked' : 'wide',
        reducedMotion: still.matches,
        lostNote: false,
        usPerSecond: frame.paceUs * transport.speed,
      })
    }
    const redraw = () => live.latest && draw(live.latest)
    const size = new ResizeObserver(([entry]) => {
      if (!entry) return
      width = entry.contentRect.width
      redraw()
      stage.resize(width, entry.contentRect.height)
    })
    size.observe(element)
    const stops = [live.onUpdate(draw), usePage.subscribe(redraw)]
    still.addEventListener('change', redraw)
    return () => {
      for (const stop of stops) stop()
      still.removeEventListener('change', redraw)
      size.disconnect()
      stage.destroy()
    }
  }, [live, side])
  return <svg ref={svg} className="stage" role="img" aria-label={label} data-side={side} />
}
