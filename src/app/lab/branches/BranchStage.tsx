/** One of the two stages of a comparison: drawn at every update like the lab's own, from its side of the update. */
import { useEffect, useRef } from 'react'
import { createStage, PROJECTOR_WEIGHT } from '../../../stage/index.ts'
import type { Update } from '../../../worker/index.ts'
import { useLive } from '../../live/useLive.ts'
import { page, usePage } from '../../page/page.ts'
import { useReducedMotion } from '../../page/useLook.ts'

export type Side = 'here' | 'there'

/**
 * Narrower than this, cards stand below each other, unless they are too many for that; px and cards. Beside each other a
 * master, its slaves and whoever watches them would be too small to read; several masters fit sooner.
 */
const WIDE = { oneMaster: 700, several: 600 }
const STACK = 5

export function BranchStage({ side, label }: { side: Side; label: string }) {
  const live = useLive()
  const svg = useRef<SVGSVGElement>(null)
  const still = useReducedMotion()
  useEffect(() => {
    const element = svg.current
    if (!element) return
    const stage = createStage(element, { id: `branch-${side}`, onSelect: (wish) => page.select(wish) })
    let width = element.clientWidth
    const draw = ({ frame, transport, other }: Update) => {
      const shown = side === 'here' ? frame : other?.frame
      if (!shown) return
      const { selection, focus, theme } = page.get()
      stage.draw(shown, shown.time, {
        selected: selection?.id ?? null,
        focused: side === 'here' ? (focus?.id ?? null) : null,
        moved: {},
        zoom: null,
        layout:
          shown.nodes.length <= STACK && width < WIDE[shown.multiMaster ? 'several' : 'oneMaster'] ? 'stacked' : 'wide',
        aside: true,
        reducedMotion: still,
        lostNote: false,
        weight: theme === 'projector' ? PROJECTOR_WEIGHT : 1,
        usPerSecond: frame.paceUs * transport.speed,
        differs: other?.differences.map(({ at }) => at).filter((at) => at !== '') ?? [],
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
    return () => {
      for (const stop of stops) stop()
      size.disconnect()
      stage.destroy()
    }
  }, [live, side, still])
  return <svg ref={svg} className="stage" role="img" aria-label={label} data-side={side} />
}
